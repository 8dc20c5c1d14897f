"""The letter that asks somebody to second; read by people without an account."""

from collections.abc import Iterable

from lipnet.core import links
from lipnet.core.events import Event
from lipnet.core.i18n import format_moment
from lipnet.core.i18n import gettext as _
from lipnet.core.links import OneTimeLink
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.nominations.seconds import Second


def asked(event: Event, address: str) -> Iterable[Letter]:
    """To the seconder, with the link to answer; nothing once they answered or cannot any more."""
    second = Second.get_or_none(Second.id == int(event.particulars["second"]))
    link = OneTimeLink.get_or_none(OneTimeLink.id == event.particulars["link"])
    if second is None or link is None or link.used_at or not second.nomination.stands:
        return
    page = address_for(second, link, address)
    person = second.person
    if person.email and person.is_active:
        yield letter(person.email, person.language, lambda: _request(second, link, page))


def address_for(second: Second, link: OneTimeLink, address: str) -> str:
    """The seconder's page, in their language; `address` is the site's."""
    return f"{address}/nominations/second/{links.signed(link)}?lang={second.person.language}"


def _request(second: Second, link: OneTimeLink, page: str) -> tuple[str, str]:
    nomination = second.nomination
    places = {"nominee": nomination.nominee.name, "body": plain(nomination.call.body.name)}
    subject = _("Will you support a nomination? %(nominee)s", **places)
    body = _(
        "Hello %(name)s,\n\n"
        "%(nominee)s stands for a seat in this group: %(body)s. The nomination needs the support "
        "of other organisations, and you are asked for %(organisation)s.\n\n"
        "Read what it is about, and say yes or no, at this address:\n\n"
        "%(address)s\n\n"
        "You need no account. The address works once, until %(until)s.\n",
        **places,
        name=second.person.name,
        organisation=plain(second.organisation.name),
        address=page,
        until=format_moment(link.expires_at),
    )
    return subject, body
