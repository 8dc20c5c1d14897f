"""What the bank offers: the starter set and what was saved here; who asked it, and when."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lipnet.core import clock
from lipnet.core.text import folded
from lipnet.questionnaire import from_json
from lipnet.surveys.bank.entries import Entry
from lipnet.surveys.bank.models import BankQuestion
from lipnet.surveys.bank.starter import starter_set, themes
from lipnet.surveys.models import Survey, SurveyVersion

SEARCHED = ("en", "fr")


class Asking(NamedTuple):
    """A survey that asked a question, and the year in which it did."""

    survey: Survey
    year: int


def every_entry() -> list[Entry]:
    """The latest wording of each question, by theme; the starter set before our own."""
    kept = {row.bank_id: row for row in BankQuestion.select().order_by(BankQuestion.number)}
    starter = [_entry(kept.pop(e.bank_id)) if e.bank_id in kept else e for e in starter_set()]
    order = list(themes())
    return sorted(
        [*starter, *map(_entry, kept.values())],
        key=lambda entry: order.index(entry.theme) if entry.theme in order else len(order),
    )


def offered() -> list[Entry]:
    return [entry for entry in every_entry() if entry.retired_at is None]


def find_entry(bank_id: str) -> Entry | None:
    row = latest_row(bank_id)
    if row is not None:
        return _entry(row)
    return next((entry for entry in starter_set() if entry.bank_id == bank_id), None)


def latest_row(bank_id: str) -> BankQuestion | None:
    rows = BankQuestion.select().where(BankQuestion.bank_id == bank_id)
    return rows.order_by(BankQuestion.number.desc()).first()


def matching(entries: list[Entry], theme: str = "", sought: str = "") -> list[Entry]:
    """Those of a theme that hold every word sought in their English or French, accents or not."""
    words = _folded(sought).split()
    return [
        entry
        for entry in entries
        if theme in ("", entry.theme) and (not words or _holds(entry, words))
    ]


def by_theme(entries: list[Entry]) -> list[tuple[dict, list[Entry]]]:
    """(name of the theme, its questions), in order; a theme without any is left out."""
    shelves = {key: [each for each in entries if each.theme == key] for key in themes()}
    return [(themes()[key], among) for key, among in shelves.items() if among]


def askings() -> dict[str, list[Asking]]:
    """bank_id -> the surveys that asked it, newest first; a survey is named once."""
    published = SurveyVersion.select(SurveyVersion, Survey).join(Survey)
    published = published.where(SurveyVersion.published_at.is_null(False))
    found: dict[str, dict[int, Asking]] = defaultdict(dict)
    for version in published.order_by(SurveyVersion.published_at.desc()):
        year = version.published_at.astimezone(clock.local_zone()).year
        for bank_id in {*_bank_ids(version.document["items"]), *_saved_from(version)}:
            found[bank_id].setdefault(version.survey.id, Asking(version.survey, year))
    return {bank_id: list(asked.values()) for bank_id, asked in found.items()}


def _entry(row: BankQuestion) -> Entry:
    return Entry(
        row.bank_id,
        row.theme,
        row.origin,
        from_json(row.document),
        row.why,
        row.note,
        row.number,
        row.derived_from,
        row.created_at,
        row.retired_at,
    )


def _bank_ids(items: list[dict]) -> Iterator[str]:
    for item in items:
        if item.get("bank_id"):
            yield item["bank_id"]
        yield from _bank_ids(item.get("items", []))


def _saved_from(version: SurveyVersion) -> list[str]:
    return [row.bank_id for row in version.banked.select(BankQuestion.bank_id)]


def _holds(entry: Entry, words: list[str]) -> bool:
    question = entry.question
    texts = [
        entry.bank_id,
        *(choice.label.get(tag, "") for choice in entry.choices for tag in SEARCHED),
    ]
    texts += [each.get(tag, "") for each in (question.label, question.hint) for tag in SEARCHED]
    text = _folded(" ".join(texts))
    return all(word in text for word in words)


def _folded(text: str) -> str:
    return folded(text).replace("’", "'")
