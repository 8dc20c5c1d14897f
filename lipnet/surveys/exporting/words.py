"""The words for exports: kinds, why one failed, what happened to it."""

import re

from lipnet.core import i18n
from lipnet.core.i18n import lazy
from lipnet.questionnaire import Questionnaire, Texts, plain

KINDS = {
    "csv": (
        lazy("CSV: a table for any program"),
        lazy("One row for each answer, one column for each question."),
    ),
    "xlsx": (
        lazy("Excel workbook"),
        lazy("The same table, and the codebook on a sheet of its own."),
    ),
    "spss": (
        lazy("SPSS: data and syntax"),
        lazy("Numbers with their labels and missing values; run the syntax to read them."),
    ),
    "jsonl": (
        lazy("JSON lines"),
        lazy("One answer a line, as it is stored, for programmers."),
    ),
    "pack": (
        lazy("Report pack in English and French"),
        lazy(
            "The questionnaire as it was asked, a note on method and every table as readers may "
            "see it, to print or to send on."
        ),
    ),
}
WORDINGS = {
    "codes": lazy("Codes, as the codebook lists them"),
    "labels": lazy("Words, as people read them"),
}
FAILURES = {
    "rows_missing": lazy(
        "The file did not hold as many rows as there are answers, so it was thrown away. "
        "Please order it once more."
    ),
    "too_large": lazy(
        "This kind of file cannot hold that many columns or such long texts. Choose CSV instead."
    ),
    "no_room": lazy("There was no room left on the disk. Ask your operator, then order it anew."),
    "interrupted": lazy("It was interrupted three times. Please tell your operator."),
    "broken": lazy("Something went wrong on our side. Your operator finds the reason in the log."),
}
EXTENSIONS = {"csv": "csv", "xlsx": "xlsx", "spss": "zip", "jsonl": "jsonl", "pack": "zip"}
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "spss": "application/zip",
    "jsonl": "application/jsonl",
    "pack": "application/zip",
}
PLACE = re.compile(r"\$\{[^}]*\}")


def spoken_in(language: str) -> str:
    """The language of our own words; English where the program does not speak it."""
    return language if language in i18n.catalogues() else i18n.SOURCE_LANGUAGE


def told_in(questionnaire: Questionnaire, texts: Texts, language: str) -> str:
    """A text on one line without markup; "…" where an answer stood in it."""
    text, _tag = questionnaire.text(texts, language)
    return " ".join(plain(PLACE.sub("…", text)).split())
