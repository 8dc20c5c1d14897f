"""What of the plan waits for a person."""

from datetime import date, timedelta

from flask import url_for

from lipnet.core import clock
from lipnet.core.i18n import format_day, gettext
from lipnet.core.permissions import may
from lipnet.core.web import Waiting
from lipnet.plans import access
from lipnet.plans.access import Can
from lipnet.plans.models import ENDED, ActionPlan, PlanAction, years

SILENCE = timedelta(days=91)


def plan_waits(person) -> list[Waiting]:
    """My actions without a note for three months; for the coordinator, a plan not adopted."""
    plan = ActionPlan.current()
    if plan is None:
        return []
    waiting = [_silent(action) for action in plan.in_order() if _waits_for(person, action)]
    if may(person, Can.MANAGE) and not plan.is_adopted:
        waiting.append(_not_adopted(plan))
    return waiting


def _waits_for(person, action: PlanAction) -> bool:
    leads = action.lead_person_id == person.id or (
        action.lead_body_id is not None and may(person, Can.LEAD, body=action.lead_body_id)
    )
    return (
        leads
        and access.may_note(person, action)
        and action.status not in ENDED
        and clock.today() - _last_word(action) > SILENCE
    )


def _last_word(action: PlanAction) -> date:
    note = action.latest_note
    return note.on if note else action.planned_on


def _silent(action: PlanAction) -> Waiting:
    since = _last_word(action)
    return Waiting(
        gettext(
            "Note how action %(number)s stands: nothing was noted since %(day)s.",
            number=action.number,
            day=format_day(since),
        ),
        url_for("plans.progress", number=action.number),
        since,
    )


def _not_adopted(plan: ActionPlan) -> Waiting:
    return Waiting(
        gettext("The plan %(years)s is not adopted yet.", years=years(plan.fiscal_year)),
        url_for("plans.adopt", fiscal_year=plan.fiscal_year),
        plan.started_at,
    )
