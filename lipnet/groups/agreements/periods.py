"""A due rule becomes dated obligations, one for each period the agreement covers."""

from datetime import timedelta

from lipnet.core import thread
from lipnet.groups.agreements.models import DueRule, Obligation
from lipnet.groups.agreements.standing import last_day, period_ends


def make_dated(rule: DueRule) -> list[Obligation]:
    """Make what is missing and take away what no period asks for any more; gives all that is made.

    Called by operations, inside their transaction.
    """
    agreement = rule.agreement
    ends = period_ends(rule.rhythm, agreement.starts_on, last_day(agreement), rule.from_on)
    kept = {row.period_ends_on: row for row in rule.dated}
    for day in set(kept) - set(ends):
        if may_go(kept[day]):
            kept[day].delete_instance()
    return [kept.get(day) or _dated(rule, day) for day in ends]


def may_go(obligation: Obligation) -> bool:
    """Whether nothing happened to it yet: not sent, not dropped, no file, nothing rests on it."""
    leaned_on = thread.led_to(thread.ref(obligation))
    return obligation.is_open and not leaned_on and not obligation.proofs.exists()


def _dated(rule: DueRule, ends_on) -> Obligation:
    return Obligation.create(
        agreement=rule.agreement_id,
        rule=rule,
        period_ends_on=ends_on,
        what=rule.what,
        due_on=ends_on + timedelta(days=rule.days),
        remind_days=rule.remind_days,
    )
