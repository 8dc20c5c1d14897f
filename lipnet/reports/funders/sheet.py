"""A funder's questions as rows of a spreadsheet, and rows read back as questions."""

from collections.abc import Collection, Iterator

from lipnet.core.headed import columns_called, rows_below
from lipnet.core.i18n import lazy
from lipnet.reports.funders.forms import as_lines
from lipnet.reports.funders.models import FunderTemplate

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
    found = rows_below(data, filename, columns_called(COLUMNS, HEADS), _is_head)
    return [QuestionRow(*row) for row in found]


def _is_head(columns: Collection[str]) -> bool:
    return "code" in columns and ("text_en" in columns or "text_fr" in columns)
