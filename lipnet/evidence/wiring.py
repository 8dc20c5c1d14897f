"""How this room joins the house."""

from flask import Flask, g, url_for
from markupsafe import Markup

from lipnet.core import thread
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.core.pages import part
from lipnet.core.permissions import may
from lipnet.core.web import Waiting, box_on, drawn_by, menu_item, waiting_from
from lipnet.evidence import api, manage, pinning_pages, themes_pages
from lipnet.evidence.access import Can, may_see
from lipnet.evidence.drawing import drawn_document, drawn_evidence
from lipnet.evidence.frozen import theme_of
from lipnet.evidence.kinds import kind_of
from lipnet.evidence.models import Finding
from lipnet.evidence.telling import overtaken, rests_on
from lipnet.surveys.models import Survey
from lipnet.surveys.operations import responses_of

PAGES = (manage, pinning_pages, themes_pages)  # each adds its routes to the one blueprint
FLOOR = 5


def wire(app: Flask) -> None:
    app.register_blueprint(manage.bp)
    app.jinja_env.globals["drawn_evidence"] = drawn_evidence
    app.jinja_env.globals["drawn_document"] = drawn_document
    app.jinja_env.globals["kind_of_finding"] = kind_of
    app.jinja_env.globals["answers_of_finding"] = rests_on
    app.register_blueprint(api.bp)
    menu_item(lazy("Evidence"), "evidence.index", Can.SEE_EVIDENCE, floor=FLOOR)
    waiting_from(results_unpinned)
    box_on("survey", findings_of)
    box_on("survey.question", pin_button)
    box_on("survey.crosstab", pin_cross_button)
    box_on("survey.code", pin_theme_button)
    box_on("survey.quotation", pin_quotation_button)
    thread.register(
        thread.Kind(
            name="finding",
            floor=FLOOR,
            label=lazy("Finding"),
            load=lambda number: Finding.get_or_none(Finding.id == number),
            title=lambda finding: finding.statement,
            url=lambda finding: url_for("evidence.show", number=finding.id),
            may_see=may_see,
            on=lambda finding: finding.found_on,
            line=rests_on,
            overtaken=overtaken,
        )
    )


def results_unpinned(person) -> list[Waiting]:
    """Surveys that have closed with results from which nobody has pinned a finding."""
    if not may(person, Can.PIN_FINDINGS):
        return []
    used = Finding.select(Finding.survey).where(Finding.survey.is_null(False))
    unused = Survey.select().where(Survey.opened_at.is_null(False), Survey.id.not_in(used))
    return [
        Waiting(
            gettext(
                "The survey “%(title)s” has closed: pin what it taught.", title=plain(survey.title)
            ),
            url_for("surveys.results", slug=survey.slug),
            survey.ended_at.date(),
        )
        for survey in unused
        if survey.is_closed and responses_of(survey) is not None
    ]


def findings_of(survey: Survey, person) -> Markup | str:
    """On a survey's page: what was learned from it."""
    found = Finding.about(survey) if may(person, Can.SEE_EVIDENCE) else []
    return drawn_by("evidence/findings_box.html", findings=found) if found else ""


def pin_button(shown: dict, person) -> Markup | str:
    """Under a question's figure: pin it, and what was pinned before."""
    table = shown["table"]
    is_shown = any(not row.hidden for row in table.rows)
    return _pin_box(shown["results"], table, "", is_shown, person)


def pin_cross_button(shown: dict, person) -> Markup | str:
    """The same under a question by the answers to another."""
    results, cross = shown["results"], shown["cross"]
    table = results.question(cross.name)
    if table is None:
        return ""
    is_shown = any(not cell.hidden for line in cross.cells for cell in line)
    return _pin_box(results, table, cross.filter, is_shown, person)


def pin_theme_button(shown: dict, person) -> Markup | str:
    """Beside a code of an open question, once readers are told how many wrote of it."""
    results, question, code = shown["results"], shown["question"], shown["code"]
    if not may(person, Can.PIN_FINDINGS) or theme_of(results, question, code.key) is None:
        return ""
    where = {"question": question, "version": results.version.number, "code": code.key}
    here = url_for("evidence.pin", slug=results.survey.slug, **where)
    return drawn_by("evidence/pin_link.html", here=here, about=plain(code.name))


def pin_quotation_button(shown: dict, person) -> Markup | str:
    if not may(person, Can.PIN_FINDINGS):
        return ""
    slug, row = shown["survey"].slug, shown["quotation"]
    here = url_for("evidence.pin_quotation", slug=slug, number=row.id)
    return drawn_by("evidence/pin_link.html", here=here, about=row.text[:60])


def _pin_box(results, table, across: str, is_shown: bool, person) -> Markup | str:
    known = _pinned(results.survey) if may(person, Can.SEE_EVIDENCE) else {}
    pinned = known.get((table.name, across, results.version.id), [])
    may_pin = may(person, Can.PIN_FINDINGS) and is_shown
    if not (may_pin or pinned):
        return ""
    return part(
        "evidence/pin_box.html",
        results=results,
        table=table,
        across=across,
        pinned=pinned,
        may_pin=may_pin,
    )


def _pinned(survey: Survey) -> dict[tuple, list[Finding]]:
    """What each figure of a survey taught; looked up once for all figures of a page."""
    pages: dict[int, dict] = g.setdefault("pinned", {})
    if survey.id not in pages:
        pages[survey.id] = {}
        for finding in Finding.about(survey):
            figure = finding.question, finding.across, finding.version_id
            pages[survey.id].setdefault(figure, []).append(finding)
    return pages[survey.id]
