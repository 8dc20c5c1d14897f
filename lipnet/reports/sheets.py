"""The annual report as a workbook: its figures, its lines, its indicators."""

from collections.abc import Iterator

from lipnet.core.i18n import format_number, gettext, join_list
from lipnet.core.multilingual import plain
from lipnet.plans.access import levels_called
from lipnet.plans.models import STATUS_NAMES
from lipnet.reports.composing.words import FACT_NAMES, PART_NAMES, amount, reading
from lipnet.reports.document import lines_in
from lipnet.sheets import Sheet, Workbook

FIGURES = ("figures", "finances")


def report_sheets(document: dict) -> Workbook:
    """`document` as brought_up has it, in the language being spoken; figures as on the page."""
    return Workbook(
        [
            Sheet(gettext("Figures"), list(_figures(document))),
            Sheet(gettext("Actions"), list(_lines(document))),
            Sheet(gettext("Indicators"), list(_indicators(document))),
        ]
    )


def _figures(document: dict) -> Iterator[list[str]]:
    figures, totals = document["figures"], document["totals"]
    yield [gettext("What is counted"), gettext("Number")]
    yield [gettext("meetings held"), format_number(figures["meetings"])]
    yield [gettext("members"), format_number(figures["members"])]
    yield [gettext("organisations"), format_number(figures["organisations"])]
    for survey in figures["surveys"]:
        yield [plain(survey["title"]), _answers(survey["responses"])]
    yield [gettext("Actions"), format_number(totals["actions"])]
    for status, count in totals["by_status"].items():
        yield [str(STATUS_NAMES[status]), format_number(count)]
    for chapter in FIGURES:
        for fact in document["chapters"][chapter]["facts"]:
            yield [str(FACT_NAMES[fact["name"]]), amount(fact)]


def _answers(count: int | None) -> str:
    if count is None:
        return gettext("too few answers to say a number")
    return format_number(count)


def _lines(document: dict) -> Iterator[list[str]]:
    """A column for a third level only where an action names one."""
    levels, in_parts = levels_called(), any(line.get("objective") for line in lines_in(document))
    yield [
        gettext("No."), levels["pillar"].word, levels["priority"].word,
        *([levels["objective"].word] if in_parts else []), gettext("Action"),
        gettext("Lead"), gettext("Status"), gettext("Done"), gettext("Changed"),
        gettext("Not yet, because"), gettext("Our part"),
    ]  # fmt: skip
    for pillar in document["pillars"]:
        for priority in pillar["priorities"]:
            for line in priority["lines"]:
                yield [str(line["number"]), plain(pillar["title"]), plain(priority["title"]),
                       *([plain(line.get("objective", {}))] if in_parts else []),
                       *_line(line)]  # fmt: skip


def _line(line: dict) -> list[str]:
    words = [plain(line[name]) for name in ("done", "changed", "reason")]
    leads = join_list(plain(lead) for lead in line["leads"])
    status, part = str(STATUS_NAMES[line["status"]]), line.get("part")
    return [plain(line["planned"]), leads, status, *words, str(PART_NAMES[part]) if part else ""]


def _indicators(document: dict) -> Iterator[list[str]]:
    yield [gettext("Indicator"), gettext("Unit"), gettext("Before"), gettext("After"),
           gettext("Our part")]  # fmt: skip
    for fact in document["chapters"]["indicators"]["facts"]:
        part = str(PART_NAMES[fact["part"]]) if fact["part"] else ""
        read = [plain(reading(fact, side)) for side in ("before", "after")]
        yield [plain(fact["texts"]), plain(fact["measured"]), *read, part]
