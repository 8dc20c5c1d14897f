"""What the composer adds to the document of a report; publication freezes it with the rest."""

from lipnet.reports.composing.approving import approved_of, chapter_of
from lipnet.reports.composing.chapters import NAMES, texts_of
from lipnet.reports.composing.models import PartPlayed
from lipnet.reports.models import AnnualReport


def chapters_of(report: AnnualReport) -> dict[str, dict]:
    """By name, in order: {"text": {tag: text}, "facts": what was approved, as it was worded then,
    each with the day "on" which it was true}. An indicator carries the "part" that was played."""
    texts, parts = texts_of(report), parts_of(report)
    chapters: dict[str, dict] = {name: {"text": texts[name], "facts": []} for name in NAMES}
    for row in approved_of(report).values():
        fact = row.said | {"on": row.on.isoformat()}
        if row.said["unit"] == "indicator":
            fact["part"] = parts.get(row.key, "")
        chapters[chapter_of(row.said)]["facts"].append(fact)
    return chapters


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
