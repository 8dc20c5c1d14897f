"""The data steward's desk: exact figures with any filter. Each look is noted before it is shown."""

import re
from functools import wraps

from flask import Response, redirect, render_template, request, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.surveys.access import Can
from lipnet.surveys.counting import exact
from lipnet.surveys.counting.in_step import settle_before_reading
from lipnet.surveys.looking.access import version_to_look_at
from lipnet.surveys.looking.building import Filter, filter_of, joined, picked
from lipnet.surveys.looking.coded import coded_names, codes_crossed, question_of, title_of_codes
from lipnet.surveys.looking.crossed import Crossed
from lipnet.surveys.looking.drawn_cross import (
    SHARES,
    as_csv,
    columns_of,
    picture_of_cross,
    rows_of,
    way_asked,
)
from lipnet.surveys.looking.exactly import closed, exact_cross, exact_tables
from lipnet.surveys.looking.models import KeptFilter
from lipnet.surveys.looking.naming import codes_of, label_of, title_of, told_who
from lipnet.surveys.looking.noting import note_look
from lipnet.surveys.looking.saying import said_of
from lipnet.surveys.looking.tabs import result_tabs
from lipnet.surveys.manage import bp
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.results import threshold
from lipnet.surveys.retention import has_erased
from lipnet.tally import DAY, EVERYONE, who_text

EVERYBODY = Filter("", EVERYONE)


def while_answers_are_kept(view):
    """A page that asks what was said together; once that is erased, it says so."""

    @wraps(view)
    def page(slug: str):
        version = version_to_look_at(slug, me())
        if has_erased(version.survey, "answers"):
            return render_template("surveys/looking/erased.html", **_about(version, EVERYBODY))
        return view(slug)

    return page


@bp.get("/surveys/<slug>/exact")
@requires(Can.SEE_EXACT)
def exact_figures(slug: str):
    """Every question, exactly, of those whom the filter means."""
    version = version_to_look_at(slug, me())
    asked = filter_of(version, request.args.get("who", ""))
    if asked.error:
        return _builder(version, asked), 422
    if asked.text and has_erased(version.survey, "answers"):
        return render_template("surveys/looking/erased.html", **_about(version, EVERYBODY))
    _note(version, "frequencies", asked)
    counts = exact.frequencies(version, asked.who)
    tables = list(exact_tables(version, counts))
    return render_template(
        "surveys/looking/exact.html",
        **_about(version, asked),
        responses=counts.responses,
        days=[table for table in tables if table.name == DAY],
        tables=[table for table in tables if table.name != DAY],
    )


@bp.get("/surveys/<slug>/exact/crossed")
@requires(Can.SEE_EXACT)
@while_answers_are_kept
def exact_crossed(slug: str):
    version = version_to_look_at(slug, me())
    asked = filter_of(version, request.args.get("who", ""))
    if asked.error:
        return _builder(version, asked), 422
    down, across = _two(version)
    found = _cross(version, down, across, asked) if down else None
    way = way_asked(request.args.get("of"))
    return render_template(
        "surveys/looking/exact_crossed.html",
        **_about(version, asked),
        questions=[(name, _title(version, name)) for name in _rows(version)],
        groups=[(name, _title(version, name)) for name in closed(version)],
        down=down,
        across=across,
        ways=list(SHARES.items()),
        way=way,
        crossed=found,
        title=_crossed_title(version, down, across),
        picture=picture_of_cross(found, down, way) if found else "",
        columns=columns_of(found) if found else [],
        rows=list(rows_of(found, way)) if found else [],
        said=said_of(found) if found else "",
    )


@bp.get("/surveys/<slug>/exact/crossed.csv")
@requires(Can.SEE_EXACT)
@while_answers_are_kept
def exact_crossed_csv(slug: str):
    version = version_to_look_at(slug, me())
    asked = filter_of(version, request.args.get("who", ""))
    down, across = _two(version)
    if asked.error or not down:
        raise NotFound
    found = _cross(version, down, across, asked)
    name = re.sub("[@#]", "", f"{slug}-{version.number}-{down}-{across}.csv")
    return Response(
        as_csv(found, _title(version, down), _title(version, across)),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@bp.get("/surveys/<slug>/exact/filter")
@requires(Can.SEE_EXACT)
@while_answers_are_kept
def exact_filter(slug: str):
    """The form that builds a filter. Nothing is counted here, so no look is noted."""
    version = version_to_look_at(slug, me())
    asked = filter_of(version, request.args.get("who", ""))
    if "add" in request.args and not asked.error:
        text = who_text(_with_what_was_picked(version, asked))
        return redirect(url_for("surveys.exact_filter", **_address(version, text)))
    return _builder(version, asked), 422 if asked.error else 200


def _with_what_was_picked(version: SurveyVersion, asked: Filter):
    """Codes that nobody can choose are passed over."""
    names = closed(version)
    known = {name: set(codes_of(version, name)) for name in names}
    return joined(
        asked.who,
        [
            part
            for part in picked(request.args.to_dict(flat=False), names)
            if part.values <= known[part.question]
        ],
        within=request.args.get("within", "all"),
        negated="negated" in request.args,
        how=request.args.get("how", "and"),
    )


def _builder(version: SurveyVersion, asked: Filter) -> str:
    groups = [
        (
            name,
            _title(version, name),
            [
                (code, plain(label_of(version, name, code)) or code)
                for code in codes_of(version, name)
            ],
        )
        for name in closed(version)
    ]
    return render_template(
        "surveys/looking/filter.html", **_about(version, asked), groups=groups, error=asked.error
    )


def _about(version: SurveyVersion, asked: Filter) -> dict:
    """What every page of the desk shows above its figures."""
    latest = version.survey.published_version
    return {
        "survey": version.survey,
        "version": version,
        "is_latest": latest.id == version.id,
        "tabs_of_results": result_tabs(version, "exact", me()),
        "may_manage": may(me(), Can.MANAGE_SURVEYS),
        "asked": asked,
        "erased": has_erased(version.survey, "answers"),
        "told": "" if asked.error or not asked.text else told_who(version, asked.who),
        "kept": KeptFilter.of(version.survey),
        "here": _address(version, asked.text),
    }


def _address(version: SurveyVersion, text: str) -> dict:
    latest = version.survey.published_version
    about = {"slug": version.survey.slug, "who": text or None}
    return about if latest.id == version.id else {**about, "version": version.number}


def _two(version: SurveyVersion) -> tuple[str, str]:
    """The two questions of the address; ("", "") before they were chosen.

    Raises NotFound for one that has no options, or the same one twice.
    """
    down, across = request.args.get("down", ""), request.args.get("across", "")
    if not (down and across):
        return "", ""
    if down == across or down not in _rows(version) or across not in closed(version):
        raise NotFound
    return down, across


def _rows(version: SurveyVersion) -> list[str]:
    """What can be crossed with a closed question: another, or the codes of open answers."""
    return [*closed(version), *coded_names(version)]


def _cross(version: SurveyVersion, down: str, across: str, asked: Filter) -> Crossed:
    _note(version, f"{down} × {across}", asked)
    written = question_of(down)
    if written is not None:
        return codes_crossed(version, written, across, asked.who)
    return exact_cross(version, down, across, asked.who)


def _note(version: SurveyVersion, what: str, asked: Filter) -> None:
    """What waits is counted first, as on the page of results."""
    settle_before_reading(version.survey, threshold(), release=False)
    about = f"{what} (version {version.number})"
    note_look(version.survey, f"{about}; {asked.text}" if asked.text else about, by=me())


def _crossed_title(version: SurveyVersion, down: str, across: str) -> str:
    if not down:
        return ""
    places = {"question": _title(version, down), "group": _title(version, across)}
    return _("%(question)s – by: %(group)s", **places)


def _title(version: SurveyVersion, name: str) -> str:
    written = question_of(name)
    if written is not None:
        return title_of_codes(_title(version, written))
    return plain(title_of(version, name)) or name
