"""The readings that hold: of several records of one period, the last."""

from collections.abc import Iterable

from lipnet.plans.indicators.models import GroupReading, IndicatorReading, ReportingPeriod
from lipnet.plans.models import Strategy


def latest_of_period(period: ReportingPeriod) -> dict[int, IndicatorReading]:
    """indicator -> its reading of the period, as it was last corrected."""
    rows = IndicatorReading.select().where(IndicatorReading.period == period)
    return {row.indicator_id: row for row in rows.order_by(IndicatorReading.number)}


def latest_of_strategy(strategy: Strategy) -> dict[tuple[int, int], IndicatorReading]:
    """(indicator, period) -> the reading that holds, each with its period, in time's order."""
    rows = (
        IndicatorReading.select(IndicatorReading, ReportingPeriod)
        .join(ReportingPeriod)
        .where(ReportingPeriod.strategy == strategy)
        .order_by(ReportingPeriod.starts, IndicatorReading.number)
    )
    return {(row.indicator_id, row.period_id): row for row in rows}


def parts_of(readings: Iterable[IndicatorReading]) -> dict[int, dict[int, str]]:
    """reading -> {group: figure}."""
    ids = [reading.id for reading in readings]
    parts: dict[int, dict[int, str]] = {}
    for part in GroupReading.select().where(GroupReading.reading.in_(ids)):
        parts.setdefault(part.reading_id, {})[part.group_id] = part.value
    return parts
