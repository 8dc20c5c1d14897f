"""Meetings as entries of a calendar (RFC 5545), and as invitations to one (RFC 5546)."""

from collections.abc import Iterable
from datetime import timedelta

from lipnet.core import ical
from lipnet.core.events import Event, history
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Invite
from lipnet.core.multilingual import plain
from lipnet.meetings.inviting.coming import begins_at
from lipnet.meetings.inviting.models import MeetingReply
from lipnet.meetings.models import Meeting
from lipnet.meetings.operations.calling import CALLED_OFF_EVENT, CHANGED
from lipnet.meetings.series.models import is_planned
from lipnet.people.models import Person

USUAL_LENGTH = 120  # minutes, where the agenda does not say how long each item takes
PARTS = {"come": "ACCEPTED", "online": "ACCEPTED", "cannot": "DECLINED"}


def invite(meeting: Meeting, person: Person, *, address: str, sender: str) -> Invite:
    """For one member's calendar; a meeting that was called off is taken out of it."""
    method = "CANCEL" if meeting.is_called_off else "REQUEST"
    between = [f"ORGANIZER:mailto:{sender}", _attendee(meeting, person)]
    lines = entry(meeting, address, between)
    return Invite(method, ical.calendar(lines, about="meetings", method=method))


def feed(meetings: Iterable[Meeting], *, name: str, address: str) -> str:
    """Meetings for a calendar that asks again by itself (RFC 7986 names and refreshes it)."""
    head = [
        f"NAME:{ical.escaped(name)}",
        f"X-WR-CALNAME:{ical.escaped(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ]
    entries = [line for meeting in meetings for line in entry(meeting, address)]
    return ical.calendar([*head, *entries], about="meetings")


def entry(meeting: Meeting, address: str, between: Iterable[str] = ()) -> list[str]:
    """The lines of one VEVENT. UID never changes; SEQUENCE grows with each move."""
    page = f"{address.rstrip('/')}/meetings/{meeting.id}"
    changes = _changes(meeting)
    stamp = max([meeting.called_at, *(event.at for event in changes)])
    begins = begins_at(meeting)
    return [
        "BEGIN:VEVENT",
        f"UID:meeting-{meeting.id}@{_host(address)}",
        f"SEQUENCE:{len(changes)}",
        f"DTSTAMP:{ical.moment(stamp)}",
        f"DTSTART:{ical.moment(begins)}",
        f"DTEND:{ical.moment(begins + timedelta(minutes=_length(meeting)))}",
        f"SUMMARY:{ical.escaped(_summary(meeting))}",
        f"LOCATION:{ical.escaped(meeting.place or meeting.link)}",
        f"DESCRIPTION:{ical.escaped(_description(meeting, page))}",
        f"URL:{page}",
        f"STATUS:{_status(meeting)}",
        *between,
        "END:VEVENT",
    ]


def _changes(meeting: Meeting) -> list[Event]:
    return list(history(meeting).where(Event.code.in_((CHANGED, CALLED_OFF_EVENT))))


def _host(address: str) -> str:
    return address.partition("//")[2].partition("/")[0] or "lipnet"


def _length(meeting: Meeting) -> int:
    planned = [item.minutes_planned for item in meeting.agenda()]
    return sum(planned) if planned and all(planned) else USUAL_LENGTH


def _summary(meeting: Meeting) -> str:
    return _("Meeting of %(body)s", body=plain(meeting.body.name))


def _description(meeting: Meeting, page: str) -> str:
    items = [f"{n}. {plain(item.title)}" for n, item in enumerate(meeting.agenda(), start=1)]
    return "\n".join([*items, *([meeting.link] if meeting.link else []), page])


def _status(meeting: Meeting) -> str:
    if meeting.is_called_off:
        return "CANCELLED"
    return "TENTATIVE" if is_planned(meeting) else "CONFIRMED"


def _attendee(meeting: Meeting, person: Person) -> str:
    """Answers go by the letter's link, so no calendar is asked to send one (RSVP=FALSE)."""
    reply = MeetingReply.get_or_none(meeting=meeting, person=person)
    part = PARTS[reply.answer] if reply else "NEEDS-ACTION"
    name = ical.quoted(person.name)
    return f"ATTENDEE;CN={name};PARTSTAT={part};RSVP=FALSE:mailto:{person.email}"
