"""A figure of a survey is pinned as it stands today."""

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import tie
from lipnet.evidence import frozen
from lipnet.evidence.models import Finding, Theme
from lipnet.evidence.saying import said
from lipnet.evidence.under import put_under
from lipnet.surveys import operations as surveys
from lipnet.surveys.models import Survey, SurveyVersion

PINNED = declare("evidence.finding_pinned", lazy("%(who)s pinned a finding from a survey."))

BECAUSE_ANSWERED = {
    "en": "What people answered in this survey.",
    "fr": "Ce que les gens ont répondu à ce sondage.",
}
NO_FIGURE = lazy("There is no figure to keep: too few people answered this question.")
NO_STATEMENT = lazy("Say in one sentence what the figure shows.")


@operation
def pin_finding(
    survey: Survey,
    question: str,
    *,
    statement: dict,
    version: SurveyVersion | None = None,
    themes: "list[Theme] | tuple[Theme, ...]" = (),
    by,
) -> Finding:
    """Keep the guarded figure of one question as it stands today, with what it says.

    `version` is by default the one people answer, or answered. Later answers do not change what
    is kept. Raises Refusal if there is no figure to show yet.
    """
    statement = said(statement, NO_STATEMENT, "statement")
    results = surveys.results_of(survey, version)
    table = results.question(question) if results else None
    if table is None or not any(not row.hidden for row in table.rows):
        raise Refusal(NO_FIGURE)
    return _pin(
        results,
        by,
        themes,
        statement=statement,
        basis="figure",
        question=question,
        figure=table.to_json(),
        n=table.n,
        suppression=frozen.hidden_in_table(table),
    )


@operation
def pin_crosstab(
    survey: Survey,
    question: str,
    across: str,
    *,
    statement: dict,
    version: SurveyVersion | None = None,
    themes: "list[Theme] | tuple[Theme, ...]" = (),
    by,
) -> Finding:
    """Keep the guarded table of one question by the answers to another, as it stands today.

    Raises Refusal if readers are not shown that table, or nothing in it.
    """
    statement = said(statement, NO_STATEMENT, "statement")
    results = surveys.results_of(survey, version)
    cross = frozen.cross_of(results, question, across)
    if cross is None or frozen.shows_nothing(cross):
        raise Refusal(NO_FIGURE)
    return _pin(
        results,
        by,
        themes,
        statement=statement,
        basis="crosstab",
        question=question,
        across=across,
        figure=cross,
        n=cross["n"],
        suppression=frozen.hidden_in_cross(cross),
    )


def _pin(results, by, themes, **kept) -> Finding:
    survey = results.survey
    finding = Finding.create(
        survey=survey,
        version=results.version,
        filter={},
        why_corrected={},
        found_on=clock.today(),
        pinned_by=by.id,
        **kept,
    )
    put_under(finding, themes)
    tie(finding, survey, by=by, sentence=BECAUSE_ANSWERED)
    record(PINNED, finding, by=by, survey=survey.slug, question=finding.question, n=finding.n)
    return finding
