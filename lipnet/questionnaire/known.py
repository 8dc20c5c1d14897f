"""What a rule may name, and what is said of a rule: shared by all that check rules."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lipnet.questionnaire.model import Choice, Question, Questionnaire, groups_in


@dataclass(frozen=True, slots=True)
class Fault:
    """A code of codes.RULE_CODES or DOUBT_CODES, with its particulars without the field."""

    code: str
    particulars: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Known:
    """What a rule may name: items, names whose items were not imported, lists, columns.

    computed: names of questions whose value a rule works out, where the question does not say so
    itself; repeated: names of questions inside repeats, which have several values.
    """

    questions: Mapping[str, Question]
    groups: Collection[str]
    rejected: Collection[str]
    codes: Mapping[str, Collection[str]]
    columns: Mapping[str, Collection[str]]
    computed: Collection[str] = ()
    repeated: Collection[str] = ()


def known_in(questionnaire: Questionnaire) -> Known:
    """What the rules of a whole questionnaire may name."""
    placed = list(questionnaire.placed())
    choices = questionnaire.choices.items()
    return Known(
        questions={each.question.name: each.question for each in placed},
        groups={group.name for group in groups_in(questionnaire.items)},
        rejected=(),
        codes={name: {choice.code for choice in found} for name, found in choices},
        columns={name: columns_of(found) for name, found in choices},
        repeated={each.question.name for each in placed if each.repeat is not None},
    )


def columns_of(choices: tuple[Choice, ...]) -> set[str]:
    """The columns of a list that a choice filter may name."""
    return {"name"}.union(*(choice.extra for choice in choices))
