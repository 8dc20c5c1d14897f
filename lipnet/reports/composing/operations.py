"""Write a chapter, let facts into the report, say which part we had, tell it in plain words."""

from collections.abc import Collection, Mapping

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.reports.closing import check_open
from lipnet.reports.composing.approving import Standing, standings_of
from lipnet.reports.composing.document import parts_of
from lipnet.reports.composing.models import (
    ORIGINS,
    PARTS,
    WRITTEN,
    ApprovedFact,
    PartPlayed,
    PlainSummary,
    ReportChapter,
)
from lipnet.reports.models import AnnualReport

CHAPTER = declare("reports.chapter_written", lazy("%(who)s wrote a chapter of the report."))
FACTS = declare("reports.facts_approved", lazy("%(who)s chose what goes into the report."))
PARTS_SAID = declare("reports.parts_said", lazy("%(who)s said which part the partnership had."))
SUMMARY = declare("reports.summary_written", lazy("%(who)s wrote a summary in plain words."))
SIGNED = declare("reports.summary_signed", lazy("%(who)s signed a summary as second reader."))


@operation
def write_chapter(report: AnnualReport, name: str, text: dict, *, by) -> None:
    """The words of a chapter in each language; refused once published."""
    check_open(report)
    if name == "message":
        report.message = text
        report.save(only=[AnnualReport.message])
    elif name in WRITTEN:
        chapter, _ = ReportChapter.get_or_create(report=report, name=name, defaults={"text": {}})
        chapter.text = text
        chapter.save(only=[ReportChapter.text])
    else:
        raise Refusal(lazy("Not a valid choice."))
    record(CHAPTER, report, by=by, chapter=name)


@operation
def approve_facts(
    report: AnnualReport, chapter: str, chosen: Mapping[str, Collection[str]], *, by
) -> None:
    """Of a chapter's facts, only those `chosen` go into the report: {key: {digest, ...}}.

    A digest says which wording was meant: that of now, or the one approved before, which is kept.
    Raises Refusal if it is neither: the source changed while somebody was reading.
    """
    check_open(report)
    for standing in standings_of(report):
        if standing.chapter == chapter:
            _settle(report, standing, chosen.get(standing.key, ()), by)
    record(FACTS, report, by=by, chapter=chapter)


@operation
def say_parts(report: AnnualReport, parts: Mapping[str, str], *, by) -> None:
    """The part played in results, by "line-3" or "indicator-7"; "" takes it back."""
    check_open(report)
    known = parts_of(report)
    for key, part in parts.items():
        if part and part not in PARTS:
            raise Refusal(lazy("Not a valid choice."))
        if part != known.get(key, ""):
            _say_part(report, key, part)
    record(PARTS_SAID, report, by=by)


@operation
def write_summary(
    report: AnnualReport, language: str, text: str, *, origin: str = "human", by
) -> PlainSummary:
    """A new draft in a language, in place of an earlier one; also beside a published report."""
    if not text.strip() or origin not in ORIGINS:
        raise Refusal(lazy("Please write a few sentences."), field="text")
    summary = PlainSummary.create(
        report=report, language=language, text=text.strip(), origin=origin, by_id=by.id,
        on=clock.today(),
    )  # fmt: skip
    record(SUMMARY, report, by=by, language=language)
    return summary


@operation
def sign_summary(summary: PlainSummary, *, by) -> None:
    """That a second person has read it; refused to whoever wrote it, and of an older wording."""
    if summary.by_id == by.id:
        raise Refusal(lazy("Somebody else has to read it: you wrote it."))
    if PlainSummary.latest_of(summary.report)[summary.language].id != summary.id:
        raise Refusal(lazy("It was written anew in the meantime. Please read it again."))
    if summary.is_signed:
        raise Refusal(lazy("It is signed already."))
    summary.signed_by_id, summary.signed_on = by.id, clock.today()
    summary.save(only=[PlainSummary.signed_by, PlainSummary.signed_on])
    record(SIGNED, summary.report, by=by, language=summary.language)


def _settle(report: AnnualReport, standing: Standing, digests: Collection[str], by) -> None:
    if standing.fact and standing.digest_now in digests:
        _approve(report, standing, by)
    elif not digests and standing.approved:
        standing.approved.delete_instance()
    elif digests and not (standing.approved and standing.digest_kept in digests):
        raise Refusal(
            lazy("Something changed while you were reading. Please look at the facts once more.")
        )


def _approve(report: AnnualReport, standing: Standing, by) -> None:
    row = standing.approved or ApprovedFact(report=report, key=standing.key)
    row.said, row.on, row.by_id = standing.now, clock.today(), by.id
    row.save()


def _say_part(report: AnnualReport, key: str, part: str) -> None:
    kind, _, number = key.partition("-")
    result = {kind: int(number)}
    PartPlayed.delete().where(
        (PartPlayed.report == report) & (getattr(PartPlayed, kind) == int(number))
    ).execute()
    if part:
        PartPlayed.create(report=report, part=part, **result)
