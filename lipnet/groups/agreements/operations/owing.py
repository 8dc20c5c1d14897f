"""What is owed to the funder: dated, sent, shown by a file, dropped, and remembered in time."""

from datetime import date

from lipnet.core import clock, files
from lipnet.core.brought import Brought
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.agreements.models import (
    RHYTHM_NAMES,
    Agreement,
    DueRule,
    Obligation,
    ObligationProof,
)
from lipnet.groups.agreements.periods import make_dated, may_go

OWED = declare("agreements.owed", lazy("%(who)s wrote down something that is owed."))
OWED_REGULARLY = declare(
    "agreements.owed_regularly", lazy("%(who)s wrote down something that is owed regularly.")
)
RULE_ENDED = declare("agreements.rule_ended", lazy("%(who)s ended something owed regularly."))
CHANGED = declare(
    "agreements.obligation_changed", lazy("%(who)s changed what is owed, or by when.")
)
SENT = declare("agreements.sent", lazy("%(who)s noted that this was sent."))
STILL_OWED = declare("agreements.still_owed", lazy("%(who)s noted that this is still owed."))
PROVED = declare("agreements.proved", lazy("%(who)s attached a proof."))
DROPPED = declare("agreements.dropped", lazy("%(who)s noted that this is no longer asked for."))
REMINDED = declare("agreements.reminded", lazy("The coordinators were reminded of this."))

MOST_DAYS = 366


@operation
def owe(
    agreement: Agreement, what: dict, *, due_on: date, remind_days: int = 14, note: str = "", by
) -> Obligation:
    """Something is owed by a day; coordinators are reminded so many days before."""
    _check(what, remind_days)
    _check_due(agreement, due_on)
    obligation = Obligation.create(
        agreement=agreement, what=what, due_on=due_on, remind_days=remind_days, note=note.strip()
    )
    record(OWED, obligation, by=by)
    return obligation


@operation
def owe_regularly(
    agreement: Agreement,
    what: dict,
    *,
    rhythm: str,
    days: int,
    remind_days: int = 14,
    from_on: date | None = None,
    by,
) -> DueRule:
    """Something is owed `days` after the end of each quarter or fiscal year of the agreement.

    Each becomes dated at once, from the first period that ends on or after `from_on`. Raises
    Refusal if there is none.
    """
    _check(what, remind_days)
    if rhythm not in RHYTHM_NAMES or not 0 <= days <= MOST_DAYS:
        raise Refusal(lazy("Write a number of days from 0 to 366."), field="days")
    hold(agreement)
    rule = DueRule.create(
        agreement=agreement, what=what, rhythm=rhythm, days=days, remind_days=remind_days,
        from_on=from_on or agreement.starts_on,
    )  # fmt: skip
    made = make_dated(rule)
    if not made:
        raise Refusal(lazy("No period of the agreement ends after that day."), field="from_on")
    record(OWED_REGULARLY, agreement, by=by, number=len(made))
    return rule


@operation
def end_rule(rule: DueRule, *, by) -> None:
    """Nothing more is owed by this rule: what is still open and not due yet goes."""
    today = clock.today()
    for row in list(rule.dated):
        if row.due_on > today and may_go(row):
            row.delete_instance()
    kept = Obligation.update(rule=None, period_ends_on=None).where(Obligation.rule == rule)
    kept.execute()
    record(RULE_ENDED, rule.agreement, by=by)
    rule.delete_instance()


@operation
def change_obligation(
    obligation: Obligation, *, what: dict, due_on: date, remind_days: int, note: str = "", by
) -> Obligation:
    """Another day or wording for this one alone; a later day is reminded of anew."""
    _check(what, remind_days)
    _check_due(obligation.agreement, due_on)
    obligation.what, obligation.note = what, note.strip()
    obligation.due_on, obligation.remind_days = due_on, remind_days
    if obligation.remind_from > clock.today():
        obligation.reminded_on = None
    obligation.save()
    record(CHANGED, obligation, by=by)
    return obligation


@operation
def mark_sent(
    obligation: Obligation, *, on: date, note: str = "", proof: Brought | None = None, by
) -> Obligation:
    """It was sent on that day, shown by a file where there is one."""
    if not obligation.is_open:
        raise Refusal(lazy("This is not owed any more."))
    if on > clock.today():
        raise Refusal(
            lazy("Choose the day on which it was sent; that is not in the future."), field="on"
        )
    obligation.sent_on = on
    obligation.note = note.strip() or obligation.note
    obligation.save(only=[Obligation.sent_on, Obligation.note])
    if proof is not None:
        _keep(obligation, proof, by)
    record(SENT, obligation, by=by)
    return obligation


@operation
def owe_still(obligation: Obligation, *, by) -> Obligation:
    """It was not sent after all, or is asked for again."""
    if obligation.is_open:
        raise Refusal(lazy("This is owed already."))
    obligation.sent_on = obligation.dropped_on = None
    obligation.save(only=[Obligation.sent_on, Obligation.dropped_on])
    record(STILL_OWED, obligation, by=by)
    return obligation


@operation
def attach_proof(obligation: Obligation, proof: Brought, *, by) -> ObligationProof:
    """One more file that shows it. The same file is attached once."""
    kept = _keep(obligation, proof, by)
    record(PROVED, obligation, by=by, name=kept.name)
    return kept


@operation
def drop_obligation(obligation: Obligation, *, by) -> Obligation:
    """The funder does not ask for it any more."""
    if not obligation.is_open:
        raise Refusal(lazy("This is not owed any more."))
    obligation.dropped_on = clock.today()
    obligation.save(only=[Obligation.dropped_on])
    record(DROPPED, obligation, by=by)
    return obligation


@operation
def remind_of_obligation(obligation: Obligation, *, by) -> Obligation:
    """Note that the coordinators get a letter about it now; each is reminded of before its day,
    and once it has passed."""
    obligation.reminded_on = clock.today()
    obligation.save(only=[Obligation.reminded_on])
    record(REMINDED, obligation, by=by)
    return obligation


def _check(what: dict, remind_days: int) -> None:
    if not any(what.values()):
        raise Refusal(lazy("Say in a few words what is owed."), field="what")
    if not 0 <= remind_days <= MOST_DAYS:
        raise Refusal(lazy("Write a number of days from 0 to 366."), field="remind_days")


def _check_due(agreement: Agreement, due_on: date) -> None:
    if due_on < agreement.starts_on:
        raise Refusal(lazy("Nothing is owed before the agreement begins."), field="due_on")


def _keep(obligation: Obligation, proof: Brought, by) -> ObligationProof:
    stored = files.keep(proof.content, proof.name, proof.media_type)
    row, _ = ObligationProof.get_or_create(
        obligation=obligation,
        file=stored,
        defaults={"name": proof.name[:200], "added_on": clock.today(), "added_by": by.id},
    )
    return row
