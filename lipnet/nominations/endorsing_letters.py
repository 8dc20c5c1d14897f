"""The letter that asks the nominee's organisation; read by people without an account."""

from collections.abc import Iterable

from lipnet.core import links
from lipnet.core.events import Event
from lipnet.core.i18n import format_moment
from lipnet.core.i18n import gettext as _
from lipnet.core.links import OneTimeLink
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.nominations.endorsing import Endorsement


def asked(event: Event, address: str) -> Iterable[Letter]:
    """To who is asked, with the link to answer; nothing once somebody else is asked instead."""
    found = Endorsement.get_or_none(Endorsement.id == int(event.particulars["endorsement"]))
    link = OneTimeLink.get_or_none(OneTimeLink.id == event.particulars["link"])
    if found is None or link is None or link.used_at or not found.nomination.stands:
        return
    person, page = found.person, address_for(found, link, address)
    if person.email and person.is_active:
        yield letter(person.email, person.language, lambda: _question(found, link, page))


def address_for(asked: Endorsement, link: OneTimeLink, address: str) -> str:
    return f"{address}/nominations/endorse/{links.signed(link)}?lang={asked.person.language}"


def _question(found: Endorsement, link: OneTimeLink, page: str) -> tuple[str, str]:
    nomination = found.nomination
    places = {"nominee": nomination.nominee.name, "body": plain(nomination.call.body.name)}
    subject = _("Will you support a nomination? %(nominee)s", **places)
    body = _(
        "Hello %(name)s,\n\n"
        "%(nominee)s stands for a seat in this group: %(body)s, and says that this organisation "
        "supports it: %(organisation)s. Is that so?\n\n"
        "Read what it is about, and say yes or no, at this address:\n\n"
        "%(address)s\n\n"
        "You need no account. The address works once, until %(until)s.\n",
        **places,
        name=found.person.name,
        organisation=nomination.organisation,
        address=page,
        until=format_moment(link.expires_at),
    )
    return subject, body
