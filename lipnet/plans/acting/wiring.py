"""How actions at work join the plans."""

from flask import Flask

from lipnet.plans.acting import operations, pages, showing
from lipnet.plans.acting.along import bring_along
from lipnet.plans.acting.models import columns_of
from lipnet.plans.models import PlanAction
from lipnet.plans.openings import goes_along, opens_with


def wire(app: Flask) -> None:
    app.register_blueprint(pages.bp)
    opens_with(operations.bring_back)
    goes_along(bring_along)
    app.jinja_env.globals["facts_of_action"] = facts_of_action
    app.jinja_env.globals["columns_of_plan"] = columns_of
    app.jinja_env.globals["further_of"] = showing.further_of
    app.jinja_env.globals["further_facts"] = showing.facts_of


def facts_of_action(action: PlanAction) -> list[tuple]:
    """For one action's page: the further columns that its plan uses."""
    further = showing.further_of([action], action.plan)[action.id]
    return showing.facts_of(further, columns_of(action.plan))
