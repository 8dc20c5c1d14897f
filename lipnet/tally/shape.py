"""What there is to count: the questions of one frozen version, without their wording."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

Kind = Literal["one", "many", "rank", "number", "date", "time", "text"]
CLOSED: tuple[Kind, ...] = ("one", "many")
LANGUAGE, MODE, DAY, COMPLETION = "@language", "@mode", "@day", "@completion"
ABOUT_THE_RESPONSE = (LANGUAGE, MODE, DAY, COMPLETION)
COMPLETIONS = ("all", "most", "half", "few")


@dataclass(frozen=True)
class Question:
    """A question as the tally sees it.

    kind     one: a code · many: a list of codes · rank: all codes, the best first · number · date:
             ISO, with or without a time · time: HH:MM · text: only whether answered
    options  the codes of "one", "many" and "rank", in the order of the questionnaire
    step     numbers are counted to the nearest multiple of this whole number; 1: finely enough
    places   how many decimals of a number its sum keeps
    repeat   what it was asked again for each of, as of the members of a household: each response
             is counted once, for all that was chosen ("many"), or because something was said
             ("text")
    """

    name: str
    kind: Kind
    options: tuple[str, ...] = ()
    step: int = 1
    places: int = 0
    repeat: str = ""

    def __post_init__(self) -> None:
        if self.step < 1:
            raise ValueError(f"step of {self.name} is below 1")
        if self.repeat and self.kind not in ("many", "text"):
            raise ValueError(f"{self.name} is repeated and cannot be counted as {self.kind}")

    @property
    def is_closed(self) -> bool:
        """Whether answers are codes of a list, so that people can be sorted by them."""
        return self.kind in CLOSED

    @cached_property
    def values(self) -> tuple[str, ...]:
        """Everything that can be counted of it and is known beforehand."""
        if self.kind != "rank":
            return self.options
        places = range(1, len(self.options) + 1)
        return tuple(f"{code}#{place}" for code in self.options for place in places)


@dataclass(frozen=True)
class Shape:
    """The countable questions in their order."""

    questions: tuple[Question, ...]

    @cached_property
    def marked(self) -> dict[tuple[str, Any], tuple[tuple[str, str, str], ...]]:
        """(question, answer) -> its marks: what was worked out before."""
        return {}

    @cached_property
    def _by_name(self) -> dict[str, Question]:
        return {question.name: question for question in self.questions}

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def question(self, name: str) -> Question:
        """Raises KeyError for a name that is not counted."""
        return self._by_name[name]
