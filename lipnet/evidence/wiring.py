"""How this room joins the house."""

from flask import Flask, render_template, url_for
from markupsafe import Markup

from lipnet.core import thread
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.core.permissions import may
from lipnet.core.web import Waiting, box_on, menu_item, waiting_from
from lipnet.evidence import manage, pinning_pages, themes_pages
from lipnet.evidence.access import Can, may_see
from lipnet.evidence.drawing import drawn_document, drawn_evidence
from lipnet.evidence.kinds import kind_of
from lipnet.evidence.models import Finding
from lipnet.evidence.telling import rests_on
from lipnet.surveys.models import Survey
from lipnet.surveys.operations import responses_of

PAGES = (manage, pinning_pages, themes_pages)  # each adds its routes to the one blueprint
FLOOR = 5


def wire(app: Flask) -> None:
    app.register_blueprint(manage.bp)
    app.jinja_env.globals["drawn_evidence"] = drawn_evidence
    app.jinja_env.globals["drawn_document"] = drawn_document
    app.jinja_env.globals["kind_of_finding"] = kind_of
    menu_item(lazy("Evidence"), "evidence.index", Can.SEE_EVIDENCE, floor=FLOOR)
    waiting_from(results_unpinned)
    box_on("survey", findings_of)
    box_on("survey.question", pin_button)
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
    return _drawn("evidence/findings_box.html", findings=found) if found else ""


def pin_button(shown: dict, person) -> Markup | str:
    """Under a question's figure: pin it, and what was pinned before."""
    results, table = shown["results"], shown["table"]
    pinned = [
        finding
        for finding in Finding.about(results.survey)
        if finding.question == table.name and finding.version_id == results.version.id
    ]
    may_pin = may(person, Can.PIN_FINDINGS) and any(not row.hidden for row in table.rows)
    if not (may_pin or pinned):
        return ""
    return _drawn(
        "evidence/pin_box.html", results=results, table=table, pinned=pinned, may_pin=may_pin
    )


def _drawn(template: str, **values) -> Markup:
    return Markup(render_template(template, **values))  # noqa: S704 - a template of ours
