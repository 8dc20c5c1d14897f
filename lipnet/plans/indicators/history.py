"""An indicator through time: for its own page."""

from dataclasses import dataclass
from decimal import Decimal

from lipnet.core import i18n
from lipnet.plans.indicators.adding import so_far
from lipnet.plans.indicators.drawing import LinePicture, drawn_line
from lipnet.plans.indicators.figures import figure
from lipnet.plans.indicators.models import (
    Indicator,
    IndicatorGroup,
    IndicatorReading,
    ReportingPeriod,
)
from lipnet.plans.indicators.standing import parts_of


@dataclass(frozen=True)
class PeriodRow:
    """A period with the reading that holds, those it replaced, and what all came to by then (None
    where nothing was noted)."""

    period: ReportingPeriod
    reading: IndicatorReading | None
    earlier: list[IndicatorReading]
    so_far: Decimal | None
    parts: list[tuple[IndicatorGroup, str]]


def history_of(indicator: Indicator) -> list[PeriodRow]:
    """Every period that was opened, oldest first."""
    records: dict[int, list[IndicatorReading]] = {}
    for row in indicator.readings.order_by(IndicatorReading.number):
        records.setdefault(row.period_id, []).append(row)
    periods = ReportingPeriod.of(indicator.strategy)
    latest = [records[p.id][-1] if p.id in records else None for p in periods]
    parts = parts_of(reading for reading in latest if reading)
    groups = list(indicator.groups.order_by(IndicatorGroup.position))
    line = so_far(indicator.counted, [figure(r.value) if r else None for r in latest])
    return [
        PeriodRow(
            period,
            reading,
            records.get(period.id, [])[:-1],
            come_to if reading else None,
            [(g, parts[reading.id][g.id]) for g in groups
             if reading and g.id in parts.get(reading.id, {})],
        )
        for period, reading, come_to in zip(periods, latest, line, strict=True)
    ]  # fmt: skip


def picture_of(indicator: Indicator, rows: list[PeriodRow]) -> LinePicture | None:
    """None for one in words, and before anything was read."""
    if indicator.is_in_words:
        return None
    baseline = None if indicator.counted == "increment" else figure(indicator.baseline)
    return drawn_line(
        [row.so_far for row in rows],
        baseline,
        figure(indicator.target),
        i18n.language().direction == "rtl",
    )
