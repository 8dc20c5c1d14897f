"""Letters about what somebody took on, in their language."""

from collections.abc import Iterable

from lipnet.core.events import Event
from lipnet.core.i18n import format_day, ngettext
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.meetings.access import lines_seen_by
from lipnet.meetings.following.models import ActionItem, open_actions_of
from lipnet.people.models import Person


def reminder(event: Event, address: str) -> Iterable[Letter]:
    """To one owner: what is due; not if it was done meanwhile."""
    action = ActionItem.get_or_none(ActionItem.id == int(event.record_id))
    person = Person.get_or_none(Person.id == event.particulars["person"])
    if action and action.is_open and action.due and _is_reached(person):
        yield letter(person.email, person.language, lambda: _reminder(action, address.rstrip("/")))


def digest(event: Event, address: str) -> Iterable[Letter]:
    """To one person: everything they took on and have not finished."""
    person = Person.get_or_none(Person.id == int(event.record_id))
    if _is_reached(person) and (actions := lines_seen_by(person, open_actions_of(person))):
        yield letter(person.email, person.language, lambda: _digest(actions, address.rstrip("/")))


def _is_reached(person: Person | None) -> bool:
    return person is not None and bool(person.email) and person.is_active


def _reminder(action: ActionItem, address: str) -> tuple[str, str]:
    text, day = plain(action.text), format_day(action.due)
    return (
        _("Due on %(day)s: %(text)s", day=day, text=text),
        _(
            "This was taken on at the meeting of %(body)s on %(meeting)s:\n\n%(text)s\n\n"
            "It is due on %(day)s. Is it done, or do you need help? Tell it here:\n\n%(address)s"
            "\n\n%(ending)s",
            body=plain(action.meeting.body.name),
            meeting=format_day(action.meeting.on),
            text=text,
            day=day,
            address=f"{address}/meetings/actions/{action.id}",
            ending=_ending(address),
        ),
    )


def _digest(actions: list[ActionItem], address: str) -> tuple[str, str]:
    lines = [f"- {_line(action)}\n  {address}/meetings/actions/{action.id}" for action in actions]
    return (
        ngettext("%(num)s action waits for you", "%(num)s actions wait for you", len(actions)),
        _(
            "What you, or your organisation, took on at meetings and have not finished yet:\n\n"
            "%(lines)s\n\n%(ending)s",
            lines="\n".join(lines),
            ending=_ending(address),
        ),
    )


def _line(action: ActionItem) -> str:
    text = plain(action.text)
    if action.due is None:
        return text
    if action.is_overdue:
        return _("Was due on %(day)s: %(text)s", day=format_day(action.due), text=text)
    return _("Due on %(day)s: %(text)s", day=format_day(action.due), text=text)


def _ending(address: str) -> str:
    return _(
        "You chose these letters. You can change that: %(address)s",
        address=f"{address}/meetings/actions/reminders",
    )
