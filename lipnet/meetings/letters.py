"""Letters that follow what happens at meetings, each in its reader's language."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from lipnet.core.events import Event
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.groups.models import people_of
from lipnet.meetings.inviting.coming import coming_instead
from lipnet.meetings.inviting.doors import reply_token
from lipnet.meetings.inviting.entries import invite
from lipnet.meetings.models import Meeting
from lipnet.meetings.second_call import first_of, needed_at
from lipnet.meetings.series.models import is_planned
from lipnet.meetings.words import time_of_day
from lipnet.people.models import Person


class Post(NamedTuple):
    """Where the house is, and who signs what comes from it."""

    address: str
    sender: str

    def page(self, path: str) -> str:
        return f"{self.address.rstrip('/')}{path}"


def meeting_called(event: Event, post: Post) -> Iterable[Letter]:
    """To the members: when and where they are called together, and whether they come."""
    meeting = _meeting(event)
    if meeting and not meeting.is_called_off:
        yield from _with_entry(meeting, post, lambda person: _invitation(meeting, person, post))


def meeting_changed(event: Event, post: Post) -> Iterable[Letter]:
    """To the members, if they were called already: when and where it is now. Who was to come in
    somebody's place learns that all are asked anew."""
    meeting = _meeting(event)
    if meeting and meeting.is_upcoming and not is_planned(meeting):
        yield from _with_entry(meeting, post, lambda person: _change(meeting, person, post))
        for person in Person.select().where(Person.id.in_(event.particulars.get("released", []))):
            if person.email and person.is_active:
                yield letter(person.email, person.language, lambda: _released(meeting))


def meeting_called_off(event: Event, post: Post) -> Iterable[Letter]:
    """To the members, unless nobody was called to it yet: the meeting will not take place."""
    meeting = _meeting(event)
    if meeting and not is_planned(meeting):
        yield from _with_entry(meeting, post, lambda person: _cancellation(meeting))
        for person in coming_instead(meeting):
            yield letter(person.email, person.language, lambda: _cancellation(meeting))


def minutes_circulated(event: Event, address: str) -> Iterable[Letter]:
    """To the members: the minutes can be read; not if they were taken back meanwhile."""
    meeting = _meeting(event)
    if meeting and meeting.circulation:
        yield from _to_members(meeting, lambda: _circular(meeting, address))


def _meeting(event: Event) -> Meeting | None:
    return Meeting.get_or_none(Meeting.id == int(event.record_id))


def _to_members(meeting: Meeting, words) -> Iterable[Letter]:
    for person in members_with_address(meeting):
        yield letter(person.email, person.language, words)


def _with_entry(meeting: Meeting, post: Post, words) -> Iterable[Letter]:
    """words(person) for each member, with an entry for their calendar."""
    for person in members_with_address(meeting):
        entry = partial(invite, meeting, person, address=post.address, sender=post.sender)
        yield letter(person.email, person.language, partial(words, person), entry)


def members_with_address(meeting: Meeting) -> list[Person]:
    people = people_of(meeting.body, meeting.on)
    return [person for person in people if person.email and person.is_active]


def _places(meeting: Meeting) -> dict[str, str]:
    return {
        "body": plain(meeting.body.name),
        "day": format_day(meeting.on),
        "time": time_of_day(meeting.starts_at),
        "place": ", ".join(filter(None, (meeting.place, meeting.link))),
    }


def _invitation(meeting: Meeting, person: Person, post: Post) -> tuple[str, str]:
    places = _places(meeting) | {
        "address": post.page(f"/meetings/{meeting.id}"),
        "mine": post.page(f"/meetings/{meeting.id}/mine"),
        "reply": _reply_page(meeting, person, post),
    }
    if first := first_of(meeting):
        needed = needed_at(meeting) or 1
        return _second_invitation(places | {"first": format_day(first.on), "needed": needed})
    return (
        _("Meeting of %(body)s on %(day)s", **places),
        _(
            "You are called to a meeting of %(body)s on %(day)s at %(time)s.\n\n"
            "Where: %(place)s\n\n"
            "Will you come? Please answer here, without signing in:\n%(reply)s\n\n"
            "Agenda: %(address)s\n\n"
            "Your ten minutes before the meeting: %(mine)s",
            **places,
        ),
    )


def _change(meeting: Meeting, person: Person, post: Post) -> tuple[str, str]:
    places = _places(meeting) | {"reply": _reply_page(meeting, person, post)}
    return (
        _("Changed: meeting of %(body)s on %(day)s", **places),
        _(
            "The meeting of %(body)s is now on %(day)s at %(time)s.\n\n"
            "Where: %(place)s\n\n"
            "Will you come? Please answer here, without signing in:\n%(reply)s",
            **places,
        ),
    )


def _released(meeting: Meeting) -> tuple[str, str]:
    places = _places(meeting)
    return (
        _("Changed: meeting of %(body)s on %(day)s", **places),
        _(
            "The meeting of %(body)s to which you were to come in somebody's place is now on "
            "%(day)s at %(time)s. The members are asked anew: you get a letter if you are needed.",
            **places,
        ),
    )


def _reply_page(meeting: Meeting, person: Person, post: Post) -> str:
    token = reply_token(meeting, person)
    return post.page(f"/invitations/{token}?lang={person.language}")


def _second_invitation(places: dict) -> tuple[str, str]:
    return (
        _("Second call: meeting of %(body)s on %(day)s", **places),
        _(
            "Too few came to the meeting of %(body)s on %(first)s. You are called again, with the "
            "same agenda, on %(day)s at %(time)s. The quorum of a second call holds there: "
            "%(needed)s.\n\n"
            "Where: %(place)s\n\n"
            "Will you come? Please answer here, without signing in:\n%(reply)s\n\n"
            "Agenda: %(address)s\n\n"
            "Your ten minutes before the meeting: %(mine)s",
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
