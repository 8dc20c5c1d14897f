"""What there is to count: the questions of one frozen version, without their wording."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["one", "many", "number", "date", "text"]


@dataclass(frozen=True)
class Question:
    """A question as the tally sees it.

    kind     one: a code · many: a list of codes · number · date: ISO · text: only whether answered
    options  the codes of "one" and "many", in the order of the questionnaire
    step     numbers are kept to the nearest multiple of this whole number
    """

    name: str
    kind: Kind
    options: tuple[str, ...] = ()
    step: int = 1

    def __post_init__(self) -> None:
        if self.step < 1:
            raise ValueError(f"step of {self.name} is below 1")


@dataclass(frozen=True)
class Shape:
    """The countable questions in their order."""

    questions: tuple[Question, ...]

    def question(self, name: str) -> Question:
        """Raises KeyError for a name that is not counted."""
        for question in self.questions:
            if question.name == name:
                return question
        raise KeyError(name)
