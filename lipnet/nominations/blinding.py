"""What a reviewer reads first: a nomination without the names that stand in its words.

Names are looked for without regard to accents and capitals, each part of a name by itself too;
addresses, links and telephone numbers go with them. Too much may go, and what only somebody who
knows the person would recognize stays: then one steps back.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lipnet.nominations.models import Nomination
from lipnet.people.models import Person

LEFT_OUT = "[…]"
ADDRESSES = r"(?<!\S)\S+@\S+|https?://\S+|www\.\S+|\+?\d(?:[ ().\-]*\d){8,}"
PARTICLES = {"bin", "das", "del", "den", "der", "des", "dos", "les", "ter", "van", "von"}


class Blind(NamedTuple):
    """What is read without the name (statements.READ_BLIND), by the names a nomination has."""

    statement: dict[str, str]
    interests: str
    skills: str
    lived: list[str]


def blind(nomination: Nomination) -> Blind:
    names = list(_names(nomination))
    return Blind(
        {tag: without(names, text) for tag, text in nomination.statement.items()},
        without(names, nomination.interests),
        without(names, nomination.skills),
        nomination.lived,
    )


def without(names: Iterable[str], text: str) -> str:
    """`text` with LEFT_OUT where one of `names`, a part of one, or an address stood."""
    text = unicodedata.normalize("NFC", text)
    spans = [found.span() for found in re.finditer(ADDRESSES, text)]
    folded = _folded(text)
    for name in names:
        spans += (found.span() for found in re.finditer(_pattern(name), folded))
    for part in _short_parts(names):
        spans += (found.span() for found in re.finditer(rf"\b{re.escape(part)}\b", text))
    return _cut(text, spans)


def _names(nomination: Nomination) -> Iterator[str]:
    """Of the people and each part of their names; of the organisations as a whole."""
    seconders = [row.person for row in nomination.seconds]
    for person in (nomination.nominee, nomination.nominator, *seconders):
        yield from _of_person(person.name)
        yield from _of_organisation(person)
    yield from _of_person(nomination.endorser)
    yield nomination.organisation


def _of_person(name: str) -> Iterator[str]:
    yield name
    for part in re.split(r"[\s\-'’.,]+", name):
        if part and part not in PARTICLES:
            yield part


def _of_organisation(person: Person) -> Iterator[str]:
    if person.organisation:
        yield from person.organisation.name.values()


def _short_parts(names: Iterable[str]) -> list[str]:
    """Two letters are a name only as they are written: Li, not the end of a French word."""
    return [name for name in names if len(name) == 2 and name.isalpha() and name[0].isupper()]


def _pattern(name: str) -> str:
    """Whole words where the script parts them; in others little words are written together with
    names, or nothing is parted."""
    folded = _folded(unicodedata.normalize("NFC", name.strip()))
    if not folded or (len(folded) < 3 and folded.isascii()):
        return r"(?!)"
    words = r"[\s\-]+".join(re.escape(word) for word in re.split(r"[\s\-]+", folded))
    return rf"\b{words}\b" if "LATIN" in unicodedata.name(folded[0], "") else words


def _folded(text: str) -> str:
    """Without accents and capitals, letter by letter, so that places stay the same."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[0] for letter in text)


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    told, end = "", 0
    for start, stop in sorted(spans):
        if start >= end:
            told += text[end:start] + LEFT_OUT
        end = max(end, stop)
    return told + text[end:]
