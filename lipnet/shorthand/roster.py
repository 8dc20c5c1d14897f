"""Names as they are typed at a table, matched to the people one could mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lipnet.shorthand.lexicon import fold
from lipnet.shorthand.records import Member

ALIKE = 0.75
SHORTEST_BEGINNING = 3
Way = Callable[[list[str], list[str]], bool]


@dataclass(frozen=True)
class Match:
    """The one who is meant, or else those who might be."""

    member: Member | None
    candidates: tuple[Member, ...] = ()
    several: bool = False  # the candidates all fit; otherwise their names are only alike


def match(written: str, people: Sequence[Member]) -> Match:
    """Whom `written` means: the most exact way of naming that fits anybody decides.

    Whole names come before surnames and first names, those before initials, those before
    beginnings of names. If several fit equally well, nobody is chosen and all are candidates; if
    nobody fits, those whose names are alike.
    """
    typed = parts_of(written.strip(" @"))
    for fits in WAYS:
        found = tuple(member for member in people if typed and _is_meant(fits, typed, member))
        if found:
            return Match(found[0]) if len(found) == 1 else Match(None, found, several=True)
    return Match(None, tuple(m for m in people if typed and _is_meant(_alike, typed, m)))


def parts_of(name: str) -> list[str]:
    """The words of a name, bare of accents, apostrophes, hyphens and stops."""
    return fold(name).replace("'", "").replace("-", " ").replace(".", " ").split()


def _is_meant(fits: Way, asked: list[str], member: Member) -> bool:
    names = map(parts_of, (member.name, *member.aliases))
    return any(fits(asked, words) for words in names if words)


def _whole(asked: list[str], words: list[str]) -> bool:
    return asked == words


def _one_end(asked: list[str], words: list[str]) -> bool:
    """First names, surnames, or one word of a double name."""
    at_an_end = asked in (words[: len(asked)], words[-len(asked) :])
    return at_an_end or (len(asked) == 1 and asked[0] in words)


def _initials(asked: list[str], words: list[str]) -> bool:
    """AM, A.M., A. Moreau, Alice M."""
    letters = "".join(word[0] for word in words)
    if len(asked) == 1:
        return len(asked[0]) > 1 and asked[0] in (letters, letters[0] + letters[-1])
    return len(asked) == len(words) and all(
        a == w or (len(a) == 1 and w.startswith(a)) for a, w in zip(asked, words, strict=True)
    )


def _beginnings(asked: list[str], words: list[str]) -> bool:
    """Ali Mor; one word alone needs three letters."""
    if len(asked) == 1:
        long_enough = len(asked[0]) >= SHORTEST_BEGINNING
        return long_enough and any(word.startswith(asked[0]) for word in words)
    return len(asked) <= len(words) and all(
        word.startswith(part) for part, word in zip(asked, words, strict=False)
    )


def _alike(asked: list[str], words: list[str]) -> bool:
    typed = " ".join(asked)
    return any(
        SequenceMatcher(None, typed, name).ratio() >= ALIKE for name in (" ".join(words), *words)
    )


WAYS: tuple[Way, ...] = (_whole, _one_end, _initials, _beginnings)
