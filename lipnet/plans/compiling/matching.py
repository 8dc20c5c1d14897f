"""Which priority or action a source is most like, and by which words; which sources are alike.

Pure. Likeness is that of lipnet/similar, asked in each language by itself; the nearest counts. The
words shared are what people read as the reason, so without one nothing is suggested.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lipnet.similar import Similar, similar

LEAST = 0.16  # below this, what texts share are pieces of words, not matters
LEAST_BY_ONE_WORD = 0.24
ALIKE = 0.42  # above this, two sources speak of one matter
SHORTEST = 4
MOST_REASONS = 3
ANY = "*"
# Such as say how, not what: a reason by them would be none.
_EMPTY = """
about after also among another avec because been before being between both cette could dans depuis
does each elle elles entre être every from have help into leur leurs many mais more most much must
need needs notre nous only other over pour quel quelle sans shall should some such sont sous than
that their them then there these they this those through tous tout toute toutes under until vers
very vous want were what when where which while will with without work would year years your année
années faire plus people personnes newcomers newcomer nouvellement arrivées arrivés partnership
partenariat community communauté plan find finds make give take hold keep trouver prendre donner
tenir
"""
EMPTY_WORDS = frozenset(_EMPTY.split())
# Such as say something only beside another: "shared rides" is a matter, "shared" is none.
_WEAK = """
asked called demande demandé demandée demander first late later last month months mois next open
opened ouvert ouverte partagé partagée premier première second share shared soon time times week
weeks semaine semaines
"""
WEAK_WORDS = frozenset(_WEAK.split())


@dataclass(frozen=True)
class Target:
    """A priority, or an action under it, that a source may belong to; `place` is the caller's."""

    place: object
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Suggestion:
    """The likest target, how alike from 0 to 1, and what both say, in the source's words, which
    are of the language `tag`."""

    place: object
    likeness: float
    words: tuple[str, ...]
    tag: str


class Matcher:
    """Ready to suggest one of `targets` for any number of sources."""

    def __init__(self, targets: Sequence[Target]):
        self._tongues: dict[str, tuple[list[Target], Similar]] = {}
        for tag in sorted({tag for target in targets for tag in target.texts}):
            written = [target for target in targets if target.texts.get(tag)]
            self._tongues[tag] = (written, similar([target.texts[tag] for target in written]))

    def suggest(self, texts: Mapping[str, str], spoken: str = "") -> Suggestion | None:
        """The likest target in any language, with the words of the language `spoken` if that gives
        a reason too; None if none shares a word that says something."""
        found = [each for tag, text in texts.items() for each in self._found(tag, text)]
        best = max(found, key=lambda each: each.likeness, default=None)
        same = (each for each in found if best and each.place == best.place)
        return next((each for each in same if each.tag == spoken), best)

    def _found(self, tag: str, text: str):
        for spoken in self._tongues if tag == ANY else [tag] if tag in self._tongues else []:
            targets, likeness = self._tongues[spoken]
            for place, alike in likeness.nearest(text, least=LEAST, most=3):
                words = shared(text, targets[place].texts[spoken])
                if _is_reason(words, alike):
                    yield Suggestion(targets[place].place, alike, words, spoken)


def groups(texts: Sequence[Mapping[str, str]]) -> list[list[int]]:
    """The places of `texts`, those that are alike together, in the order of their first."""
    leader = list(range(len(texts)))

    def first(place: int) -> int:
        while leader[place] != place:
            place = leader[place]
        return place

    for one, other in _pairs(texts):
        low, high = sorted((first(one), first(other)))
        leader[high] = low
    gathered: dict[int, list[int]] = {}
    for place in range(len(texts)):
        gathered.setdefault(first(place), []).append(place)
    return list(gathered.values())


def shared(text: str, other: str) -> tuple[str, ...]:
    """What `text` has in common with `other`: words and runs of words, as `text` writes them; one
    short word inside a run ("cours du soir") does not part it."""
    theirs = [word.casefold() for word in _words(other) if _says_something(word)]
    runs: list[list[str]] = []
    open_run: list[str] | None = None
    for word in _words(text):
        if _says_something(word) and any(_same(word.casefold(), each) for each in theirs):
            if open_run is None:
                runs.append(open_run := [])
            open_run.append(word)
        elif open_run and len(word) < SHORTEST and len(open_run[-1]) >= SHORTEST:
            open_run.append(word)
        else:
            open_run = None
    return _longest(" ".join(_without_end(run)) for run in runs)


def _without_end(run: list[str]) -> list[str]:
    return run if len(run[-1]) >= SHORTEST else run[:-1]


def _longest(runs: Iterable[str]) -> tuple[str, ...]:
    found = {run.casefold(): run for run in runs}
    longest = sorted(found.values(), key=lambda run: -len(run))[:MOST_REASONS]
    return tuple(run for run in found.values() if run in longest)


def _pairs(texts: Sequence[Mapping[str, str]]):
    for tag in sorted({tag for each in texts for tag in each}):
        places = [place for place, each in enumerate(texts) if each.get(tag)]
        likeness = similar([texts[place][tag] for place in places])
        for place in places:
            for other, _ in likeness.nearest(texts[place][tag], least=ALIKE, most=10):
                if places[other] != place:
                    yield place, places[other]


def _words(text: str) -> list[str]:
    kept = "".join(letter if unicodedata.category(letter)[0] in "LNM" else " " for letter in text)
    return kept.split()


def _says_something(word: str) -> bool:
    return len(word) >= SHORTEST and word.casefold() not in EMPTY_WORDS


def _is_reason(words: tuple[str, ...], alike: float) -> bool:
    """Whether they name a matter; one word alone must be much of what both say."""
    if len(words) == 1 and " " not in words[0] and alike < LEAST_BY_ONE_WORD:
        return False
    return any(" " in run or run.casefold() not in WEAK_WORDS for run in words)


def _same(one: str, other: str) -> bool:
    """Whether two words are one but for their endings: two thirds of the longer are the same."""
    length = max(SHORTEST, 2 * max(len(one), len(other)) // 3)
    return one[:length] == other[:length]
