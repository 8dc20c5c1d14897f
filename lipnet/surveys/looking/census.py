"""A profile of the population from a spreadsheet: any order of columns, findings by cell.

One row for each option of a question: its code or its label, and how many people or which share.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lipnet.core.headed import Below, below_headings, letters
from lipnet.core.text import folded
from lipnet.questionnaire import Question, Questionnaire, plain
from lipnet.sheets import Limits, Unreadable

COLUMNS = {
    "question": ("question", "name", "question name", "nom de la question"),
    "code": ("code", "option", "option code", "choice", "choix", "code de l option"),
    "label": ("label", "answer", "category", "reponse", "libelle", "categorie", "etiquette"),
    "people": ("people", "count", "number", "persons", "population", "personnes", "nombre",
               "effectif"),
    "share": ("share", "percent", "percentage", "part", "pourcentage", "proportion"),
}  # fmt: skip
COLUMN_OF = {alias: column for column, aliases in COLUMNS.items() for alias in aliases}
LIMITS = Limits(size=1024 * 1024, unpacked=20 * 1024 * 1024, rows=2_000, cells=40_000)
A_NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,6})?")
WHOLE = (97.0, 103.0)  # the sum of percentages that were rounded one by one


class ProfileFinding(NamedTuple):
    """What was noticed at a cell: error (the question is left out), or warning."""

    cell: str
    severity: str
    code: str
    particulars: dict[str, Any]


class ProfileRead(NamedTuple):
    """question -> option code -> share (0 to 1); and every finding."""

    shares: dict[str, dict[str, float]]
    findings: tuple[ProfileFinding, ...]


@dataclass
class _Told:
    """What the rows of one question say: code -> figure, in which unit, and where it began."""

    first: int
    unit: str
    figures: dict[str, float] = field(default_factory=dict)
    wrong: bool = False


def closed_questions(questionnaire: Questionnaire) -> list[Question]:
    """The questions a profile can be about: those with options to choose from."""
    return [
        each.question
        for each in questionnaire.placed()
        if each.question.type in ("select_one", "select_multiple")
        and each.question.is_answered
        and each.repeat is None
    ]


def read_profile(data: bytes, filename: str, questionnaire: Questionnaire) -> ProfileRead:
    """Read the first sheet with columns for the question and a figure; never raises for a bad
    file."""
    try:
        below = below_headings(data, filename, COLUMN_OF, _is_head, limits=LIMITS, called=letters)
    except Unreadable as error:
        finding = ProfileFinding("", "error", error.code, dict(error.particulars))
        return ProfileRead({}, (finding,))
    if below is None:
        return ProfileRead({}, (ProfileFinding("A1", "error", "no_columns", {}),))
    return _Profile(below, questionnaire).read()


def _is_head(columns: Collection[str]) -> bool:
    unit = "people" in columns or "share" in columns
    return "question" in columns and ("code" in columns or "label" in columns) and unit


class _Profile:
    """Goes down the rows of one sheet and collects figures and findings."""

    def __init__(self, below: Below, questionnaire: Questionnaire):
        self.below, self.questionnaire = below, questionnaire
        self.text, self.cell = below.text, below.cell
        self.known = {each.name: each for each in closed_questions(questionnaire)}
        self.told: dict[str, _Told] = {}
        self.findings: list[ProfileFinding] = []

    def read(self) -> ProfileRead:
        for number in self.below.numbers():
            if self.text(number, "people") or self.text(number, "share"):
                self._read_row(number)
        shares = {name: found for name in self.told if (found := self._shares(name))}
        if not shares and not self.findings:
            self._find(self.below.head, "question", "error", "nothing_filled_in")
        return ProfileRead(shares, tuple(self.findings))

    def _read_row(self, number: int) -> None:
        name = self.text(number, "question")
        question = self.known.get(name)
        if question is None:
            return self._find(number, "question", "error", "question_unknown", text=name)
        unit = "people" if self.text(number, "people") else "share"
        told = self.told.setdefault(name, _Told(number, unit))
        told.wrong = not self._take(number, question, unit, told) or told.wrong
        return None

    def _take(self, number: int, question: Question, unit: str, told: _Told) -> bool:
        """Whether the row could be used."""
        code, figure = self._option(number, question), self._figure(number, unit)
        if code is None or figure is None:
            return False
        if self.text(number, "people") and self.text(number, "share"):
            return self._no(number, "share", "both_figures")
        if unit != told.unit:
            return self._no(number, unit, "units_mixed", question=question.name)
        if code in told.figures:
            return self._no(number, self._named_by(number), "option_twice", text=code)
        told.figures[code] = figure
        return True

    def _option(self, number: int, question: Question) -> str | None:
        """The code of the option, by its code or its label in any language."""
        choices = self.questionnaire.choices_of(question)
        code, label = self.text(number, "code"), folded(self.text(number, "label"))
        for choice in choices:
            if code == choice.code:
                return code
        for choice in choices:
            words = {folded(" ".join(plain(text).split())) for text in choice.label.values()}
            if not code and label and label in words:
                return choice.code
        column = self._named_by(number)
        self._find(number, column, "error", "option_unknown", text=self.text(number, column))
        return None

    def _named_by(self, number: int) -> str:
        unlabelled = "label" not in self.below.columns
        return "code" if self.text(number, "code") or unlabelled else "label"

    def _figure(self, number: int, unit: str) -> float | None:
        """People as they are, a share in percent."""
        text = self.text(number, unit)
        bare = re.sub(r"[\s\u00a0\u202f%]", "", text)
        if unit == "people":
            bare = re.sub(r"(?<=\d)[,.](?=\d{3}(?:\D|$))", "", bare)
        if not A_NUMBER.fullmatch(bare):
            self._find(number, unit, "error", "no_number", text=text)
            return None
        figure = float(bare.replace(",", "."))
        if unit == "share" and figure > 100:
            self._find(number, unit, "error", "more_than_all", text=text)
            return None
        return figure

    def _shares(self, name: str) -> dict[str, float]:
        """The shares of one question; {} if they cannot be used."""
        told, question = self.told[name], self.known[name]
        total = sum(told.figures.values())
        if told.wrong:
            return {}
        if len(told.figures) < 2 or total <= 0:
            self._find(told.first, "question", "error", "too_few_options", question=name)
            return {}
        several = question.type == "select_multiple"
        if several and told.unit == "people":
            self._find(told.first, "people", "error", "several_need_shares", question=name)
            return {}
        whole = WHOLE[0] <= total <= WHOLE[1]
        if told.unit == "share" and not several and not whole:
            self._find(told.first, "share", "error", "not_a_whole", question=name, sum=round(total))
            return {}
        self._note_left_out(name, told)
        base = 100.0 if several else total
        return {code: figure / base for code, figure in told.figures.items()}

    def _note_left_out(self, name: str, told: _Told) -> None:
        choices = self.questionnaire.choices_of(self.known[name])
        left = [c.code for c in choices if c.code not in told.figures and not c.stands_alone]
        if left:
            self._find(
                told.first, "question", "warning", "options_left_out", question=name, codes=left
            )

    def _no(self, number: int, column: str, code: str, **particulars: Any) -> bool:
        self._find(number, column, "error", code, **particulars)
        return False

    def _find(self, number: int, column: str, severity: str, code: str, **particulars: Any) -> None:
        self.findings.append(ProfileFinding(self.cell(number, column), severity, code, particulars))


def template_rows(questionnaire: Questionnaire, tag: str) -> Iterator[tuple[str, ...]]:
    """The rows to fill in: every option of the demographic questions, else of all closed ones."""
    closed = closed_questions(questionnaire)
    asked = [each for each in closed if each.role == "demographic"] or closed
    for question in asked:
        for choice in questionnaire.choices_of(question):
            text = plain(questionnaire.text(choice.label, tag)[0])
            yield question.name, choice.code, " ".join(text.split()), "", ""
