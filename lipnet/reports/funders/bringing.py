"""What the rows of a sheet mean for a template: each is written down by the ordinary operations,
so that whatever these refuse is found here too."""

from collections import Counter
from typing import NamedTuple

from lipnet.core import i18n
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import folded
from lipnet.reports.funders.forms import choices_from
from lipnet.reports.funders.models import KIND_NAMES, UNIT_NAMES, FunderQuestion, FunderTemplate
from lipnet.reports.funders.operations import ask, change_question
from lipnet.reports.funders.sheet import QuestionRow
from lipnet.reports.funders.sources import SOURCES

BROUGHT = declare(
    "funders.brought", lazy("%(who)s brought %(count)s questions from a spreadsheet.")
)
COLUMN_OF = {"text": "text_en"}


class Found(NamedTuple):
    """What was noticed at a cell: error (the row is left out) or warning; in words."""

    cell: str
    severity: str
    wrong: str


class Bringing:
    """Goes through the rows in order; counts what became new or other, and what was noticed."""

    def __init__(self, template: FunderTemplate, by):
        self.template, self.by = template, by
        self.new: Counter[str] = Counter()
        self.found: list[Found] = []
        self.kinds, self.units = _named(KIND_NAMES), _named(UNIT_NAMES)
        self.sources = _named({key: source.label for key, source in SOURCES.items()})
        self.known = {question.code: question for question in template.in_order()}

    def bring(self, rows: list[QuestionRow]) -> "Bringing":
        for row in rows:
            self._bring(row)
        return self

    def _bring(self, row: QuestionRow) -> None:
        given = self._given(row)
        known: FunderQuestion | None = self.known.get(given["code"])
        try:
            if known is None:
                self.known[given["code"]] = ask(self.template, **given, by=self.by)
                self.new["questions"] += 1
            else:
                change_question(known, **given, by=self.by)
                self.new["changed"] += 1
        except Refusal as refusal:
            column = COLUMN_OF.get(refusal.field or "", refusal.field or "code")
            self._find(row, column, str(refusal.reason), "error")

    def _given(self, row: QuestionRow) -> dict:
        return {
            "code": row.said("code")[:40],
            "text": _pair(row, "text"),
            "hint": _pair(row, "hint"),
            "kind": self._kind(row),
            "most": self._most(row),
            "unit": self.units.get(folded(row.said("unit")), "words"),
            "choices": choices_from(row.said("choices")),
            "sources": self._sources(row),
        }

    def _kind(self, row: QuestionRow) -> str:
        said = row.said("kind")
        if said and folded(said) not in self.kinds:
            wrong = _("%(text)s is no kind of answer here; Text is taken.", text=said)
            self._find(row, "kind", wrong)
        return self.kinds.get(folded(said), "text")

    def _most(self, row: QuestionRow) -> int | None:
        said = row.said("most").removesuffix(".0")
        if not said:
            return None
        if said.isdecimal() and 0 < int(said) <= 100_000:
            return int(said)
        wrong = _("%(text)s is no number; it is left out.", text=row.said("most"))
        self._find(row, "most", wrong)
        return None

    def _sources(self, row: QuestionRow) -> list[str]:
        found = []
        parts = row.said("sources").replace("\n", ";").split(";")
        for part in filter(None, (one.strip() for one in parts)):
            if key := self.sources.get(folded(part)):
                found.append(key)
            else:
                wrong = _("%(text)s is not known here; it is left out.", text=part)
                self._find(row, "sources", wrong)
        return found

    def _find(self, row: QuestionRow, column: str, wrong: str, severity: str = "warning") -> None:
        self.found.append(Found(row.cell(column), severity, wrong))


@operation
def bring_questions(template: FunderTemplate, rows: list[QuestionRow], *, by) -> Bringing:
    """Write down what the rows say; what cannot be is left out and listed.

    Raises Refusal if nothing of the sheet can be taken.
    """
    brought = Bringing(template, by).bring(rows)
    if not brought.new:
        raise Refusal(lazy("Nothing in this sheet could be used."))
    record(BROUGHT, template, by=by, count=brought.new.total())
    return brought


def _pair(row: QuestionRow, name: str) -> dict[str, str]:
    pairs = ((tag, row.said(f"{name}_{tag}")) for tag in ("en", "fr"))
    return {tag: text for tag, text in pairs if text}


def _named(names: dict) -> dict[str, str]:
    """Every name of a key in any language of ours, and the key itself -> the key."""
    found = {}
    for tag in dict.fromkeys(("en", "fr", i18n.language().tag)):
        with i18n.speaking(tag):
            found |= {folded(str(name)): key for key, name in names.items()}
    return found | {key: key for key in names}
