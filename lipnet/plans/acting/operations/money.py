"""Write down what an action costs and what is given to it."""

from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.agreements.models import Agreement, BudgetLine
from lipnet.people.models import Organisation
from lipnet.plans.acting.money import ActionMoney
from lipnet.plans.acting.totals import AMOUNTS
from lipnet.plans.models import PlanAction

KEPT = declare("plans.money_kept", lazy("%(who)s wrote down money of action %(number)s."))
REMOVED = declare("plans.money_removed", lazy("%(who)s took out money of action %(number)s."))


@operation
def keep_money(
    action: PlanAction,
    *,
    row: ActionMoney | None = None,
    budget_line: BudgetLine | None = None,
    organisation: Organisation | None = None,
    by,
    **amounts: int | None,
) -> ActionMoney:
    """What one source gives, planned and actual: any of AMOUNTS, cents and hours; a `row` anew.

    Raises Refusal for two sources at once, a line of another year, a source that stands there
    already, or nothing at all.
    """
    if set(amounts) - set(AMOUNTS):
        raise TypeError(f"money has no {sorted(set(amounts) - set(AMOUNTS))[0]}")
    hold(action)
    _check_source(action, row, budget_line, organisation)
    if not any(value is not None and value > 0 for value in amounts.values()):
        raise Refusal(lazy("Write at least one amount."), field="cash_planned")
    kept = row or ActionMoney(action=action)
    before = dict(zip(AMOUNTS, kept.amounts, strict=True)) if row else {}
    kept.agreement, kept.line = _line(budget_line)
    kept.organisation = organisation
    for name, value in amounts.items():
        setattr(kept, name, value)
    kept.save()
    record(KEPT, action, by=by, number=action.number, before=before, now=amounts)
    return kept


@operation
def remove_money(row: ActionMoney, *, by) -> None:
    """Take out what a source gives; the event says what it was."""
    before = dict(zip(AMOUNTS, row.amounts, strict=True))
    row.delete_instance()
    record(REMOVED, row.action, by=by, number=row.action.number, before=before)


def _check_source(action: PlanAction, row, budget_line, organisation) -> None:
    if budget_line and organisation:
        raise Refusal(
            lazy("Choose a line of the agreement or an organisation, not both."),
            field="organisation",
        )
    if budget_line and budget_line.fiscal_year != action.plan.fiscal_year:
        raise Refusal(lazy("This line belongs to another year."), field="budget_line")
    others = ActionMoney.select().where(ActionMoney.action == action)
    if row is not None:
        others = others.where(ActionMoney.id != row.id)
    named = {(other.agreement, other.line, other.organisation) for other in others}
    if (*_line(budget_line), organisation) in named:
        raise Refusal(
            lazy("This source stands there already. Change its amounts."), field="budget_line"
        )


def _line(budget_line: BudgetLine | None) -> tuple[Agreement | None, str]:
    return (budget_line.agreement, budget_line.kind) if budget_line else (None, "")
