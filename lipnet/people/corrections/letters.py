"""The letters about another e-mail address: to the new one, to the present one, to the former."""

from collections.abc import Iterable

from lipnet.core import clock, links
from lipnet.core.events import Event
from lipnet.core.i18n import format_day, format_moment
from lipnet.core.i18n import gettext as _
from lipnet.core.links import OneTimeLink
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.core.partnership import partnership
from lipnet.people.corrections.models import AddressChange
from lipnet.people.models import Person


def to_the_new(event: Event, address: str) -> Iterable[Letter]:
    """The link to confirm; where the address is somebody's already, a word to them instead."""
    asked = _asked(event)
    if asked is None:
        return
    change, link = asked
    if holder := change.holder:
        yield letter(change.email, holder.language, _somebody_tried)
    else:
        where = f"{address}/address/{links.signed(link)}?lang={change.person.language}"
        yield letter(change.email, change.person.language, lambda: _please_confirm(change, where))


def to_the_present(event: Event, address: str) -> Iterable[Letter]:
    """That another address was asked for; which one is not said to who reads along."""
    if asked := _asked(event):
        change = asked[0]
        words = _other_asked(change, f"{address}/people/me/password")
        yield letter(change.was, change.person.language, words)


def to_the_former(event: Event) -> Iterable[Letter]:
    """That letters go elsewhere from now on."""
    change = AddressChange.get_or_none(AddressChange.person == int(event.record_id))
    if change and change.confirmed_at:
        yield letter(change.was, change.person.language, lambda: _goes_elsewhere(change))


def _asked(event: Event) -> tuple[AddressChange, OneTimeLink] | None:
    """What was asked, unless it was confirmed or ended before the letter could be written."""
    link = OneTimeLink.get_or_none(OneTimeLink.id == event.particulars["link"])
    person = Person.get_or_none(Person.id == int(event.record_id))
    change = person and person.is_active and AddressChange.waiting_of(person)
    open_still = link and not link.used_at and link.expires_at >= clock.now()
    return (change, link) if change and open_still else None


def _please_confirm(change: AddressChange, where: str) -> tuple[str, str]:
    subject = _("Please confirm your new address for %(partnership)s", partnership=_partnership())
    body = _(
        "Hello %(name)s,\n\n"
        "You asked %(partnership)s to write to you at this address from now on. Open this page to "
        "confirm it:\n\n"
        "%(address)s\n\n"
        "It works once, until %(until)s. Until you confirm, nothing changes. If you did not ask "
        "for it, you can leave this letter unanswered.\n",
        name=change.person.name,
        partnership=_partnership(),
        address=where,
        until=format_moment(change.until),
    )
    return subject, body


def _somebody_tried() -> tuple[str, str]:
    subject = _("Your address at %(partnership)s stays yours", partnership=_partnership())
    body = _(
        "Hello,\n\n"
        "Somebody asked %(partnership)s to use this e-mail address for another entry. It belongs "
        "to your entry, so nothing was changed, and the other person was not told whose it is.\n\n"
        "You need not do anything. If it was you, and you stand in the directory twice, please "
        "tell the coordinator.\n",
        partnership=_partnership(),
    )
    return subject, body


def _other_asked(change: AddressChange, where: str):
    return lambda: (
        _("Another address was asked for you at %(partnership)s", partnership=_partnership()),
        _(
            "Hello %(name)s,\n\n"
            "On %(day)s you asked %(partnership)s to write to you at another address. Nothing "
            "changes until it is confirmed there.\n\n"
            "If it was you, there is nothing to do here. If it was not, sign in and set a new "
            "password. That stops the change and signs out everybody else:\n\n"
            "%(address)s\n",
            name=change.person.name,
            partnership=_partnership(),
            day=format_day(change.asked_at),
            address=where,
        ),
    )


def _goes_elsewhere(change: AddressChange) -> tuple[str, str]:
    subject = _("Letters of %(partnership)s now go elsewhere", partnership=_partnership())
    body = _(
        "Hello %(name)s,\n\n"
        "On %(day)s your e-mail address at %(partnership)s was changed and confirmed. You sign in "
        "with the new one, and this is the last letter to this address.\n\n"
        "If it was not you, tell the coordinator today, for example by answering this letter. Once "
        "the coordinator has written your address down again, have a link sent to you to sign in, "
        "and set a new password.\n",
        name=change.person.name,
        partnership=_partnership(),
        day=format_day(change.confirmed_at),
    )
    return subject, body


def _partnership() -> str:
    return plain(partnership().name) or _("the partnership")
