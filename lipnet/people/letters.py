"""The letters that bring one-time links, each in its reader's language."""

from collections.abc import Callable, Iterable

from lipnet.core import links
from lipnet.core.events import Event
from lipnet.core.i18n import format_moment
from lipnet.core.i18n import gettext as _
from lipnet.core.links import OneTimeLink
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.core.partnership import partnership
from lipnet.people.models import Person


def invitation(event: Event, address: str) -> Iterable[Letter]:
    """To the person invited: what this is, and the link to begin. `address` is the site's."""

    def words(person: Person, link: OneTimeLink) -> tuple[str, str]:
        places = {"name": person.name, "partnership": _partnership()}
        subject = _("You are invited to %(partnership)s", **places)
        body = _(
            "Hello %(name)s,\n\n"
            "%(partnership)s invites you to its working pages: its groups and meetings, what was "
            "decided, and what is being done.\n\n"
            "Open this address to choose your language and a password:\n\n"
            "%(address)s\n\n"
            "The address works once, until %(until)s. If you did not expect this letter, you can "
            "leave it unanswered.\n",
            **places,
            address=f"{address}/invitation/{links.signed(link)}?lang={person.language}",
            until=format_moment(link.expires_at),
        )
        return subject, body

    return _to_reader(event, words)


def sign_in_link(event: Event, address: str) -> Iterable[Letter]:
    """To the person who asked for a link."""

    def words(person: Person, link: OneTimeLink) -> tuple[str, str]:
        places = {"name": person.name, "partnership": _partnership()}
        subject = _("Your link to sign in to %(partnership)s", **places)
        body = _(
            "Hello %(name)s,\n\n"
            "Open this address to sign in to %(partnership)s:\n\n"
            "%(address)s\n\n"
            "It works once, until %(until)s. If you did not ask for it, somebody may have typed "
            "your address by mistake: you can leave this letter unanswered, and nobody gets in.\n",
            **places,
            address=f"{address}/signin/link/{links.signed(link)}?lang={person.language}",
            until=format_moment(link.expires_at),
        )
        return subject, body

    return _to_reader(event, words)


def _to_reader(event: Event, words: Callable) -> Iterable[Letter]:
    """The letter, unless the link was used or ended before it could be written."""
    link = OneTimeLink.get_or_none(OneTimeLink.id == event.particulars["link"])
    person = Person.get_or_none(Person.id == int(event.record_id))
    if link and not link.used_at and person and person.email and person.is_active:
        yield letter(person.email, person.language, lambda: words(person, link))


def _partnership() -> str:
    return plain(partnership().name) or _("the partnership")
