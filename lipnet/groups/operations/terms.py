"""Terms of reference drafted and put in force."""

from datetime import date

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body, TermsOfReference
from lipnet.groups.terms.between import BetweenMeetings
from lipnet.groups.terms.models import FurtherClauses

DRAFTED = declare("groups.terms_drafted", lazy("%(who)s wrote a draft of version %(version)s."))
IN_FORCE = declare("groups.terms_in_force", lazy("%(who)s put version %(version)s in force."))


@operation
def draft_terms_of_reference(
    body: Body,
    *,
    sections: list[dict],
    quorum_kind: str,
    quorum_value: int,
    decision_rule: str = "consensus_then_majority",
    term_years: int = 2,
    notice_days: int = 7,
    review_on: date | None = None,
    further: dict | None = None,
    between: dict | None = None,
    by,
) -> TermsOfReference:
    """Write the body's draft, or rewrite the one that waits; what is in force stays as it is.

    `sections` is [{"title": {tag: text}, "text": {tag: text}}, ...]; `quorum_value` a number of
    people (fixed) or a percentage of the filled voting seats (share); `further` the fields of
    FurtherClauses, `between` those of BetweenMeetings ({}: no votes between meetings), all of
    them: None leaves what was written.
    """
    if quorum_kind == "share" and not 1 <= quorum_value <= 100:
        raise Refusal(lazy("Write a percentage from 1 to 100."), field="quorum_value")
    terms = body.terms_drafted or TermsOfReference(body=body, version=_next_version(body))
    terms.sections = sections
    terms.quorum_kind, terms.quorum_value = quorum_kind, quorum_value
    terms.decision_rule, terms.term_years = decision_rule, term_years
    terms.notice_days, terms.review_on = notice_days, review_on
    terms.save()
    if further is not None:
        _keep_further(terms, further)
    if between is not None:
        _keep_between(terms, between)
    record(DRAFTED, terms, by=by, version=terms.version)
    return terms


@operation
def put_terms_in_force(terms: TermsOfReference, *, on: date | None = None, by) -> TermsOfReference:
    """The body works by these terms from the day `on` (today); they do not change any more.

    Raises Refusal if they are in force, or the version before them begins later.
    """
    on = on or clock.today()
    if terms.in_force_from:
        raise Refusal(lazy("These terms of reference are already in force."))
    if terms.body.terms.where(TermsOfReference.in_force_from > on).exists():
        raise Refusal(
            lazy(
                "The version before this one begins later. Choose its first day or a day after it."
            ),
            field="on",
        )
    terms.in_force_from = on
    terms.save(only=[TermsOfReference.in_force_from])
    record(IN_FORCE, terms, by=by, version=terms.version)
    return terms


def _keep_further(terms: TermsOfReference, given: dict) -> None:
    if (given.get("second_call") == "fixed") != bool(given.get("second_call_value")):
        raise Refusal(
            lazy("Write how many must come, or choose another rule for the second call."),
            field="second_call_value",
        )
    FurtherClauses.delete().where(FurtherClauses.terms == terms).execute()
    FurtherClauses.create(terms=terms, **given)


def _keep_between(terms: TermsOfReference, given: dict) -> None:
    if given and not 1 <= (given.get("percent") or 0) <= 100:
        raise Refusal(lazy("Write a percentage from 1 to 100."), field="between_percent")
    BetweenMeetings.delete().where(BetweenMeetings.terms == terms).execute()
    if given:
        BetweenMeetings.create(terms=terms, **given)


def _next_version(body: Body) -> int:
    last = body.terms.order_by(TermsOfReference.version.desc()).first()
    return last.version + 1 if last else 1
