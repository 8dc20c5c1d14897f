"""How plans join the house."""

from flask import Flask, url_for
from markupsafe import Markup

from lipnet.core import clock, thread
from lipnet.core.i18n import gettext, lazy
from lipnet.core.permissions import may
from lipnet.core.thread import Kind
from lipnet.core.web import (
    Arrangement,
    Step,
    arrange,
    box_on,
    drawn_by,
    menu_item,
    step,
    waiting_from,
)
from lipnet.plans import access, in_minutes, leading, manage_strategy, taking_away, waiting
from lipnet.plans.access import Can
from lipnet.plans.acting import wiring as acting
from lipnet.plans.adopting import pages as adopting
from lipnet.plans.adopting import wiring as ratifying
from lipnet.plans.by_priority import by_priority
from lipnet.plans.compiling import wiring as compiling
from lipnet.plans.importing import wiring as importing
from lipnet.plans.indicators import wiring as indicators
from lipnet.plans.models import ActionPlan, PlanAction, Strategy, years
from lipnet.plans.sources import KINDS, may_be_planned, named_for
from lipnet.plans.viewing import pages as viewing

FLOOR = 7
PAGES = (adopting, viewing)  # they add their routes to the blueprint of plans


def wire(app: Flask) -> None:
    indicators.wire(app)
    app.register_blueprint(manage_strategy.bp)
    acting.wire(app)
    app.register_blueprint(taking_away.bp)
    importing.wire(app)
    menu_item(lazy("Plan"), "plans.this_year", Can.READ, floor=FLOOR)
    _register_kinds()
    compiling.join()
    _register_steps()
    waiting_from(waiting.plan_waits)
    ratifying.wire(app)
    leading.join()
    in_minutes.join()
    arrange("finding", Arrangement("priority", lazy("By priority"), by_priority))
    for kind in KINDS:
        box_on(kind, became_of)


def became_of(record, person) -> Markup:
    """On a source: the plan actions that rest on it, and what else was done with it."""
    if person is None or not may(person, Can.READ):
        return Markup("")
    links = thread.led_to(thread.ref(record))
    ids = [link.from_id for link in links if link.from_kind == PlanAction._meta.table_name]
    actions = list(PlanAction.select().where(PlanAction.id.in_(ids)).order_by(PlanAction.number))
    name, key = thread.ref(record)
    named, again = named_for(record)
    return drawn_by(
        "plans/box.html",
        actions=actions,
        choices=compiling.chosen_for(record),
        named=named,
        again=again,
        plan=ActionPlan.current() if may_be_planned(record) else None,
        key=f"{name}:{key}",
        may_manage=may(person, Can.MANAGE),
    )


def _register_kinds() -> None:
    thread.register(
        Kind(
            "plan_action",
            FLOOR,
            lazy("Plan action"),
            lambda key: PlanAction.get_or_none(PlanAction.id == int(key)),
            lambda action: {t: f"{action.number}. {text}" for t, text in action.text.items()},
            lambda action: url_for(
                "plans.action", number=action.number, fiscal_year=action.plan.fiscal_year
            ),
            access.may_see_action,
            lambda action: action.planned_on,
            seen=access.seen_actions,
        )
    )
    thread.register(
        Kind(
            "action_plan",
            FLOOR,
            lazy("Action plan"),
            lambda key: ActionPlan.get_or_none(ActionPlan.id == int(key)),
            lambda plan: gettext("Action plan %(years)s", years=years(plan.fiscal_year)),
            lambda plan: url_for("plans.plan", fiscal_year=plan.fiscal_year),
            access.may_see_plan,
            lambda plan: plan.adoption.on if plan.adoption else plan.started_at.date(),
        )
    )
    thread.register(
        Kind(
            "strategy",
            FLOOR,
            lazy("Strategy"),
            lambda key: Strategy.get_or_none(Strategy.id == int(key)),
            lambda strategy: strategy.title,
            lambda strategy: url_for("plans.one_strategy", strategy_id=strategy.id),
            access.may_see_strategy,
            lambda strategy: strategy.adopted_on,
        )
    )


def _register_steps() -> None:
    step(Step("strategy", 3, lazy("A strategy"), _strategy_stands, "plans.strategy"))
    step(Step("plan", 4, lazy("An action plan for the year"), _plan_stands, "plans.this_year"))


def _strategy_stands() -> bool:
    strategy = Strategy.current()
    year = clock.fiscal_year(clock.today())
    return bool(strategy and strategy.is_adopted and year < strategy.to_year)


def _plan_stands() -> bool:
    plan = ActionPlan.current()
    return bool(plan and plan.is_adopted)
