"""The vocabularies of one or more languages, compiled once."""

import re
from functools import lru_cache

from lipnet.shorthand.reading.words import ALL, Words, together

NEVER = "(?!)"
SPACE = re.compile(r" (?![?*+{])")
OPEN_ENDED = re.compile(r"[ $']$| \+$|\\[^wd]$")
NUMBERED = re.compile(r"^(?:[0-9]{1,3}(?:\.[0-9]{1,2})*[.):]?|[a-z][.)]|[ivx]{1,4}[.)]) *")
PEOPLE = ("represented", "regrets", "guests", "staff", "absent", "present")
WORDS_OF_A_HEADING = 12
MOST_OTHER_WORDS = 1
SMALL_WORD = 3  # letters
ADOPTING = re.compile(r"adopt|appro[bu]|approv|aprob|genehm|goedkeur|vaststel|accept|confirm")
IN_BRACKETS = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=32)
def lexicon(tags: tuple[str, ...]) -> "Lexicon":
    """The lexicon of these languages; the first one decides where they disagree."""
    return Lexicon(together(*(ALL[tag] for tag in tags)))


def any_of(patterns: tuple[str, ...]) -> str:
    """One pattern for any of these as whole words; the longest spelling is tried first."""
    if not patterns:
        return NEVER
    ordered = sorted(set(patterns), key=lambda each: (-len(each), each))
    return "(?:" + "|".join(_whole_words(each) for each in ordered) + ")"


def _whole_words(pattern: str) -> str:
    pattern = SPACE.sub(" +", pattern.replace(" ?", " *"))  # a broken line leaves many spaces
    before = r"(?<!\w)" if pattern[0].isalnum() or pattern[0] in "([" else ""
    return before + f"(?:{pattern})" + ("" if _looks_on(pattern) else r"(?:(?<=')|(?!\w))")


def _looks_on(pattern: str) -> bool:
    """Whether a pattern ends within what follows: with a space, a sign, or a look ahead."""
    if OPEN_ENDED.search(pattern):
        return True
    depth, at = 0, len(pattern)
    while pattern.endswith(")") and at:
        at -= 1
        depth += {")": 1, "(": -1}.get(pattern[at], 0)
        if not depth:
            return pattern.startswith(("(?=", "(?!"), at)
    return False


class Lexicon:
    """What a reader asks of the words: each list of Words, as one compiled pattern."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.not_names = words.not_names
        self.outcomes = [(re.compile(any_of(found)), code) for code, found in words.outcomes]
        self.relative = [(re.compile(any_of(p)), code) for code, p in words.relative.items()]

    def __getattr__(self, name: str) -> re.Pattern[str]:
        compiled = re.compile(any_of(tuple(getattr(self.words, name))))
        setattr(self, name, compiled)
        return compiled

    def kind_of(self, heading: str) -> str:
        """What stands under this folded heading: "present", "actions", "agenda" ..., or ""."""
        heading = NUMBERED.sub("", heading.strip(" :.-#*"))
        if not heading or len(heading.split()) > WORDS_OF_A_HEADING:
            return ""
        return self.people_of(heading) or self._work_of(heading)

    def people_of(self, heading: str) -> str:
        """Whom a heading or label is about: "regrets"; "present or represented" is present."""
        if self.unsure.search(heading):
            return ""
        found = [kind for kind in PEOPLE if getattr(self, kind).search(heading)]
        return "present" if {"present", "represented"} <= set(found) else next(iter(found), "")

    def _work_of(self, heading: str) -> str:
        """A heading of work says hardly more than that: "Task management" is a subject."""
        heading = IN_BRACKETS.sub(" ", heading)
        if found := self.actions.search(heading):
            left = self._left(heading, found)
            if self.earlier.search(heading):
                return "earlier"
            if left <= MOST_OTHER_WORDS:
                return "actions"
        if (found := self.decisions.search(heading)) and (
            self._left(heading, found) <= MOST_OTHER_WORDS
        ):
            return "decisions"
        if ADOPTING.search(heading):
            return ""  # "Approval of the agenda" is none
        return next((k for k in ("agenda", "aims") if getattr(self, k).search(heading)), "")

    def _left(self, heading: str, found: re.Match[str]) -> int:
        """How many words a heading has besides: small ones, and "for the secretary", left out."""
        after = heading[found.end() :]
        whom = self.for_whom.match(after.lstrip())
        rest = heading[: found.start()] + ("" if whom else after)
        return sum(len(word.strip(":-/&")) > SMALL_WORD for word in rest.split())
