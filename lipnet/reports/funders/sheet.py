"""A funder's questions as rows of a spreadsheet, and rows read back as questions."""

from collections.abc import Iterator

from lipnet.core.i18n import lazy
from lipnet.core.text import folded
from lipnet.reports.funders.forms import as_lines
from lipnet.reports.funders.models import FunderTemplate
from lipnet.sheets import Limits, Sheet, cell_name, read_workbook

COLUMNS = {
    "code": ("id", "number", "question id", "no", "numero"),
    "text_en": ("question en", "question", "english", "text", "anglais"),
    "text_fr": ("question fr", "question francais", "french", "texte", "francais"),
    "kind": ("type", "kind", "genre"),
    "most": ("limit", "word limit", "limite", "nombre de mots"),
    "unit": ("counted in", "unit", "unite"),
    "hint_en": ("hint en", "hint", "aide en"),
    "hint_fr": ("hint fr", "aide fr", "aide"),
    "choices": ("choices", "options", "choix"),
    "sources": ("filled from", "sources", "rempli a partir de"),
}
HEADS = {
    "code": lazy("Number"),
    "text_en": lazy("Question (English)"),
    "text_fr": lazy("Question (French)"),
    "kind": lazy("Kind of answer"),
    "most": lazy("Longest answer"),
    "unit": lazy("Counted in"),
    "hint_en": lazy("Hint (English)"),
    "hint_fr": lazy("Hint (French)"),
    "choices": lazy("Answers to choose from"),
    "sources": lazy("Filled from"),
}
LIMITS = Limits(size=2 * 1024 * 1024, unpacked=40 * 1024 * 1024, rows=2_000, cells=60_000)
ROWS_TO_SEARCH = 20


class QuestionRow(dict):
    """The texts of one row by column; `at` names the cells they came from."""

    def __init__(self, texts: dict[str, str], at: dict[str, str]):
        super().__init__(texts)
        self.at = at

    def said(self, column: str) -> str:
        return self.get(column, "").strip()

    def cell(self, column: str) -> str:
        return self.at.get(column) or self.at.get("code", "")


def rows_of(template: FunderTemplate) -> Iterator[list[str]]:
    """A line of heads and one for each question, in order; codes for kinds and sources."""
    yield [str(head) for head in HEADS.values()]
    for question in template.in_order():
        yield [
            question.code,
            question.text.get("en", ""),
            question.text.get("fr", ""),
            question.kind,
            str(question.most or ""),
            question.unit,
            question.hint.get("en", ""),
            question.hint.get("fr", ""),
            as_lines(question.choices),
            "; ".join(question.sources),
        ]


def read_questions(data: bytes, filename: str) -> list[QuestionRow]:
    """The rows below the first headings with a number and a question; [] if there are none.

    Raises sheets.Unreadable for what is no spreadsheet.
    """
    for sheet in read_workbook(data, filename, limits=LIMITS).sheets:
        head, columns = _head(sheet)
        if columns:
            return list(_rows(sheet, head + 1, columns))
    return []


def _head(sheet: Sheet) -> tuple[int, dict[str, int]]:
    known = _headings()
    for number, cells in enumerate(sheet.rows[:ROWS_TO_SEARCH]):
        columns: dict[str, int] = {}
        for place, cell in enumerate(cells):
            if column := known.get(_heading(cell)):
                columns.setdefault(column, place)
        if "code" in columns and columns.keys() & {"text_en", "text_fr"}:
            return number, columns
    return 0, {}


def _headings() -> dict[str, str]:
    """Whatever a column may be called, our own heads in the language spoken among it."""
    own = {_heading(str(head)): column for column, head in HEADS.items()}
    others = {alias: column for column, aliases in COLUMNS.items() for alias in aliases}
    return others | own


def _heading(cell: str) -> str:
    kept = (letter if letter.isalnum() else " " for letter in folded(cell))
    return " ".join("".join(kept).split())


def _rows(sheet: Sheet, first: int, columns: dict[str, int]) -> Iterator[QuestionRow]:
    for number in range(first, len(sheet.rows)):
        texts = {column: _bare(sheet.text(number, place)) for column, place in columns.items()}
        if any(texts.values()):
            at = {column: cell_name(number, place) for column, place in columns.items()}
            yield QuestionRow(texts, at)


def _bare(text: str) -> str:
    """Our own export keeps what would begin a formula a text by a mark in front of it."""
    return text[1:] if text[:2] in ("'+", "'-", "'=", "'@") else text
