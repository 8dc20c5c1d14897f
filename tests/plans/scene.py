"""A strategy, a meeting and a plan, made as people make them: by the operations."""

from datetime import date

from lipnet.core import clock
from lipnet.evidence import operations as evidence
from lipnet.groups import operations as groups
from lipnet.groups.models import Body
from lipnet.meetings import operations as meetings
from lipnet.meetings.models import Meeting
from lipnet.plans import operations
from lipnet.plans.models import ActionPlan

EVENING = {"en": "Offer evening classes near the harbour", "fr": "Offrir des cours du soir au port"}
GUIDE = {"en": "Write a first-week guide", "fr": "Écrire un guide de la première semaine"}


def council(by) -> Body:
    """A council that keeps notes, so that its minutes close without a later motion."""
    return Body.by_slug("council") or groups.establish_body(
        kind="council",
        name={"en": "Council", "fr": "Conseil"},
        adopts_minutes=False,
        founded_on=date(2020, 1, 1),
        by=by,
    )


def seated(person, body, *, role: str = "member", by):
    """`person` holds a seat of `body` from its founding for many years."""
    seat = groups.add_seat(body, label={"en": "A seat"}, sector="settlement", by=by)
    return groups.appoint(
        seat, person, role=role, from_on=body.founded_on, to_on=date(2035, 1, 1), by=by
    )


def meeting(by, *, on: date | None = None, body=None):
    """A meeting that took place today (or on a day) with one guest."""
    on = on or clock.today()
    body = body or council(by)
    called = meetings.call_meeting(
        body, on, starts_at=free_hour(body, on), place="Town hall", by=by
    )
    meetings.add_attendee(called, status="guest", name="A guest", by=by)
    return called


def free_hour(body, on: date) -> str:
    """An hour later for each meeting the body has that day already."""
    return f"{8 + body.meetings.where(Meeting.on == on).count():02d}:30"


def adopt_minutes(of, by) -> None:
    meetings.circulate_minutes(of, by=by)
    meetings.adopt_minutes(of.minutes, by=by)


def motion(by, *, on: date | None = None, result: str = "consensus", body=None):
    """A motion of a meeting held today."""
    return meetings.move_motion(
        meeting(by, on=on, body=body),
        {"en": "That it be adopted.", "fr": "Que ce soit adopté."},
        result=result,
        by=by,
    )


def strategy(by, *, from_year: int | None = None):
    """A strategy of five years with a pillar and two priorities, not adopted."""
    year = from_year or clock.fiscal_year(clock.today()) - 1
    made = operations.write_strategy(
        {"en": "Belonging here", "fr": "Trouver sa place"},
        from_year=year,
        to_year=year + 5,
        by=by,
    )
    pillar = operations.add_pillar(made, {"en": "Language", "fr": "Langue"}, by=by)
    operations.add_priority(pillar, {"en": "Classes for everybody"}, by=by)
    operations.add_priority(pillar, {"en": "Information in many languages"}, by=by)
    return made


def priority(plan: ActionPlan, number: int = 0):
    return plan.strategy.in_order()[0].in_order()[number]


def plan(by, *, year: int | None = None) -> ActionPlan:
    """This fiscal year's plan, empty, under a strategy."""
    year = year or clock.fiscal_year(clock.today())
    under = strategy(by, from_year=year - 1)
    return operations.start_plan(under, year, by=by)


def action(plan: ActionPlan, by, text: dict = EVENING, **particulars):
    return operations.plan_action(plan, priority(plan), text, by=by, **particulars)


def adopted_plan(by, *, year: int | None = None) -> ActionPlan:
    """A plan of two actions, adopted."""
    made = plan(by, year=year)
    action(made, by)
    action(made, by, GUIDE)
    operations.adopt_plan(made, motion=motion(by), by=by)
    return made


def defeated_motion(by, *, mover, seconder):
    """A motion that two present members moved and that did not carry."""
    body, today = council(by), clock.today()
    held = meetings.call_meeting(
        body, today, starts_at=free_hour(body, today), place="Town hall", by=by
    )
    meetings.record_attendance(held, {mover: "present", seconder: "present"}, by=by)
    return meetings.move_motion(
        held, {"en": "No."}, mover=mover, seconder=seconder, result="defeated", by=by
    )


def outside_finding(by):
    """Something learned from a source of others."""
    return evidence.note_outside_finding(
        {"en": "One in four waits for a class."}, source="Settlement agency", by=by
    )
