"""Who may see meetings, run them, and finish what was taken on."""

from flask import g, has_request_context

from lipnet.core import clock, thread
from lipnet.core.permissions import Role, declare, may
from lipnet.core.refusals import NotFound, NotYours
from lipnet.core.web import may_change, me
from lipnet.groups.models import Appointment, Body, TermsOfReference, people_of
from lipnet.groups.operations import between_meetings_on
from lipnet.meetings.citing.models import citing
from lipnet.meetings.evotes.models import EVote, EVotePaper, EVoter
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.minuting.confidential import every_confidential
from lipnet.meetings.models import AgendaItem, Attendance, Decision, Meeting, Motion
from lipnet.nominations.access import call_to_see
from lipnet.nominations.models import Call


class Can:
    SEE_MEETINGS = declare("meetings.see", Role.COORDINATOR, Role.CHAIR, Role.MEMBER, Role.VIEWER)
    RUN_MEETINGS = declare("meetings.run", Role.COORDINATOR, Role.CHAIR, Role.SECRETARY)
    ASK_EVOTES = declare("meetings.ask_evotes", Role.COORDINATOR, Role.CHAIR)
    WITHDRAW_OLD_MINUTES = declare("meetings.withdraw_old_minutes", Role.COORDINATOR)


def may_see(person) -> bool:
    return may(person, Can.SEE_MEETINGS)


def may_run(person, body: Body) -> bool:
    """Whether `person` coordinates, or chairs this very body or writes for it."""
    return may(person, Can.RUN_MEETINGS, body=body.id)


def may_see_confidential(person, meeting: Meeting) -> bool:
    """Whether `person` sits in the body, or runs its meetings; None means the public."""
    if person is None or not may_see(person):
        return False
    days = {clock.today(), max(meeting.on, clock.today())}
    return may_run(person, meeting.body) or any(
        person in people_of(meeting.body, day) for day in days
    )


def hidden_from(person) -> frozenset[int]:
    """The confidential agenda items that `person` may not see; None means the public.

    Asked of every line of a page, so one page asks the database once.
    """
    known = g.setdefault("hidden_items", {}) if has_request_context() else {}
    key = person.id if person else None
    if key not in known:
        rows = every_confidential()
        meetings = {meeting.id: meeting for _, meeting in rows}
        open_to = {at for at, one in meetings.items() if may_see_confidential(person, one)}
        known[key] = frozenset(item for item, one in rows if one.id not in open_to)
    return known[key]


def may_see_line(person, record) -> bool:
    """Whether an item, or what stands under one, is not hidden from `person`; who took an action
    on sees it."""
    item = record.id if isinstance(record, AgendaItem) else record.agenda_item_id
    theirs = person is not None and getattr(record, "owner_id", None) == person.id
    return item is None or theirs or item not in hidden_from(person)


def may_see_whole(person, meeting: Meeting) -> bool:
    """Whether nothing of `meeting` is hidden from `person`: the file its minutes came from tells
    all of it."""
    hidden = hidden_from(person)
    return not hidden or not any(item.id in hidden for item in meeting.items)


def lines_that_name(person, targets: list) -> list:
    """The motions, decisions and actions of meetings that name any of these records of an upper
    floor, as far as `person` may see them."""
    if not may_see(person):
        return []
    found = (thread.kind(here.kind).load(here.id) for here in citing(targets))
    return lines_seen_by(person, [line for line in found if line is not None])


def lines_seen_by(person, records) -> list:
    return [record for record in records if may_see_line(person, record)]


def bodies_to_run(person) -> list[Body]:
    return [body for body in Body.standing() if may_run(person, body)]


def meeting_to_see(meeting_id: int) -> Meeting:
    return _found(Meeting, meeting_id)


def meeting_to_run(meeting_id: int) -> Meeting:
    return _to_run(meeting_to_see(meeting_id))


def item_to_see(item_id: int) -> AgendaItem:
    return _line(AgendaItem, item_id)


def item_to_run(item_id: int) -> AgendaItem:
    item = item_to_see(item_id)
    _to_run(item.meeting)
    return item


def attendee_to_remove(attendee_id: int) -> Attendance:
    attendee = _found(Attendance, attendee_id)
    _to_run(attendee.meeting)
    return attendee


def motion_to_see(motion_id: int) -> Motion:
    return _line(Motion, motion_id)


def motion_to_run(motion_id: int) -> Motion:
    motion = motion_to_see(motion_id)
    if motion.is_between_meetings:
        raise NotFound
    _to_run(motion.meeting)
    return motion


def evote_to_see(evote_id: int) -> EVote:
    return _found(EVote, evote_id)


def evote_paper_to_see(paper_id: int) -> EVotePaper:
    """For whoever sees the vote."""
    return _found(EVotePaper, paper_id)


def evote_to_run(evote_id: int) -> EVote:
    """For who may ask for votes in that group: to withdraw it, or to close it early."""
    evote = evote_to_see(evote_id)
    may_change(me(), Can.ASK_EVOTES, body=evote.body_id)
    return evote


def own_vote(evote: EVote, person) -> EVoter | None:
    """The member's own line, or the one for which they may stand in."""
    own = EVoter.get_or_none(evote=evote, person=person)
    return own or EVoter.get_or_none(evote=evote, alternate=person)


def own_vote_to_cast(evote_id: int) -> EVoter:
    voter = own_vote(evote_to_see(evote_id), me())
    if voter is None:
        raise NotYours
    return voter


def bodies_to_ask(person) -> list[Body]:
    """The bodies in which `person` may ask for a vote between meetings, if their terms allow it."""
    asking = [body for body in Body.standing() if may(person, Can.ASK_EVOTES, body=body.id)]
    return [body for body in asking if between_meetings_on(body, clock.today())]


def is_in_adopted_minutes(motion: Motion) -> bool:
    """Of a motion that was voted on between meetings: whether the minutes that hold it are
    closed."""
    vote = EVote.get_or_none(EVote.motion == motion)
    return bool(vote and vote.entered_in and vote.entered_in.adoption)


def decision_to_see(decision_id: int) -> Decision:
    return _line(Decision, decision_id)


def decision_to_run(decision_id: int) -> Decision:
    decision = decision_to_see(decision_id)
    _to_run(decision.meeting)
    return decision


def action_to_see(action_id: int) -> ActionItem:
    return _line(ActionItem, action_id)


def action_to_run(action_id: int) -> ActionItem:
    action = action_to_see(action_id)
    _to_run(action.meeting)
    return action


def action_to_finish(action_id: int) -> ActionItem:
    action = action_to_see(action_id)
    if not may_finish(me(), action):
        raise NotYours
    return action


def may_finish(person, action: ActionItem) -> bool:
    """Its owner, somebody of the organisation that owns it, or who runs the body's meetings."""
    if not may_see(person):
        return False
    theirs = (
        action.owner_organisation_id is not None
        and person.organisation_id == action.owner_organisation_id
    )
    return theirs or action.owner_id == person.id or may_run(person, action.meeting.body)


def terms_to_adopt(terms_id: int) -> TermsOfReference:
    terms = _found(TermsOfReference, terms_id)
    may_change(me(), Can.RUN_MEETINGS, body=terms.body_id)
    return terms


def appointment_to_ratify(appointment_id: int) -> Appointment:
    appointment = _found(Appointment, appointment_id)
    may_change(me(), Can.RUN_MEETINGS, body=appointment.seat.body_id)
    return appointment


def call_to_ratify(call_id: int) -> tuple[Call, list[Appointment]]:
    """A decided call, and whom it brought into the group."""
    call = call_to_see(call_id)
    may_change(me(), Can.RUN_MEETINGS, body=call.body_id)
    appointments = appointed_by(call)
    if not appointments:
        raise NotFound
    return call, appointments


def appointed_by(call: Call) -> list[Appointment]:
    """Whom a call for nominations brought into the group, by name."""
    found = [row.appointment for row in call.everybody]
    return [appointment for appointment in found if appointment]


def _to_run(meeting: Meeting) -> Meeting:
    may_change(me(), Can.RUN_MEETINGS, body=meeting.body_id)
    return meeting


def _line(model, record_id: int):
    record = _found(model, record_id)
    if not may_see_line(me(), record):
        raise NotFound
    return record


def _found(model, record_id: int):
    record = model.get_or_none(model.id == record_id)
    if record is None:
        raise NotFound
    return record
