"""Before and after: what every indicator of a strategy came to in a fiscal year.

For the report: one fixed number of queries, however many indicators, periods and readings.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from lipnet.plans.indicators.adding import come_to
from lipnet.plans.indicators.figures import figure
from lipnet.plans.indicators.models import (
    FEW,
    Indicator,
    IndicatorGroup,
    IndicatorReading,
    ReportingPeriod,
    YearTarget,
)
from lipnet.plans.indicators.standing import latest_of_strategy, parts_of
from lipnet.plans.models import Strategy


@dataclass(frozen=True)
class GroupYear:
    """What belongs to one group of those counted; `few` of people may tell who they are."""

    group: IndicatorGroup
    value: Decimal
    few: bool


@dataclass(frozen=True)
class IndicatorYear:
    """One indicator in one fiscal year.

    before     increment: what the year before came to; total: how it stood when the year began
               (the baseline where nothing was read); None where there is neither
    after      what this year came to (increment), or how it stands in it (total)
    so_far     increments of all years up to this one together; a total as it stands
    words_before, words_after   the last words of the years up to then, for one counted in words
    readings   the readings of the year that hold, in order; `nils` of them had nothing to report
    missing    periods of the year that were opened and hold no reading
    """

    indicator: Indicator
    before: Decimal | None
    after: Decimal | None
    so_far: Decimal | None
    target_of_year: Decimal | None
    target: Decimal | None
    words_before: dict
    words_after: dict
    readings: list[IndicatorReading] = field(default_factory=list)
    nils: int = 0
    missing: list[ReportingPeriod] = field(default_factory=list)
    groups: list[GroupYear] = field(default_factory=list)
    few: bool = False


def indicators_of(strategy: Strategy, fiscal_year: int) -> list[IndicatorYear]:
    """Every indicator of the strategy in its order, with its figures before and after the year.

    Those out of use are left out unless they were read in the year. Six queries.
    """
    return _Year(strategy, fiscal_year).all()


class _Year:
    def __init__(self, strategy: Strategy, fiscal_year: int):
        self.year = fiscal_year
        self.indicators = Indicator.of(strategy, retired=True)
        self.periods = ReportingPeriod.of(strategy)
        self.readings: dict[int, list[IndicatorReading]] = {}
        for reading in latest_of_strategy(strategy).values():
            self.readings.setdefault(reading.indicator_id, []).append(reading)
        self.parts = parts_of(r for rows in self.readings.values() for r in rows)
        ids = [indicator.id for indicator in self.indicators]
        self.groups: dict[int, list[IndicatorGroup]] = {}
        for group in IndicatorGroup.select().where(IndicatorGroup.indicator.in_(ids)).order_by(
            IndicatorGroup.position, IndicatorGroup.id
        ):  # fmt: skip
            self.groups.setdefault(group.indicator_id, []).append(group)
        targets = YearTarget.select().where(
            YearTarget.indicator.in_(ids), YearTarget.fiscal_year == fiscal_year
        )
        self.targets = {row.indicator_id: figure(row.value) for row in targets}

    def all(self) -> list[IndicatorYear]:
        every = [self._of(indicator) for indicator in self.indicators]
        return [one for one in every if one.readings or one.indicator.retired_on is None]

    def _of(self, indicator: Indicator) -> IndicatorYear:
        until = [r for r in self._read(indicator) if r.period.fiscal_year <= self.year]
        within = [r for r in until if r.period.fiscal_year == self.year]
        earlier = [r for r in until if r.period.fiscal_year < self.year]
        after = _come_to(indicator, within)
        return IndicatorYear(
            indicator=indicator,
            before=self._before(indicator, earlier),
            after=after,
            so_far=_come_to(indicator, until),
            target_of_year=self.targets.get(indicator.id),
            target=figure(indicator.target),
            words_before=_last_words(earlier) or indicator.baseline_words,
            words_after=_last_words(within),
            readings=within,
            nils=sum(reading.is_nil for reading in within),
            missing=self._missing(within),
            groups=self._groups(indicator, within),
            few=is_few(indicator, after),
        )

    def _read(self, indicator: Indicator) -> list[IndicatorReading]:
        rows = self.readings.get(indicator.id, [])
        return sorted(rows, key=lambda reading: reading.period.starts)

    def _before(self, indicator: Indicator, earlier: list[IndicatorReading]) -> Decimal | None:
        if indicator.counted == "increment":
            earlier = [r for r in earlier if r.period.fiscal_year == self.year - 1]
        found = _come_to(indicator, earlier)
        return figure(indicator.baseline) if found is None else found

    def _missing(self, within: list[IndicatorReading]) -> list[ReportingPeriod]:
        read = {reading.period_id for reading in within}
        return [p for p in self.periods if p.fiscal_year == self.year and p.id not in read]

    def _groups(self, indicator: Indicator, within: list[IndicatorReading]) -> list[GroupYear]:
        found = []
        for group in self.groups.get(indicator.id, []):
            values = [figure(self.parts.get(r.id, {}).get(group.id)) for r in within]
            value = come_to(indicator.counted, values)
            if value is not None:
                found.append(GroupYear(group, value, is_few(indicator, value)))
        return found


def is_few(indicator: Indicator, value: Decimal | None) -> bool:
    """Whether this counts so few people that somebody could tell who they are."""
    return indicator.counts_people and value is not None and 0 < value < FEW


def _come_to(indicator: Indicator, readings: list[IndicatorReading]) -> Decimal | None:
    return come_to(indicator.counted, [figure(reading.value) for reading in readings])


def _last_words(readings: list[IndicatorReading]) -> dict:
    return next((reading.words for reading in reversed(readings) if reading.words), {})
