"""Note what an indicator came to in a period; correct it afterwards by a new record."""

from dataclasses import dataclass, field

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import came_from, ref, tie, untie
from lipnet.evidence.models import Finding
from lipnet.plans.indicators.figures import kept
from lipnet.plans.indicators.models import (
    GroupReading,
    Indicator,
    IndicatorGroup,
    IndicatorReading,
    ReportingPeriod,
)

NOTED = declare("plans.reading_noted", lazy("%(who)s noted what an indicator came to."))
CORRECTED = declare("plans.reading_corrected", lazy("%(who)s corrected what was noted."))
CLOSED = lazy("This period is closed. What was noted stays; put it right with a correction.")


@dataclass(frozen=True)
class Said:
    """A reading as it was typed: a figure or words, or that there is nothing to report, and why.

    groups: {IndicatorGroup.id: figure}; finding: what the figure was taken from.
    """

    value: str = ""
    words: dict = field(default_factory=dict)
    is_nil: bool = False
    reason: dict = field(default_factory=dict)
    note: dict = field(default_factory=dict)
    groups: dict[int, str] = field(default_factory=dict)
    finding: Finding | None = None


@operation
def note_reading(
    indicator: Indicator, period: ReportingPeriod, said: Said, *, by
) -> IndicatorReading:
    """Note, or note anew while the period is open. Raises Refusal once it is closed."""
    _check_together(indicator, period)
    if not hold(period).is_open:
        raise Refusal(CLOSED)
    there = IndicatorReading.get_or_none(indicator=indicator, period=period, number=1)
    reading = there or IndicatorReading(
        indicator=indicator, period=period, number=1, why_corrected={}
    )
    _put(reading, indicator, said, by)
    record(NOTED, reading, by=by)
    return reading


@operation
def correct_reading(
    indicator: Indicator, period: ReportingPeriod, said: Said, *, why: dict, by
) -> IndicatorReading:
    """A new record in a closed period, which names the one it corrects, if there was any.

    Raises Refusal while the period is open, or without a reason.
    """
    _check_together(indicator, period)
    if hold(period).is_open:
        raise Refusal(lazy("This period is still open: change the reading itself."))
    if not any(why.values()):
        raise Refusal(lazy("Please write this in at least one language."), field="why")
    latest = _latest(indicator, period)
    reading = IndicatorReading(
        indicator=indicator,
        period=period,
        number=latest.number + 1 if latest else 1,
        corrects=latest,
        why_corrected=why,
    )
    _put(reading, indicator, said, by)
    record(CORRECTED, reading, by=by, corrects=latest.id if latest else None)
    return reading


def _latest(indicator: Indicator, period: ReportingPeriod) -> IndicatorReading | None:
    rows = IndicatorReading.select().where(
        IndicatorReading.indicator == indicator, IndicatorReading.period == period
    )
    return rows.order_by(IndicatorReading.number.desc()).first()


def _put(reading: IndicatorReading, indicator: Indicator, said: Said, by) -> None:
    reading.is_nil, reading.note = said.is_nil, said.note
    reading.value = "" if indicator.is_in_words or said.is_nil else kept(said.value, "value")
    reading.words = said.words if indicator.is_in_words and not said.is_nil else {}
    reading.reason = said.reason if said.is_nil else {}
    _check_says_something(reading, indicator)
    reading.at, reading.by = clock.now(), by if by.id else None
    reading.save()
    _part(reading, indicator, {} if said.is_nil else said.groups)
    _rest_on(reading, said.finding, by)


def _check_says_something(reading: IndicatorReading, indicator: Indicator) -> None:
    if reading.is_nil and not reading.reason:
        raise Refusal(lazy("Please say why there is nothing to report."), field="reason")
    if not (reading.is_nil or reading.value or reading.words):
        field = "words" if indicator.is_in_words else "value"
        raise Refusal(
            lazy("Note what it came to, or say that there is nothing to report."), field=field
        )


def _part(reading: IndicatorReading, indicator: Indicator, groups: dict[int, str]) -> None:
    GroupReading.delete().where(GroupReading.reading == reading).execute()
    for group in indicator.groups.order_by(IndicatorGroup.position):
        if value := kept(groups.get(group.id, ""), f"group_{group.id}"):
            GroupReading.create(reading=reading, group=group, value=value)


def _rest_on(reading: IndicatorReading, finding: Finding | None, by) -> None:
    for link in came_from(ref(reading)):
        if link.to_kind == "finding" and (finding is None or link.to_id != str(finding.id)):
            untie(reading, Finding(id=int(link.to_id)))
    if finding is not None:
        tie(reading, finding, by=by)


def _check_together(indicator: Indicator, period: ReportingPeriod) -> None:
    if indicator.strategy != period.strategy:
        raise Refusal(lazy("This indicator belongs to another strategy."))
