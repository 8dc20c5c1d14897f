"""What is learned is pinned: a figure as it stands today, or a source from outside."""

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import is_web_address
from lipnet.core.thread import tie
from lipnet.evidence.models import Finding
from lipnet.surveys import operations as surveys
from lipnet.surveys.models import Survey, SurveyVersion

PINNED = declare("evidence.finding_pinned", lazy("%(who)s pinned a finding from a survey."))
NOTED = declare("evidence.finding_noted", lazy("%(who)s noted a finding from outside."))

BECAUSE_ANSWERED = {
    "en": "What people answered in this survey.",
    "fr": "Ce que les gens ont répondu à ce sondage.",
}


@operation
def pin_finding(
    survey: Survey, question: str, *, statement: dict, version: SurveyVersion | None = None, by
) -> Finding:
    """Keep the guarded figure of one question as it stands today, with what it says.

    `version` is by default the one people answer, or answered. Later answers do not change what
    is kept. Raises Refusal if there is no figure to show yet.
    """
    if not any(statement.values()):
        raise Refusal(lazy("Say in one sentence what the figure shows."), field="statement")
    results = surveys.results_of(survey, version)
    table = results.question(question) if results else None
    if table is None or not any(not row.hidden for row in table.rows):
        raise Refusal(lazy("There is no figure to keep: too few people answered this question."))
    finding = Finding.create(
        statement=statement,
        basis="figure",
        survey=survey,
        version=results.version,
        question=question,
        figure=table.to_json(),
        filter={},
        n=table.n,
        found_on=clock.today(),
        pinned_by=by.id,
    )
    tie(finding, survey, by=by, sentence=BECAUSE_ANSWERED)
    record(PINNED, finding, by=by, survey=survey.slug, question=question, n=table.n)
    return finding


@operation
def note_outside_finding(
    statement: dict, *, source: str, place: str = "", link: str = "", found_on=None, by
) -> Finding:
    """Keep something learned elsewhere: from which report, where in it, at which address.

    Raises Refusal without a statement or a source, or if the address is none of the web.
    """
    if not any(statement.values()):
        raise Refusal(lazy("Say in one sentence what was found."), field="statement")
    if not source.strip():
        raise Refusal(lazy("Say where it comes from."), field="source")
    if link and not is_web_address(link):
        raise Refusal(lazy("The address must begin with https:// or http://."), field="link")
    finding = Finding.create(
        statement=statement,
        basis="outside",
        figure={},
        filter={},
        source=source.strip(),
        place=place.strip(),
        link=link,
        found_on=found_on or clock.today(),
        pinned_by=by.id,
    )
    record(NOTED, finding, by=by)
    return finding
