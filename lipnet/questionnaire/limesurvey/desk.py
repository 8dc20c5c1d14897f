"""What lies open while a survey is read: names, lists, drafts, and the notes made on the way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lipnet.questionnaire.limesurvey.notebook import Notebook, Place
from lipnet.questionnaire.limesurvey.survey import Asked, Spoken
from lipnet.questionnaire.limesurvey.tongues import Tongues
from lipnet.questionnaire.limesurvey.wording import cleaned
from lipnet.questionnaire.model import Choice, Question
from lipnet.questionnaire.texts import Texts
from lipnet.questionnaire.xlsform.survey import LONGEST_NAME, NAME, fit


@dataclass(frozen=True, slots=True)
class Written:
    """A rule before it is read: in LimeSurvey's language, or (`ours`) in that of this program.

    `choice`: the code of the one choice it is about, in a choice filter.
    """

    text: str
    ours: bool = False
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Variable:
    """What a name in an expression stands for.

    answer: the answer of the question `name`. ticked: whether its choice `code` is picked.
    rank: the choice at place `code`. several: the answers of `names`, one for each row. `codes`
    maps LimeSurvey's codes to those they became, where they differ.
    """

    kind: str
    name: str
    code: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()


Rules = dict[str, list[Written]]


@dataclass(slots=True)
class Draft:
    """A question, and its rules by field: all of a field's must hold."""

    question: Question
    place: Place
    rules: Rules = field(default_factory=dict)

    def add(self, rule: str, written: Written) -> None:
        self.rules.setdefault(rule, []).append(written)


@dataclass(slots=True)
class DraftGroup:
    name: str
    place: Place
    label: Texts = field(default_factory=dict)
    hint: Texts = field(default_factory=dict)
    rules: Rules = field(default_factory=dict)
    items: list[Draft | DraftGroup] = field(default_factory=list)
    field_list: bool = False
    appearance: tuple[str, ...] = ()


@dataclass(slots=True)
class Desk:
    tongues: Tongues
    notebook: Notebook
    names: set[str] = field(default_factory=set)
    lists: dict[str, tuple[Choice, ...]] = field(default_factory=dict)
    variables: dict[str, Variable] = field(default_factory=dict)
    by_field: dict[str, Variable] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    lost: dict[str, set[str]] = field(default_factory=dict)
    unused: dict[str, None] = field(default_factory=dict)
    files: bool = False

    def name(self, wanted: str, place: Place) -> str:
        """A name for a question: fit and unique; every change is a finding."""
        name = wanted
        if not NAME.fullmatch(wanted) or len(wanted) > LONGEST_NAME:
            name = fit(wanted or "question")
            self.notebook.warning(place, "name_invalid", name=wanted, became=name)
        if name in self.names:
            unique = self.free(name)
            self.notebook.warning(place, "name_twice", name=name, became=unique)
            name = unique
        self.names.add(name)
        return name

    def free(self, name: str) -> str:
        while True:
            number = self.numbers[name] = self.numbers.get(name, 1) + 1
            if f"{name}_{number}" not in self.names:
                return f"{name}_{number}"

    def base(self, asked: Asked) -> str:
        """The name of a question, and what the names of its rows begin with."""
        if asked.qid not in self.bases:
            self.bases[asked.qid] = self.name(asked.code, place_of(asked))
        return self.bases[asked.qid]

    def list_name(self, wanted: str, choices: tuple[Choice, ...]) -> str:
        """Keeps a list; one that is there already under this name is shared if it is the same."""
        name, number = wanted, 2
        while name in self.lists and self.lists[name] != choices:
            name, number = f"{wanted}_{number}", number + 1
        self.lists[name] = choices
        return name

    def texts(self, spoken: Spoken, place: Place) -> dict[str, str]:
        """tag -> text; what a text loses is remembered for one notice."""
        found: dict[str, str] = {}
        for tag, source in self.tongues.tagged(spoken).items():
            text, lost = cleaned(source)
            for each in lost:
                self.lost.setdefault(each, set()).add(place[1] or place[0])
            if text:
                found[tag] = text
        return found

    def know(self, asked: Asked, suffix: str, field_suffix: str, variable: Variable) -> None:
        """What expressions (Q1_SQ001) and conditions (1X2X3SQ001) call this answer.

        Of two answers of one name the first keeps it; of one answer more may be said later.
        """
        field = f"{asked.gid}X{asked.qid}{field_suffix}"
        for known, name in ((self.variables, asked.code + suffix), (self.by_field, field)):
            if known.setdefault(name, variable).name == variable.name:
                known[name] = variable

    def variable(self, name: str) -> Variable | None:
        in_field = re.fullmatch(r"\d+X(\d+X\d+.*)", name)
        return self.by_field.get(in_field[1]) if in_field else self.variables.get(name)


def place_of(asked: Asked) -> Place:
    return ("questions", asked.code or asked.qid)
