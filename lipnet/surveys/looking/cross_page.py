"""Group by group, for readers: one question divided by one of the survey's fixed filters."""

from flask import Response, render_template, request

from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.surveys.access import Can, survey_with_results, version_with_results
from lipnet.surveys.looking.drawn_cross import (
    SHARES,
    as_csv,
    columns_of,
    picture_of_cross,
    rows_of,
    way_asked,
)
from lipnet.surveys.looking.released import (
    groups_of,
    named,
    questions_of,
    released_cross,
)
from lipnet.surveys.looking.saying import said_of
from lipnet.surveys.looking.tabs import result_tabs
from lipnet.surveys.manage import bp
from lipnet.surveys.results import Results, results_of


@bp.get("/surveys/<slug>/results/groups")
@requires(Can.SEE_RESULTS)
def results_crossed(slug: str):
    results = _results(slug)
    question, group = _asked(results)
    crossed = released_cross(results, question, group)
    way = way_asked(request.args.get("of"))
    return render_template(
        "surveys/looking/crossed.html",
        survey=results.survey,
        version=results.version,
        tabs_of_results=result_tabs(results.version, "crossed", me()),
        may_manage=may(me(), Can.MANAGE_SURVEYS),
        results=results,
        questions=questions_of(results),
        groups=groups_of(results),
        ways=list(SHARES.items()),
        question=question,
        group=group,
        way=way,
        crossed=crossed,
        title=_title(results, question, group),
        picture=picture_of_cross(crossed, question, way) if crossed else "",
        columns=columns_of(crossed) if crossed else [],
        rows=list(rows_of(crossed, way)) if crossed else [],
        said=said_of(crossed) if crossed else "",
    )


@bp.get("/surveys/<slug>/results/groups.csv")
@requires(Can.SEE_RESULTS)
def results_crossed_csv(slug: str):
    results = _results(slug)
    question, group = _asked(results)
    crossed = released_cross(results, question, group)
    if crossed is None:
        raise NotFound
    name = f"{slug}-{results.version.number}-{question}-{group}.csv"
    return Response(
        as_csv(crossed, named(results, question), named(results, group)),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _results(slug: str) -> Results:
    survey = survey_with_results(slug, me())
    return results_of(survey, version_with_results(survey, number_asked("version")))


def _asked(results: Results) -> tuple[str, str]:
    """The question and the filter of the address; ("", "") before anything was chosen.

    Raises NotFound for a name that no reader may ask for.
    """
    question, group = (request.args.get(name, "") for name in ("q", "by"))
    if not (question and group):
        return "", ""
    known = [dict(options) for options in (questions_of(results), groups_of(results))]
    if question not in known[0] or group not in known[1]:
        raise NotFound
    return question, group


def _title(results: Results, question: str, group: str) -> str:
    if not question:
        return ""
    places = {"question": named(results, question), "group": named(results, group)}
    return _("%(question)s – by: %(group)s", **places)
