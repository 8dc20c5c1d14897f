"""Letters that follow what happens at meetings, each in its reader's language."""

from collections.abc import Iterable

from lipnet.core.events import Event
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.groups.models import people_of
from lipnet.meetings.models import Meeting
from lipnet.meetings.second_call import first_of, needed_at
from lipnet.meetings.series.models import is_planned
from lipnet.meetings.words import time_of_day


def meeting_called(event: Event, address: str) -> Iterable[Letter]:
    """To the members: when and where they are called together."""
    meeting = _meeting(event)
    if meeting and not meeting.is_called_off:
        yield from _to_members(meeting, lambda: _invitation(meeting, address))


def meeting_called_off(event: Event, address: str) -> Iterable[Letter]:
    """To the members, unless nobody was called to it yet: the meeting will not take place."""
    meeting = _meeting(event)
    if meeting and not is_planned(meeting):
        yield from _to_members(meeting, lambda: _cancellation(meeting))


def minutes_circulated(event: Event, address: str) -> Iterable[Letter]:
    """To the members: the minutes can be read; not if they were taken back meanwhile."""
    meeting = _meeting(event)
    if meeting and meeting.circulation:
        yield from _to_members(meeting, lambda: _circular(meeting, address))


def _meeting(event: Event) -> Meeting | None:
    return Meeting.get_or_none(Meeting.id == int(event.record_id))


def _to_members(meeting: Meeting, words) -> Iterable[Letter]:
    for person in people_of(meeting.body, meeting.on):
        if person.email and person.is_active:
            yield letter(person.email, person.language, words)


def _places(meeting: Meeting) -> dict[str, str]:
    return {
        "body": plain(meeting.body.name),
        "day": format_day(meeting.on),
        "time": time_of_day(meeting.starts_at),
        "place": meeting.place or meeting.link,
    }


def _invitation(meeting: Meeting, address: str) -> tuple[str, str]:
    places = _places(meeting) | {"address": f"{address.rstrip('/')}/meetings/{meeting.id}"}
    if first := first_of(meeting):
        needed = needed_at(meeting) or 1
        return _second_invitation(places | {"first": format_day(first.on), "needed": needed})
    return (
        _("Meeting of %(body)s on %(day)s", **places),
        _(
            "You are called to a meeting of %(body)s on %(day)s at %(time)s.\n\n"
            "Where: %(place)s\n\n"
            "Agenda: %(address)s",
            **places,
        ),
    )


def _second_invitation(places: dict) -> tuple[str, str]:
    return (
        _("Second call: meeting of %(body)s on %(day)s", **places),
        _(
            "Too few came to the meeting of %(body)s on %(first)s. You are called again, with the "
            "same agenda, on %(day)s at %(time)s. The quorum of a second call holds there: "
            "%(needed)s.\n\n"
            "Where: %(place)s\n\n"
            "Agenda: %(address)s",
            **places,
        ),
    )


def _cancellation(meeting: Meeting) -> tuple[str, str]:
    places = _places(meeting)
    return (
        _("No meeting of %(body)s on %(day)s", **places),
        _("The meeting of %(body)s on %(day)s at %(time)s has been called off.", **places),
    )


def _circular(meeting: Meeting, address: str) -> tuple[str, str]:
    places = _places(meeting)
    places |= {"address": f"{address.rstrip('/')}/meetings/{meeting.id}/minutes"}
    if not meeting.body.adopts_minutes:
        return (
            _("Notes of %(body)s, %(day)s", **places),
            _("The notes of %(body)s of %(day)s are ready to be read:\n\n%(address)s", **places),
        )
    return (
        _("Minutes of %(body)s, %(day)s", **places),
        _(
            "The minutes of %(body)s of %(day)s are ready to be read:\n\n%(address)s\n\n"
            "They stay a draft until a later meeting adopts them. If something is wrong, please "
            "tell the chair before then.",
            **places,
        ),
    )
