"""One reminder before a link ends, to nominees and seconders who have not answered."""

from collections.abc import Iterable

from lipnet.core import links
from lipnet.core.events import Event
from lipnet.core.i18n import format_moment
from lipnet.core.i18n import gettext as _
from lipnet.core.links import OneTimeLink
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.nominations import endorsing_letters
from lipnet.nominations.endorsing import Endorsement
from lipnet.nominations.models import Nomination
from lipnet.nominations.seconding_letters import address_for
from lipnet.nominations.seconds import Second
from lipnet.people.models import Person


def to_nominee(event: Event, address: str) -> Iterable[Letter]:
    nomination = Nomination.get_or_none(Nomination.id == int(event.record_id))
    link = OneTimeLink.get_or_none(OneTimeLink.id == event.particulars["link"])
    if nomination and link and not link.used_at:
        nominee = nomination.nominee
        token = f"{links.signed(link)}?lang={nominee.language}"
        yield from _reminder(nominee, nomination, link, f"{address}/nominations/consent/{token}")


def to_seconder(event: Event, address: str) -> Iterable[Letter]:
    second = Second.get_or_none(Second.id == int(event.particulars["second"]))
    link = OneTimeLink.get_or_none(OneTimeLink.id == event.particulars["link"])
    if second and link and not link.used_at and second.nomination.stands:
        page = address_for(second, link, address)
        yield from _reminder(second.person, second.nomination, link, page)


def to_endorser(event: Event, address: str) -> Iterable[Letter]:
    asked = Endorsement.get_or_none(Endorsement.id == int(event.particulars["endorsement"]))
    link = OneTimeLink.get_or_none(OneTimeLink.id == event.particulars["link"])
    if asked and link and not link.used_at and asked.nomination.stands:
        page = endorsing_letters.address_for(asked, link, address)
        yield from _reminder(asked.person, asked.nomination, link, page)


def _reminder(
    person: Person, nomination: Nomination, link: OneTimeLink, page: str
) -> Iterable[Letter]:
    if person.email and person.is_active:
        yield letter(person.email, person.language, lambda: _words(person, nomination, link, page))


def _words(person: Person, nomination: Nomination, link: OneTimeLink, page: str) -> tuple[str, str]:
    until = format_moment(link.expires_at)
    subject = _("A reminder: please answer by %(until)s", until=until)
    body = _(
        "Hello %(name)s,\n\n"
        "We wrote to you about a nomination for this group: %(body)s. Your answer has not reached "
        "us yet. Yes or no, both help:\n\n"
        "%(address)s\n\n"
        "You need no account. The address works once, until %(until)s. We do not remind you "
        "again.\n",
        name=person.name,
        body=plain(nomination.call.body.name),
        address=page,
        until=until,
    )
    return subject, body
