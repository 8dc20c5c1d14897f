"""Finding a language: by its exact tag, by a loosely written tag, by any of its names."""

import re
import unicodedata

from lipnet.languages.language import Direction, Language
from lipnet.languages.names import OTHER_NAMES, OTHER_TAGS
from lipnet.languages.table import LANGUAGES

_WITH_BRACKETS = re.compile(r"^(?P<name>.*)[(\[（](?P<inside>[^)\]）]*)[)\]）]\s*$", re.DOTALL)
_REGION = re.compile(r"[a-z]{2}|[0-9]{3}")


def get(tag: str) -> Language:
    """The language of an exact tag or other tag ("fil" is "tl"); KeyError if it is not known."""
    return _BY_TAG[OTHER_TAGS.get(tag, tag)]


def direction_of(tag: str) -> Direction:
    """ "ltr" or "rtl"; KeyError for an unknown tag: direction is looked up, never guessed."""
    return get(tag).direction


def find(text: str) -> Language | None:
    """The language of a loosely written tag: "EN", "zh_hans", "fr-CA", "zh_TW", "fil".

    A region that changes nothing is dropped; a script never is, since it decides the direction.
    """
    parts = text.strip().replace("_", "-").casefold().split("-")
    while parts:
        language = _BY_LOOSE_TAG.get("-".join(parts))
        if language is not None:
            return language
        if len(parts) == 1 or not _REGION.fullmatch(parts[-1]):
            return None
        parts.pop()
    return None


def guess(text: str) -> str | None:
    """The tag meant by the heading of a translated column, or None.

    Understands "English (en)", "en", "Français", "العربية", "Tigirigna", "Spanish (Mexico)".
    What stands in brackets decides when it is a tag or a name; otherwise what stands before.
    """
    for candidate in _candidates(text):
        language = _BY_NAME.get(_folded(candidate)) or find(candidate)
        if language is not None:
            return language.tag
    return None


def all_languages() -> tuple[Language, ...]:
    """Every language, in the order of a language menu."""
    return _IN_MENU_ORDER


def sort_key(endonym: str) -> tuple[str, str]:
    """Orders names by their letters without accents or case; Latin names come first."""
    return _folded(endonym), endonym


def _candidates(text: str) -> tuple[str, ...]:
    brackets = _WITH_BRACKETS.match(text.strip())
    if brackets is None:
        return (text,)
    return text, brackets["inside"], brackets["name"]


def _folded(text: str) -> str:
    """Text without case, accents, direction marks, and with single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = (c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cf"})
    return " ".join("".join(kept).replace("’", "'").split())


def _names_of(language: Language) -> tuple[str, ...]:
    own = (language.endonym, language.english, language.french)
    return own + OTHER_NAMES.get(language.tag, ())


_BY_TAG = {language.tag: language for language in LANGUAGES}
_BY_LOOSE_TAG = {tag.casefold(): language for tag, language in _BY_TAG.items()} | {
    other.casefold(): _BY_TAG[tag] for other, tag in OTHER_TAGS.items()
}
_BY_NAME = {_folded(name): language for language in LANGUAGES for name in _names_of(language)}
_IN_MENU_ORDER = tuple(sorted(LANGUAGES, key=lambda language: sort_key(language.endonym)))
