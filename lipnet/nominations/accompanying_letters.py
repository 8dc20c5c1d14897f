"""The letter with the link by which somebody without an account looks after a nomination."""

from collections.abc import Iterable

from lipnet.core import links
from lipnet.core.events import Event
from lipnet.core.i18n import format_moment
from lipnet.core.i18n import gettext as _
from lipnet.core.links import OneTimeLink
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.nominations.accompanying import NOMINEE, person_called
from lipnet.nominations.models import Nomination


def given(event: Event, address: str) -> Iterable[Letter]:
    """To the nominee, or to who proposed them; nothing once the link was replaced. `address` is
    the site's."""
    nomination = Nomination.get_or_none(Nomination.id == int(event.record_id))
    link = OneTimeLink.get_or_none(OneTimeLink.id == event.particulars["link"])
    if nomination is None or link is None or link.used_at or not nomination.stands:
        return
    whose = event.particulars["whose"]
    person = person_called(nomination, whose)
    page = f"{address}/calls/nominated/{links.signed(link)}?lang={person.language}"
    words = _to_nominee if whose == NOMINEE else _to_nominator
    if person.email and person.is_active:
        yield letter(person.email, person.language, lambda: words(nomination, link, page))


def _to_nominee(nomination: Nomination, link: OneTimeLink, page: str) -> tuple[str, str]:
    places = {
        "name": nomination.nominee.name,
        "body": plain(nomination.call.body.name),
        "address": page,
        "until": format_moment(link.expires_at),
    }
    words = _please_ask(places) if nomination.call.rules.seconders else _yours(places)
    return _("You stand: %(body)s", **places), words


def _please_ask(places: dict) -> str:
    return _(
        "Hello %(name)s,\n\n"
        "Thank you. You stand for a seat in this group: %(body)s. Other organisations must support "
        "your nomination. At this address you ask people there, and see who has answered. If you "
        "change your mind, you can withdraw there, too:\n\n"
        "%(address)s\n\n"
        "You need no account. The address works as often as you like, at most until %(until)s. "
        "Please do not pass it on.\n",
        **places,
    )


def _yours(places: dict) -> str:
    return _(
        "Hello %(name)s,\n\n"
        "Thank you. You stand for a seat in this group: %(body)s. There is nothing more to do. If "
        "you change your mind, you can withdraw at this address:\n\n"
        "%(address)s\n\n"
        "You need no account. The address works at most until %(until)s. Please do not pass it "
        "on.\n",
        **places,
    )


def _to_nominator(nomination: Nomination, link: OneTimeLink, page: str) -> tuple[str, str]:
    places = {"nominee": nomination.nominee.name, "body": plain(nomination.call.body.name)}
    subject = _("Who can support this nomination? %(nominee)s", **places)
    body = _(
        "Hello %(name)s,\n\n"
        "%(nominee)s, whom you nominated, stands for a seat in this group: %(body)s. Other "
        "organisations must support the nomination. At this address you can ask people there, and "
        "see who has answered:\n\n"
        "%(address)s\n\n"
        "You need no account. The address works as often as you like, at most until %(until)s. "
        "Please do not pass it on.\n",
        **places,
        name=nomination.nominator.name,
        address=page,
        until=format_moment(link.expires_at),
    )
    return subject, body
