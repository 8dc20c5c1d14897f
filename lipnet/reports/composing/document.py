"""What the composer adds to the document of a report; publication freezes it with the rest."""

from lipnet.reports.composing.approving import approved_of, chapter_of
from lipnet.reports.composing.chapters import NAMES, texts_of
from lipnet.reports.composing.models import ApprovedFact, PartPlayed
from lipnet.reports.models import AnnualReport
from lipnet.surveys.open_answers.models import Quotation

QUOTATION = "quotation-"


def chapters_of(report: AnnualReport) -> dict[str, dict]:
    """By name, in order: {"text": {tag: text}, "facts": what was approved, as it was worded then,
    each with the day "on" which it was true}. An indicator carries the "part" that was played."""
    texts, parts = texts_of(report), parts_of(report)
    chapters: dict[str, dict] = {name: {"text": texts[name], "facts": []} for name in NAMES}
    for row in _to_be_told(report):
        fact = row.said | {"on": row.on.isoformat()}
        if row.said["unit"] == "indicator":
            fact["part"] = parts.get(row.key, "")
        chapters[chapter_of(row.said)]["facts"].append(fact)
    return chapters


def _to_be_told(report: AnnualReport) -> list[ApprovedFact]:
    """What was approved, without the words of people whose quotation was taken away since."""
    approved = approved_of(report)
    keys = [key for key in approved if key.startswith(QUOTATION)]
    if keys:
        ids = [int(key.removeprefix(QUOTATION)) for key in keys]
        stands = Quotation.published_on.is_null(False) & Quotation.id.in_(ids)
        there = {f"{QUOTATION}{row.id}" for row in Quotation.select(Quotation.id).where(stands)}
        approved = {key: row for key, row in approved.items() if key not in keys or key in there}
    return list(approved.values())


def parts_of(report: AnnualReport) -> dict[str, str]:
    """The part played, by "line-3" or "indicator-7"."""
    return {key_of(row): row.part for row in PartPlayed.select().where(PartPlayed.report == report)}


def key_of(row: PartPlayed) -> str:
    return f"line-{row.line_id}" if row.line_id else f"indicator-{row.indicator_id}"


def brought_up(frozen: dict) -> dict:
    """A published document as the pages read it now: those of the first form had no chapters."""
    if frozen["format"] > 1:
        return frozen
    chapters = {name: {"text": {}, "facts": []} for name in NAMES}
    chapters["message"]["text"] = frozen["message"]
    return frozen | {"chapters": chapters}
