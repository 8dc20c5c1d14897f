"""The letter that brings the agenda, and, when it comes again, what changed."""

from collections.abc import Iterable, Iterator

from lipnet.core.events import Event
from lipnet.core.i18n import format_day, join_list, language, ngettext
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.groups.models import people_of
from lipnet.meetings.access import hidden_from
from lipnet.meetings.inviting.agenda_sent import Changes, changes_between
from lipnet.meetings.inviting.coming import coming_instead
from lipnet.meetings.inviting.doors import reply_token
from lipnet.meetings.inviting.models import AgendaSending
from lipnet.meetings.purposes import PURPOSE_WORDS
from lipnet.meetings.words import time_of_day


def agenda_sent(event: Event, address: str) -> Iterable[Letter]:
    """To who sits there or comes in a member's place; nothing once the meeting was called off or a
    later agenda was sent."""
    sending = AgendaSending.get_or_none(AgendaSending.id == event.particulars["sending"])
    if sending is None or sending.meeting.is_called_off or _later(sending):
        return
    meeting, before = sending.meeting, _before(sending)
    for person in people_of(meeting.body, meeting.on):
        if person.email and person.is_active:
            reply = f"{address}/invitations/{reply_token(meeting, person)}?lang={person.language}"
            places = {"address": f"{address}/meetings/{meeting.id}", "reply": reply}
            places["mine"] = f"{address}/meetings/{meeting.id}/mine"
            yield letter(person.email, person.language, _bound(sending, before, places))
    for person in coming_instead(meeting):
        places = {"address": f"{address}/meetings/{meeting.id}"}
        hidden = hidden_from(person)
        yield letter(person.email, person.language, _bound(sending, before, places, hidden))


def _before(sending: AgendaSending) -> AgendaSending | None:
    return _others(sending).where(AgendaSending.id < sending.id).first()


def _later(sending: AgendaSending) -> bool:
    return _others(sending).where(AgendaSending.id > sending.id).exists()


def _others(sending: AgendaSending):
    rows = AgendaSending.select().where(AgendaSending.meeting == sending.meeting)
    return rows.order_by(AgendaSending.id.desc())


def _bound(sending: AgendaSending, before: AgendaSending | None, places: dict, hidden=frozenset()):
    return lambda: _words(sending, before, places, hidden)


def _veiled(agenda: list[dict], hidden: frozenset[int]) -> list[dict]:
    """Of a confidential item, who comes in a member's place learns that there is one."""
    veil = {"title": {language().tag: _("Confidential item")}, "presenter": "", "papers": []}
    return [item | veil if item["id"] in hidden else item for item in agenda]


def _words(sending: AgendaSending, before, places: dict, hidden) -> tuple[str, str]:
    meeting = sending.meeting
    places |= {
        "body": plain(meeting.body.name),
        "day": format_day(meeting.on),
        "time": time_of_day(meeting.starts_at),
        "place": ", ".join(filter(None, (meeting.place, meeting.link))),
    }
    now = _veiled(sending.agenda, hidden)
    agenda = "\n".join(_items(now))
    ending = _ending(places)
    if before is None:
        subject = _("Agenda of %(body)s, %(day)s", **places)
        opening = _("The agenda of %(body)s on %(day)s at %(time)s:", **places)
        return subject, f"{opening}\n\n{agenda}\n\n{ending}"
    subject = _("Agenda changed: %(body)s, %(day)s", **places)
    opening = _("The agenda of %(body)s on %(day)s at %(time)s has changed.", **places)
    what = "\n".join(_told(changes_between(_veiled(before.agenda, hidden), now)))
    whole = _("The whole agenda:")
    return subject, f"{opening}\n\n{what}\n\n{whole}\n\n{agenda}\n\n{ending}"


def _ending(places: dict) -> str:
    """Only a member is asked whether they come."""
    if "reply" not in places:
        return _("Where: %(place)s\n\nWith its papers: %(address)s", **places)
    return _(
        "Where: %(place)s\n\n"
        "With its papers: %(address)s\n\n"
        "Your ten minutes before the meeting: %(mine)s\n\n"
        "Will you come? Please answer here, without signing in:\n%(reply)s",
        **places,
    )


def _items(agenda: list[dict]) -> Iterator[str]:
    for number, item in enumerate(agenda, start=1):
        yield f"{number}. {plain(item['title'])} ({_about(item)})"
        for paper in item["papers"]:
            yield _("   Paper: %(title)s", title=plain(paper))


def _about(item: dict) -> str:
    minutes = item["minutes"]
    said = [str(PURPOSE_WORDS[item["purpose"]]), item["presenter"]]
    said.append(ngettext("%(n)s minute", "%(n)s minutes", minutes) if minutes else "")
    return ", ".join(part for part in said if part)


def _told(changes: Changes) -> Iterator[str]:
    """One line for each kind of change; an agenda in another order alone says so."""
    names = [join_list([plain(item["title"]) for item in items]) for items in changes]
    added, changed, dropped = names
    if added:
        yield _("New: %(items)s", items=added)
    if changed:
        yield _("Changed: %(items)s", items=changed)
    if dropped:
        yield _("No longer on it: %(items)s", items=dropped)
    if not any(names):
        yield _("The items stand in another order.")
