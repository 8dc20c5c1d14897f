"""Words in the reader's language: gettext through Babel's catalogues, and formats.

Pure of Flask: the language is a context variable, set per request and per letter.
"""

import gettext as stdlib
from collections.abc import Callable
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale, dates, lists, numbers

from lipnet import languages
from lipnet.core import clock

TRANSLATIONS = Path(__file__).resolve().parents[2] / "translations"
SOURCE_LANGUAGE = "en"
FIGURES = 4_096  # of the last pages, as they are written: a page of results has a thousand

PLACES_IN_DATE = {"year": "y", "month": "M", "day": "d"}

_language: ContextVar[str] = ContextVar("language", default=SOURCE_LANGUAGE)


class Lazy:
    """A text that finds its language when it is shown."""

    __slots__ = ("_words", "_args", "_places")

    def __init__(self, words: Callable, args: tuple, places: dict):
        self._words, self._args, self._places = words, args, places

    def __str__(self) -> str:
        return self._words(*self._args, **self._places)

    def __mod__(self, places) -> str:
        return str(self) % places

    def __eq__(self, other) -> bool:
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(self._args)

    def __repr__(self) -> str:
        return f"Lazy({self._args!r})"

    def fill(self, **places) -> str:
        return self._words(*self._args, **{**self._places, **places})


def language() -> languages.Language:
    """The language being spoken now."""
    return languages.get(_language.get())


def speak(tag: str):
    """Set the language for the rest of this context (a request)."""
    return _language.set(tag)


def hush(token) -> None:
    """Take back what `speak` set."""
    _language.reset(token)


@contextmanager
def speaking(tag: str):
    """Speak `tag` inside the block (a letter, a test)."""
    token = _language.set(tag)
    try:
        yield languages.get(tag)
    finally:
        _language.reset(token)


def gettext(message: str, **places) -> str:
    text = _catalogue(_language.get()).gettext(message) if message else ""
    return text % set_apart(places) if places else text


def ngettext(singular: str, plural: str, n: int, **places) -> str:
    return plural_form(singular, plural, n) % set_apart({"n": n, "num": n, **places})


def plural_form(singular: str, plural: str, n: int) -> str:
    """The form for `n`, its places still open: templates fill them themselves."""
    return _catalogue(_language.get()).ngettext(singular, plural, n)


def pgettext(context: str, message: str, **places) -> str:
    text = _catalogue(_language.get()).pgettext(context, message)
    return text % set_apart(places) if places else text


def set_apart(places: dict) -> dict:
    """Names and dates isolated inside a right-to-left sentence, so that neither disturbs the other
    (Unicode's first strong isolate). Addresses stay bare: they are copied and clicked; so do
    several lines, since an isolate ends with its line and its last mark sticks to an address."""
    if language().direction == "ltr":
        return places
    return {name: _isolated(value) for name, value in places.items()}


def _isolated(value):
    if isinstance(value, Lazy):
        value = str(value)
    if not isinstance(value, str) or not value:
        return value
    if value.startswith(("http://", "https://")) or "\n" in value:
        return value
    return type(value)("\u2068") + value + type(value)("\u2069")


def lazy(message: str, **places) -> Lazy:
    return Lazy(gettext, (message,), places)


def lazy_n(singular: str, plural: str, n: int, **places) -> Lazy:
    return Lazy(ngettext, (singular, plural, n), places)


def lazy_p(context: str, message: str, **places) -> Lazy:
    return Lazy(pgettext, (context, message), places)


def worded(sentence: object, **particulars) -> str:
    """A lazy sentence with the particulars known only now put into its named places."""
    return sentence.fill(**particulars) if isinstance(sentence, Lazy) else str(sentence)


@cache
def _catalogue(tag: str) -> stdlib.NullTranslations:
    if tag == SOURCE_LANGUAGE:
        return stdlib.NullTranslations()
    folder = languages.get(tag).catalogue
    return stdlib.translation("messages", TRANSLATIONS, [folder], fallback=True)


@cache
def machine_drafted(tag: str) -> bool:
    """Whether the interface text of `tag` still waits for its second reader."""
    info = _catalogue(tag)._info  # the catalogue's header, which gettext keeps under this name
    return info.get("x-translation-state") == "machine-drafted"


@cache
def catalogues() -> tuple[str, ...]:
    """The tags whose interface text exists, the source language first."""
    found = {p.parent.parent.name for p in TRANSLATIONS.glob("*/LC_MESSAGES/messages.po")}
    tags = [known.tag for known in languages.all_languages() if known.catalogue in found]
    return (SOURCE_LANGUAGE, *(t for t in tags if t != SOURCE_LANGUAGE))


@cache
def whole_catalogues() -> tuple[str, ...]:
    """The tags in which the whole program speaks, not only what respondents see."""
    return tuple(t for t in catalogues() if t == SOURCE_LANGUAGE or _is_whole(t))


def _is_whole(tag: str) -> bool:
    return _catalogue(tag)._info.get("x-scope") == "whole"


@cache
def _locale(tag: str) -> Locale:
    return Locale.parse(languages.get(tag).babel_locale)


def locale() -> Locale:
    return _locale(_language.get())


def format_day(day: date, style: str = "long") -> str:
    """A date as read in the language being spoken, Latin digits throughout."""
    if isinstance(day, datetime):
        day = day.astimezone(clock.local_zone()).date()
    return _day(day, style, _language.get())


@lru_cache(8192)
def _day(day: date, style: str, tag: str) -> str:
    """Pages of long lists say the same days many times."""
    written = dates.format_date(day, style, locale=locale())
    first_in_french = day.day == 1 and tag == "fr" and style in ("medium", "long", "full")
    return written.replace("1 ", "1er ", 1) if first_in_french else written


def order_of_date() -> list[str]:
    """ "day", "month" and "year" as a short date of this language has them."""
    pattern = str(dates.get_date_format("short", locale=locale()))
    return sorted(("year", "month", "day"), key=lambda part: pattern.find(PLACES_IN_DATE[part]))


def months() -> list[str]:
    """The names of the months, standing alone, January first."""
    named = dates.get_month_names("wide", context="stand-alone", locale=locale())
    return [named[number] for number in range(1, 13)]


def format_month(day: date) -> str:
    return dates.format_skeleton("yMMMM", day, locale=locale())


def format_moment(moment: datetime) -> str:
    """The day and the minute: nobody reads the seconds."""
    local, spoken = moment.astimezone(clock.local_zone()), locale()
    written = dates.get_datetime_format("medium", locale=spoken).replace("'", "")
    time = dates.format_time(local, "short", locale=spoken)
    return written.format(time, format_day(local, "medium"))


def format_number(value) -> str:
    return _number(value, _language.get())


def format_percent(share: float) -> str:
    return _percent(share, _language.get())


@lru_cache(FIGURES)
def _number(value, tag: str) -> str:
    return numbers.format_decimal(value, locale=_locale(tag), numbering_system="latn")


@lru_cache(FIGURES)
def _percent(share: float, tag: str) -> str:
    return numbers.format_percent(share, locale=_locale(tag), numbering_system="latn")


def join_list(items) -> str:
    """Each apart from the others, as in a sentence: otherwise names in Latin letters would run from
    left to right inside an Arabic line, the last name first."""
    texts = set_apart({at: str(item) for at, item in enumerate(items)})
    return lists.format_list([*texts.values()], locale=locale())
