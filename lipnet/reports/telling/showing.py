"""How texts are shown to a reader: plain words in her language, and which language is another."""

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.multilingual import tell
from lipnet.languages import Language
from lipnet.reports.telling.models import PlainTelling
from lipnet.reports.told import Heard


def with_plain_words(heard: list[Heard]) -> dict[int, PlainTelling]:
    """finding id -> what is told of it in plain words in the reader's language."""
    return PlainTelling.of([each.finding for each in heard], i18n.language().tag)


def written_in(texts) -> Language | None:
    """The language in which a text is told, if that is not the reader's own."""
    said = tell(texts)
    return languages.get(said.tag) if said.text and not said.asked_for else None
