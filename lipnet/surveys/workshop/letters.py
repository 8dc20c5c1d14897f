"""The letter with the link: what it is for, and until when it works."""

from collections.abc import Iterable

from lipnet import languages
from lipnet.core import i18n, links
from lipnet.core.events import Event
from lipnet.core.i18n import format_moment
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.core.partnership import partnership
from lipnet.surveys.words import language_name
from lipnet.surveys.workshop.models import TranslationDoor


def asking(event: Event, address: str) -> Iterable[Letter]:
    """To who is asked to translate or to read. Nothing is sent if the link was closed meanwhile."""
    door = TranslationDoor.get_or_none(TranslationDoor.id == event.particulars["door"])
    if door is not None and door.is_open:
        spoken = spoken_with(door)
        page = f"{address}/translate/{links.signed(door.link)}?lang={spoken}"
        yield letter(door.email, spoken, lambda: _words(door, page))


def spoken_with(door: TranslationDoor) -> str:
    """The language of the letter: the one to translate into, if the program speaks all of it."""
    known = languages.get(door.language).tag
    return known if known in i18n.whole_catalogues() else i18n.SOURCE_LANGUAGE


def _words(door: TranslationDoor, page: str) -> tuple[str, str]:
    places = {
        "name": door.name,
        "language": language_name(door.language),
        "survey": plain(door.survey.title),
        "partnership": plain(partnership().name) or _("the partnership"),
    }
    more = {"address": page, "until": format_moment(door.link.expires_at)}
    write = _to_translate if door.kind == "translate" else _to_read
    return write(places, more)


def _to_translate(places: dict, more: dict) -> tuple[str, str]:
    subject = _("A survey to translate: %(language)s", **places)
    body = _(
        "Hello %(name)s,\n\n"
        "%(partnership)s asks you to translate the questions of a survey into %(language)s: "
        "%(survey)s.\n\n"
        "Open this address to begin, and to go on another day:\n\n"
        "%(address)s\n\n"
        "You need no account. The address works until %(until)s. Whoever has it can change this "
        "translation: please do not pass it on.\n",
        **places,
        **more,
    )
    return subject, body


def _to_read(places: dict, more: dict) -> tuple[str, str]:
    subject = _("A translation to read: %(language)s", **places)
    body = _(
        "Hello %(name)s,\n\n"
        "%(partnership)s asks you to read the questions of a survey in %(language)s, as a second "
        "reader: %(survey)s. Mark each text that is right, change what is not, and sign at the "
        "end.\n\n"
        "Open this address to begin, and to go on another day:\n\n"
        "%(address)s\n\n"
        "You need no account. The address works until %(until)s. Whoever has it can change this "
        "translation: please do not pass it on.\n",
        **places,
        **more,
    )
    return subject, body
