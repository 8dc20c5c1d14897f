"""Sums of a plan's money: by action, by priority, by source; for its pages and for reports."""

from typing import NamedTuple

import peewee

from lipnet.core.i18n import gettext
from lipnet.core.multilingual import plain
from lipnet.groups.agreements.models import BUDGET_LINE_NAMES, Agreement
from lipnet.people.models import Organisation
from lipnet.plans.acting.money import ActionMoney
from lipnet.plans.acting.totals import Amounts, total, totals
from lipnet.plans.models import ActionPlan, PlanAction, Priority


class Told(NamedTuple):
    """All of a plan's money: together, and the same sum three ways (what, amounts)."""

    whole: Amounts
    by_action: list[tuple[PlanAction, Amounts]]
    by_priority: list[tuple[Priority, Amounts]]
    by_source: list[tuple[str, Amounts]]


def money_of_plan(plan: ActionPlan) -> Told:
    """Read with one query, however many actions and sources there are."""
    rows = list(_rows().where(PlanAction.plan == plan).order_by(PlanAction.number, ActionMoney.id))
    actions = {row.action_id: row.action for row in rows}
    priorities = {row.action.priority_id: row.action.priority for row in rows}
    by_action = totals((row.action_id, row.amounts) for row in rows)
    by_priority = totals((row.action.priority_id, row.amounts) for row in rows)
    return Told(
        total(row.amounts for row in rows),
        [(actions[key], amounts) for key, amounts in by_action.items()],
        [(priorities[key], amounts) for key, amounts in by_priority.items()],
        list(totals((source_of(row), row.amounts) for row in rows).items()),
    )


def money_of_action(action: PlanAction) -> list[ActionMoney]:
    return list(_rows().where(ActionMoney.action == action).order_by(ActionMoney.id))


def by_action(plan: ActionPlan) -> dict[int, list[ActionMoney]]:
    """What each source gives to each action, by the action's id; one query."""
    found: dict[int, list[ActionMoney]] = {}
    for row in _rows().where(PlanAction.plan == plan).order_by(ActionMoney.id):
        found.setdefault(row.action_id, []).append(row)
    return found


def source_of(row: ActionMoney) -> str:
    """In words: the line of the agreement, the organisation, or that it is not said."""
    if row.agreement is not None:
        return line_named(row.agreement, row.line)
    return plain(row.organisation.name) if row.organisation else gettext("Source not said")


def line_named(agreement: Agreement, kind: str) -> str:
    return gettext(
        "%(line)s, agreement %(number)s", line=BUDGET_LINE_NAMES[kind], number=agreement.number
    )


def _rows():
    outer = peewee.JOIN.LEFT_OUTER
    return (
        ActionMoney.select(ActionMoney, PlanAction, Priority, Agreement, Organisation)
        .join(PlanAction)
        .join(Priority)
        .join_from(ActionMoney, Agreement, outer)
        .join_from(ActionMoney, Organisation, outer)
    )
