"""One question of the bank, whether it comes with the program or was saved here."""

from dataclasses import dataclass, field
from datetime import datetime

from lipnet.questionnaire import Choice, Question, Questionnaire
from lipnet.questionnaire.placing import says_the_same

PER_LANGUAGE = ("label", "hint", "guidance", "constraint_message", "required_message")


@dataclass(frozen=True)
class Entry:
    """`questionnaire` holds the one question, its choices, and the states of its texts.

    `why` is the reason for asking, as a notice of collection gives it; `note` says what its
    answers may be compared with. `number` counts the wordings under one bank_id.
    """

    bank_id: str
    theme: str
    origin: str
    questionnaire: Questionnaire
    why: dict = field(default_factory=dict)
    note: dict = field(default_factory=dict)
    number: int = 1
    derived_from: str = ""
    created_at: datetime | None = None
    retired_at: datetime | None = None

    @property
    def question(self) -> Question:
        [question] = self.questionnaire.questions()
        return question

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self.questionnaire.choices_of(self.question)

    @property
    def languages(self) -> tuple[str, ...]:
        return self.questionnaire.languages

    def state_in(self, tag: str) -> str:
        """The least sure state of its texts in one language."""
        states = {each.get(tag, "human") for each in self.questionnaire.states.values()}
        return next((state for state in ("stale", "draft", "machine") if state in states), "human")

    def says_the_same_as(self, other: "Entry") -> bool:
        """No word, code or language differs, so it would be the same entry once more."""
        return (
            self.question.type == other.question.type
            and set(self.languages) <= set(other.languages)
            and says_the_same(self.choices, other.choices)
            and all(
                _agree(getattr(self.question, name), getattr(other.question, name))
                for name in PER_LANGUAGE
            )
        )


def _agree(some: dict, others: dict) -> bool:
    return all(text == others.get(tag) for tag, text in some.items())
