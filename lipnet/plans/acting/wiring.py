"""How actions at work join the plans."""

from functools import partial

from flask import Flask

from lipnet.core import mail
from lipnet.core.permissions import may
from lipnet.plans.access import Can
from lipnet.plans.acting import (
    lead_pages,
    letters,
    money_pages,
    notes_shown,
    operations,
    pages,
    showing,
    talk_pages,
)
from lipnet.plans.acting.along import bring_along
from lipnet.plans.acting.models import columns_of
from lipnet.plans.acting.operations.progress import ASKED, REMINDED
from lipnet.plans.models import PlanAction
from lipnet.plans.openings import goes_along, opens_with
from lipnet.plans.viewing.rows import starts_from


def wire(app: Flask) -> None:
    app.register_blueprint(pages.bp)
    opens_with(operations.bring_back)
    goes_along(bring_along)
    starts_from(showing.planned_starts)
    app.register_blueprint(lead_pages.public)
    app.register_blueprint(money_pages.bp)
    app.register_blueprint(talk_pages.bp)
    address = app.config["LIPNET"].site.address.rstrip("/")
    for event in (ASKED, REMINDED):
        mail.on_event(event, partial(letters.asked, address=address))
    _tell_templates(app)


def _tell_templates(app: Flask) -> None:
    app.jinja_env.globals["facts_of_action"] = facts_of_action
    app.jinja_env.globals["notes_more"] = notes_shown.notes_more
    app.jinja_env.globals["may_see_plan_money"] = lambda person: may(person, Can.SEE_MONEY)
    app.jinja_env.globals["talk_of"] = talk_pages.talk_of
    app.jinja_env.globals["points"] = notes_shown.points
    app.jinja_env.globals["columns_of_plan"] = columns_of
    app.jinja_env.globals["further_of"] = showing.further_of
    app.jinja_env.globals["further_facts"] = showing.facts_of


def facts_of_action(action: PlanAction) -> list[tuple]:
    """For one action's page: the further columns that its plan uses."""
    further = showing.further_of([action], action.plan)[action.id]
    return showing.facts_of(further, columns_of(action.plan))
