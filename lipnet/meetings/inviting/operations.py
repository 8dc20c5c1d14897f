"""A member answers an invitation; a person's calendar gets an address; the agenda is sent."""

import secrets

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import people_of
from lipnet.meetings.inviting.agenda_sent import agenda_as_sent, last_sending, may_be_sent
from lipnet.meetings.inviting.coming import may_answer, standing_alternate
from lipnet.meetings.inviting.models import ANSWERS, AgendaSending, CalendarFeed, MeetingReply
from lipnet.meetings.models import Attendance, Meeting
from lipnet.meetings.operations.attendance import record_attendance
from lipnet.people.models import Person

REPLIED = declare("meetings.replied", lazy("%(who)s answered the invitation."))
RENEWED = declare(
    "meetings.calendar_renewed", lazy("%(who)s made a new address for their calendar.")
)

AGENDA_SENT = declare("meetings.agenda_sent", lazy("%(who)s sent the agenda to the members."))

LONGEST_NAME = 200


@operation
def reply_to_invitation(
    meeting: Meeting, person: Person, answer: str, *, alternate=False, instead_name: str = "", by
) -> MeetingReply:
    """`person` comes, comes online, or cannot; then their `alternate` or somebody else may come.

    Who cannot come has sent regrets; who changes their mind takes these back. Raises Refusal once
    the meeting has begun or was called off, and for who is no member.
    """
    fresh = hold(meeting)
    if not may_answer(fresh):
        raise Refusal(lazy("This meeting does not wait for answers any more."))
    if person not in people_of(fresh.body, fresh.on) or answer not in ANSWERS:
        raise Refusal(lazy("Choose one of the answers."))
    values = {"answer": answer, "at": clock.now(), **_who_instead(fresh, person, answer, alternate,
                                                                  instead_name)}  # fmt: skip
    row, new = MeetingReply.get_or_create(meeting=fresh, person=person, defaults=values)
    before = None if new else row.instead_id
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    _note_regrets(fresh, person, answer, by)
    told = {"asked": row.instead_id, "released": before} if before != row.instead_id else {}
    record(REPLIED, meeting, by=by, person=person.id, answer=answer, **told)
    return row


@operation
def renew_calendar(person: Person, *, by) -> CalendarFeed:
    """A new secret address for the person's calendar; the one before ends."""
    values = {"nonce": secrets.token_urlsafe(18), "made_at": clock.now()}
    feed, new = CalendarFeed.get_or_create(person=person, defaults=values)
    if not new:
        feed.nonce, feed.made_at = values["nonce"], values["made_at"]
        feed.save()
    record(RENEWED, person, by=by)
    return feed


@operation
def send_agenda(meeting: Meeting, *, by) -> AgendaSending:
    """Send the agenda as it is now; a second time with what changed, and only if something did."""
    hold(meeting)
    if not may_be_sent(meeting):
        raise Refusal(lazy("An agenda goes to members who were called, before they meet."))
    agenda, before = agenda_as_sent(meeting), last_sending(meeting)
    if not agenda:
        raise Refusal(lazy("Nothing is on the agenda yet."))
    if before and before.agenda == agenda:
        raise Refusal(lazy("The members have this agenda already."))
    sent = AgendaSending.create(meeting=meeting, agenda=agenda, at=clock.now())
    record(AGENDA_SENT, meeting, by=by, sending=sent.id)
    return sent


def _who_instead(meeting: Meeting, person: Person, answer: str, alternate, name: str) -> dict:
    """A name is taken before the standing alternate; whoever comes needs nobody in their place."""
    name = " ".join(name.split())[:LONGEST_NAME] if answer == "cannot" else ""
    wanted = answer == "cannot" and alternate and not name
    return {
        "instead": standing_alternate(meeting, person) if wanted else None,
        "instead_name": name,
    }


def _note_regrets(meeting: Meeting, person: Person, answer: str, by) -> None:
    if answer == "cannot":
        record_attendance(meeting, {person: "regrets"}, by=by)
        return
    own = (Attendance.meeting == meeting) & (Attendance.person == person)
    Attendance.delete().where(own, Attendance.status == "regrets").execute()
