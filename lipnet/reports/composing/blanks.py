"""What is still blank in a report: the to-do list of whoever composes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import url_for

from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import missing, plain
from lipnet.core.tongues import called
from lipnet.plans.models import PlanAction
from lipnet.reports.composing.approving import Standing, standings_of
from lipnet.reports.composing.chapters import NAMES, NEEDED, texts_of
from lipnet.reports.composing.document import parts_of
from lipnet.reports.composing.models import PlainSummary
from lipnet.reports.models import AnnualReport, ReportLine

KINDS = {
    "words": lazy("Words of the chapters"),
    "changed": lazy("Facts that changed since they were approved"),
    "facts": lazy("Facts to choose from"),
    "lines": lazy("Lines of the plan"),
    "readings": lazy("Indicators without a reading"),
    "parts": lazy("Our part in the results"),
    "summaries": lazy("The summary in plain words"),
}
ON_THE_WAY = ("done", "changed", "reason")


@dataclass(frozen=True)
class Blank:
    """One thing to fill in: a sentence, and the page where it is done."""

    kind: str
    sentence: str
    url: str


def lines_of(report: AnnualReport) -> list[ReportLine]:
    """In order, each with its action: one query."""
    rows = ReportLine.select(ReportLine, PlanAction).join(PlanAction)
    return list(rows.where(ReportLine.report == report).order_by(ReportLine.position))


def blanks_of(
    report: AnnualReport, lines: Sequence[ReportLine], standings: Sequence[Standing]
) -> list[Blank]:
    """All of them, in the order of KINDS."""
    year = report.plan.fiscal_year
    found = [
        *_words(report, year),
        *_facts(standings, year),
        *_lines(lines, year),
        *_readings(standings),
        *_parts(report, lines, standings, year),
        *_summaries(report, year),
    ]
    return sorted(found, key=lambda blank: list(KINDS).index(blank.kind))


def by_kind(blanks: Sequence[Blank]) -> dict[str, list[Blank]]:
    """Only the kinds of which there are any."""
    found = {kind: [blank for blank in blanks if blank.kind == kind] for kind in KINDS}
    return {kind: alike for kind, alike in found.items() if alike}


def blanks_now(report: AnnualReport) -> list[Blank]:
    return blanks_of(report, lines_of(report), standings_of(report))


def _words(report: AnnualReport, year: int) -> Iterator[Blank]:
    for name, text in texts_of(report).items():
        if name in NEEDED or any(text.values()):
            for tag in missing(text, content_languages()):
                sentence = gettext(
                    "“%(chapter)s” is not written in %(language)s yet.",
                    chapter=NAMES[name], language=called(tag),
                )  # fmt: skip
                yield Blank("words", sentence, _chapter(year, name))


def _facts(standings: Sequence[Standing], year: int) -> Iterator[Blank]:
    for name, title in NAMES.items():
        states = [one.state for one in standings if one.chapter == name]
        changed = states.count("changed") + states.count("gone")
        if changed:
            told = gettext("“%(chapter)s”: %(count)s changed.", chapter=title, count=changed)
            yield Blank("changed", told, _chapter(year, name, "facts"))
        if states and set(states) == {"new"}:
            told = gettext("“%(chapter)s”: none chosen of %(count)s.", chapter=title,
                           count=len(states))  # fmt: skip
            yield Blank("facts", told, _chapter(year, name, "facts"))


def _lines(lines: Sequence[ReportLine], year: int) -> Iterator[Blank]:
    for line in lines:
        number = line.action.number
        url = url_for("reports.edit_line", fiscal_year=year, number=number)
        if line.status != "not_started" and not any(line.done.values()) and not line.reason:
            told = gettext("Line %(number)s does not say what was done.", number=number)
            yield Blank("lines", told, url)
        for tag in _gaps(line):
            told = gettext("Line %(number)s is not complete in %(language)s.", number=number,
                           language=called(tag))  # fmt: skip
            yield Blank("lines", told, url)


def _gaps(line: ReportLine) -> list[str]:
    """The languages in which something is missing that another language says."""
    said = [getattr(line, name) for name in ON_THE_WAY]
    said = [text for text in said if any(text.values())]
    return [tag for tag in content_languages() if any(missing(text, [tag]) for text in said)]


def _readings(standings: Sequence[Standing]) -> Iterator[Blank]:
    for one in standings:
        if one.now.get("unit") == "indicator" and not one.now["is_read"]:
            told = gettext("Nothing was read this year: %(indicator)s",
                           indicator=plain(one.now["texts"]))  # fmt: skip
            url = url_for("plans.indicator", indicator_id=one.now["about"])
            yield Blank("readings", told, url)


def _parts(report, lines, standings: Sequence[Standing], year: int) -> Iterator[Blank]:
    said = parts_of(report)
    url = url_for("composing.parts", fiscal_year=year)
    for line in lines:
        if f"line-{line.id}" not in said:
            told = gettext("Line %(number)s: which part did we have?", number=line.action.number)
            yield Blank("parts", told, f"{url}#line-{line.id}")
    for one in standings:
        if one.chapter == "indicators" and one.approved and one.key not in said:
            told = gettext("Which part did we have? %(indicator)s",
                           indicator=plain(one.said["texts"]))  # fmt: skip
            yield Blank("parts", told, f"{url}#{one.key}")


def _summaries(report: AnnualReport, year: int) -> Iterator[Blank]:
    written = PlainSummary.latest_of(report)
    url = url_for("composing.summaries", fiscal_year=year)
    for tag in dict.fromkeys([*content_languages(), *written]):
        if tag not in written:
            told = gettext("It is not written in %(language)s yet.", language=called(tag))
            yield Blank("summaries", told, f"{url}#{tag}")
        elif not written[tag].is_signed:
            told = gettext("Nobody else has read the one in %(language)s.", language=called(tag))
            yield Blank("summaries", told, f"{url}#{tag}")


def _chapter(year: int, name: str, anchor: str | None = None) -> str:
    return url_for("composing.chapter", fiscal_year=year, name=name, _anchor=anchor)
