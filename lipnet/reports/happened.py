"""What happened between two days, as everybody may know it: each from a fixed number of queries."""

from collections.abc import Iterable
from datetime import date

import peewee

from lipnet.core import clock
from lipnet.engagement.models import Engagement
from lipnet.evidence.models import Finding
from lipnet.groups.models import Appointment, Body, Seat
from lipnet.meetings.access import hidden_from
from lipnet.meetings.evotes.models import EVote
from lipnet.meetings.models import CARRIED, Attendance, Meeting, Minutes, MinutesAdoption, Motion
from lipnet.people.models import Organisation, Person
from lipnet.plans.models import ActionPlan, PlanAction, PlanAdoption, ProgressNote
from lipnet.surveys.models import Survey

ARE_THERE = ("present", "guest", "staff")


def meetings_held(first: date, last: date) -> list[Meeting]:
    """The meetings that were held, the earliest first; each with its body."""
    rows = Meeting.select(Meeting, Body).join(Body)
    held = Meeting.on.between(first, last) & Meeting.held_at.is_null(False)
    return list(rows.where(held).order_by(Meeting.on, Meeting.id))


def people_there(meetings: Iterable[Meeting]) -> dict[int, int]:
    """How many people were at each meeting, by its id."""
    count = peewee.fn.COUNT(Attendance.id)
    rows = Attendance.select(Attendance.meeting, count).where(
        Attendance.meeting.in_([one.id for one in meetings]) & Attendance.status.in_(ARE_THERE)
    )
    return dict(rows.group_by(Attendance.meeting).tuples())


def motions_carried(first: date, last: date) -> list[tuple[date, Body, Motion]]:
    """The motions that carried and that everybody may read: those of adopted minutes which no
    confidential item hides. The earliest first."""
    bodies = {body.id: body for body in Body.select()}
    adopted, hidden = _adopted_meetings(), hidden_from(None)
    between = _entered_in()
    rows = Motion.select(Motion, Meeting).join(Meeting, peewee.JOIN.LEFT_OUTER)
    days = Motion.between_on.between(first, last) | Meeting.on.between(first, last)
    found = []
    for row in rows.where(Motion.result.in_(CARRIED) & days):
        stands_in = between.get(row.id) if row.is_between_meetings else row.meeting_id
        if stands_in in adopted and row.agenda_item_id not in hidden:
            body = row.between_body_id if row.is_between_meetings else row.meeting.body_id
            found.append((row.on, bodies[body], row))
    return sorted(found, key=lambda one: (one[0], one[2].number))


def actions_done(first: date, last: date) -> list[tuple[ProgressNote, PlanAction]]:
    """Actions of adopted plans that came to an end between the days, each with the note that says
    so; the earliest first. What was taken up again is not done."""
    newest: dict[int, ProgressNote] = {}
    rows = (
        ProgressNote.select(ProgressNote, PlanAction, ActionPlan)
        .join(PlanAction)
        .join(ActionPlan)
        .join(PlanAdoption)
    )
    for note in rows.order_by(ProgressNote.on, ProgressNote.id):
        newest[note.action_id] = note
    done = [note for note in newest.values() if note.status == "done" and first <= note.on <= last]
    done.sort(key=lambda note: (note.on, note.action.number))
    return [(note, note.action) for note in done]


def statuses_of(fiscal_year: int) -> list[str]:
    """How each action of the year's plan stands."""
    plan = ActionPlan.of_year(fiscal_year)
    if plan is None:
        return []
    rows = ProgressNote.select().join(PlanAction).where(PlanAction.plan == plan)
    newest = {n.action_id: n.status for n in rows.order_by(ProgressNote.on, ProgressNote.id)}
    ids = PlanAction.select(PlanAction.id).where(PlanAction.plan == plan)
    return [newest.get(action.id, "not_started") for action in ids]


def engagements_held(first: date, last: date) -> list[Engagement]:
    """Those that began between the days and not after today, the earliest first."""
    until = min(last, clock.today())
    rows = Engagement.select().where(Engagement.from_on.between(first, until))
    return list(rows.order_by(Engagement.from_on, Engagement.id))


def members_on(day: date) -> list[Person]:
    """Everybody seated in a body on a day, each once, with their organisation."""
    still_there = Body.dissolved_on.is_null() | (Body.dissolved_on > day)
    rows = (
        Appointment.select(Appointment, Person, Organisation)
        .join(Person)
        .join(Organisation, peewee.JOIN.LEFT_OUTER)
        .switch(Appointment)
        .join(Seat)
        .join(Body)
        .where(
            (Body.founded_on <= day)
            & still_there
            & (Seat.removed_on.is_null() | (Seat.removed_on > day))
            & (Appointment.from_on <= day)
        )
    )
    in_effect = [row for row in rows if row.in_effect(day)]
    return list({row.person_id: row.person for row in in_effect}.values())


def findings_of(first: date, last: date) -> list[Finding]:
    """The findings that hold and were made between the days, that everybody may read."""
    rows = Finding.standing().select(Finding, Survey).join(Survey, peewee.JOIN.LEFT_OUTER)
    found = rows.where(Finding.found_on.between(first, last))
    found = found.order_by(Finding.found_on, Finding.id)
    return [one for one in found if one.is_from_outside or one.survey.is_closed]


def _adopted_meetings() -> set[int]:
    rows = MinutesAdoption.select(Minutes.meeting).join(Minutes)
    return {meeting for (meeting,) in rows.tuples()}


def _entered_in() -> dict[int, int | None]:
    """Of motions voted on between meetings: the meeting whose minutes hold each."""
    rows = EVote.select(EVote.motion, EVote.entered_in).where(EVote.motion.is_null(False))
    return dict(rows.tuples())
