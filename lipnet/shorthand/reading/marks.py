"""Marks beside names: "P", "A", a tick before or behind, "present" at the end of a column."""

import re

from lipnet.shorthand.reading.lexicon import PEOPLE, Lexicon
from lipnet.shorthand.reading.masking import folded
from lipnet.shorthand.reading.words.vocabulary import words as listed

STATUS_OF = {
    "present": "present",
    "regrets": "regrets",
    "absent": "absent",
    "guests": "guest",
    "staff": "staff",
    "represented": "represented",
}
YES = listed(
    "x p y yes present oui present(e) \u2713 \u2714 \u2705 \u2611 1 si ja j o here presente"
)
REGRETS = listed("r e regrets excuse excusee excused apologies apology mk entschuldigt")
ABSENT = listed(
    "a absent absente n no non nee nein 0 - abwesend afwezig \u2717 \u2718 \u274c \u2610"
)
SIGNS = "\u2713\u2714\u2705\u2611\u2717\u2718\u274c\u2610"
BEFORE = re.compile(rf"^\s*(?:\[(?P<letter>[PRAE])\]|(?P<sign>[{SIGNS}])\ufe0f?)\s*(?=\w)")
# At the end of a wide gap, or a tick right behind the name.
BEHIND = re.compile(
    rf"^(?P<who>\s*[^\W\d_].{{2,160}}?)(?: {{3,}}(?P<mark>[^\s,;]{{1,14}})|\s*(?P<sign>[{SIGNS}]))"
    r"\ufe0f?\s*$"
)


def status_of(mark: str, words: Lexicon) -> str:
    """What a mark, or one word, tells of a person; "" if it tells nothing."""
    plain = folded(mark).strip(" .")
    if plain in REGRETS:
        return "regrets"
    if plain in ABSENT:
        return "absent"
    if plain in YES:
        return "present"
    kind = next((k for k in PEOPLE if getattr(words, k).fullmatch(plain)), "")
    return STATUS_OF.get(kind, "")


def without_marks(said: str, status: str, words: Lexicon) -> tuple[str, str]:
    """A line of a list without its mark, and what the mark says: "Ana Ruiz    A" is absent."""
    if before := BEFORE.match(said):
        mark = before["letter"] or before["sign"]
        return said[before.end() :], _told(mark, status, words)
    behind = BEHIND.match(said)
    if behind and (told := status_of(behind["mark"] or behind["sign"], words)):
        return behind["who"], status if told == "present" else told
    return said, status


def _told(mark: str, status: str, words: Lexicon) -> str:
    told = status_of(mark, words)
    return status if told == "present" else told
