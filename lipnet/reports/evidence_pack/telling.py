"""The lines of a pack as cells, in the language being spoken: for the page, the PDF and the CSV."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from lipnet.core.i18n import format_day, format_number, gettext, join_list, lazy
from lipnet.core.money import format_money
from lipnet.core.multilingual import plain
from lipnet.engagement.models import KIND_NAMES, SIDES, names_of
from lipnet.groups.agreements.models import BUDGET_LINE_NAMES
from lipnet.plans.models import years
from lipnet.reports.evidence_pack.document import PARTS

Cell = Any  # a text, or a text in several languages
PART_NAMES = {
    "meetings": lazy("Meetings held"),
    "motions": lazy("Motions carried"),
    "outputs": lazy("Actions done"),
    "files": lazy("Files that show it"),
    "engagements": lazy("People engaged"),
    "money": lazy("Budget"),
}
NOTHING = {
    "meetings": lazy("No meeting was held."),
    "motions": lazy("No motion that everybody may read was carried."),
    "outputs": lazy("No action was noted as done."),
    "files": lazy("No file was kept beside an action."),
    "engagements": lazy("No engagement was written down."),
    "money": lazy("No budget is written down."),
}


class Part(NamedTuple):
    """One table of the pack. `figures` are the numbers of the columns that hold figures."""

    key: str
    name: str
    nothing: str
    head: list[str]
    rows: list[list[Cell]]
    figures: tuple[int, ...]


def parts_of(document: dict) -> list[Part]:
    """Those of PARTS that the document has: the first packs list no files."""
    return [part_of(key, document[key]) for key in PARTS if key in document]


def part_of(key: str, rows: list[dict]) -> Part:
    head, figures, told = _TOLD[key]()
    return Part(
        key, str(PART_NAMES[key]), str(NOTHING[key]), head, [told(row) for row in rows], figures
    )


def totals_of(document: dict) -> list[tuple[str, str]]:
    found = document["totals"]
    pairs = [
        (gettext("Meetings held"), format_number(found["meetings"])),
        (gettext("Motions carried"), format_number(found["motions"])),
        (gettext("Actions done"), format_number(found["outputs"])),
        *_files_counted(found),
        (gettext("Engagements"), format_number(found["engagements"])),
        (gettext("People engaged"), format_number(found["people"])),
        (gettext("Planned"), format_money(found["planned"])),
    ]
    spent = found["spent"]
    return [*pairs, (gettext("Spent"), gettext("not written down") if spent is None
                     else format_money(spent))]  # fmt: skip


def _files_counted(found: dict) -> list[tuple[str, str]]:
    if "files" not in found:
        return []
    return [(gettext("Files that show it"), format_number(found["files"]))]


Told = tuple[list[str], tuple[int, ...], Callable[[dict], list[Cell]]]


def _meetings() -> Told:
    head = [gettext("Day"), gettext("Group"), gettext("Place"), gettext("People there")]
    return head, (3,), lambda row: [
        day(row["on"]), row["body"], row["place"], format_number(row["people"]),
    ]  # fmt: skip


def _motions() -> Told:
    head = [gettext("Day"), gettext("No."), gettext("Group"), gettext("Motion")]
    return head, (), lambda row: [day(row["on"]), row["number"], row["body"], row["text"]]


def _outputs() -> Told:
    head = [
        gettext("Day"),
        gettext("Action"),
        gettext("When it is done there is"),
        gettext("What was noted"),
    ]
    return head, (), lambda row: [day(row["on"]), row["action"], row["output"], row["told"]]


def _files() -> Told:
    head = [gettext("Day"), gettext("File"), gettext("Action"), gettext("Size in kB"),
            gettext("Fingerprint (SHA-256)")]  # fmt: skip
    return head, (3,), lambda row: [
        day(row["on"]), row["name"], _numbered(row), format_number(-(-row["size"] // 1000)),
        row["sha256"],
    ]  # fmt: skip


def _engagements() -> Told:
    head = [gettext("Day"), gettext("Title"), gettext("Kind"), gettext("Place"),
            gettext("People"), gettext("Who was reached")]  # fmt: skip
    names = {side: names_of(side) for side in SIDES}
    return head, (4,), lambda row: [
        day(row["on"]), row["title"], str(KIND_NAMES[row["kind"]]), row["place"],
        _people(row), _reached(row["reached"], names),
    ]  # fmt: skip


def _money() -> Told:
    head = [gettext("Fiscal year"), gettext("Line"), gettext("Planned"), gettext("Spent")]
    return head, (2, 3), lambda row: [
        years(row["year"]), str(BUDGET_LINE_NAMES[row["line"]]), format_money(row["planned"]),
        "" if row["spent"] is None else format_money(row["spent"]),
    ]  # fmt: skip


_TOLD: dict[str, Callable[[], Told]] = {
    "meetings": _meetings,
    "motions": _motions,
    "outputs": _outputs,
    "files": _files,
    "engagements": _engagements,
    "money": _money,
}


def _numbered(row: dict) -> dict[str, str]:
    """The action as it is known: "4 · Offer evening classes", in each language there is."""
    return {tag: f"{row['number']} · {text}" for tag, text in row["action"].items()}


def day(said: str) -> str:
    return format_day(date.fromisoformat(said), "medium")


def _people(row: dict) -> str:
    if row["few"]:
        return gettext("too few to be shown")
    return "" if row["people"] is None else format_number(row["people"])


def _reached(reached: dict, names: dict[str, dict[str, str]]) -> str:
    parts = [
        gettext("%(name)s: %(value)s", name=names[side].get(key, key), value=format_number(people))
        for side in SIDES
        for key, people in sorted(reached[side].items())
    ]
    return join_list(parts) if parts else ""


def title_of(document: dict) -> str:
    if document["obligation"]:
        return gettext("Evidence pack: %(what)s", what=plain(document["obligation"]["what"]))
    return gettext("Evidence pack: agreement %(number)s", number=document["agreement"]["number"])
