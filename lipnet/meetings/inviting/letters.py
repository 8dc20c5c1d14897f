"""Letters to who is asked to come in a member's place, and to who is not needed any more."""

from collections.abc import Iterable

from lipnet.core.events import Event
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.meetings.models import Meeting
from lipnet.meetings.words import time_of_day
from lipnet.people.models import Person


def replied(event: Event, address: str) -> Iterable[Letter]:
    """To the alternate; not if the member has changed their mind before it could be written."""
    told = event.particulars
    meeting = Meeting.get_or_none(Meeting.id == int(event.record_id))
    member = Person.get_or_none(Person.id == told["person"])
    if meeting is None or member is None or meeting.is_called_off:
        return
    for key, words in (("asked", _please_come), ("released", _not_needed)):
        alternate = told.get(key) and Person.get_or_none(Person.id == told[key])
        if alternate and alternate.email and alternate.is_active:
            places = {"name": member.name, "address": f"{address}/meetings/{meeting.id}"}
            yield letter(alternate.email, alternate.language, _bound(words, meeting, places))


def _bound(words, meeting: Meeting, places: dict):
    return lambda: words(
        **places,
        body=plain(meeting.body.name),
        day=format_day(meeting.on),
        time=time_of_day(meeting.starts_at),
        place=", ".join(filter(None, (meeting.place, meeting.link))),
    )


def _please_come(**places) -> tuple[str, str]:
    return (
        _("Please come in place of %(name)s on %(day)s", **places),
        _(
            "%(name)s cannot come to the meeting of %(body)s on %(day)s at %(time)s, and asks you "
            "to come instead.\n\n"
            "Where: %(place)s\n\n"
            "Agenda: %(address)s",
            **places,
        ),
    )


def _not_needed(**places) -> tuple[str, str]:
    return (
        _("You need not come in place of %(name)s on %(day)s", **places),
        _(
            "%(name)s comes to the meeting of %(body)s on %(day)s after all, or asked somebody "
            "else. You need not come in their place.",
            **places,
        ),
    )
