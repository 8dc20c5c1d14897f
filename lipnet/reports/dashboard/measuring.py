"""An indicator before and after a year, as everybody may read it, with the line between."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lipnet.plans.indicators.models import FEW, Indicator
from lipnet.plans.models import years

WIDE, HIGH, EDGE = 200, 36, 4

Shown = Decimal | dict | str | None  # a figure, words, "few" people, or nothing
FEW_PEOPLE = "few"


@dataclass(frozen=True)
class Measured:
    """`aim_of` says of which years the aim is; `path` is the line of the year, "" where there is
    none to draw."""

    indicator: Indicator
    before: Shown
    after: Shown
    aim: Decimal | dict | None
    aim_of: str
    path: str


def measured(year, fiscal_year: int) -> Measured:
    """Of one `plans.access.indicators_of` gave."""
    indicator = year.indicator
    if indicator.is_in_words:
        words = year.words_before or None, year.words_after or None
        return Measured(indicator, *words, indicator.target_words or None, "", "")
    own = year.target_of_year is not None
    return Measured(
        indicator,
        before=_told(indicator, year.before),
        after=_told(indicator, year.after),
        aim=year.target_of_year if own else year.target,
        aim_of=years(fiscal_year) if own else _all_years(indicator),
        path=_line_of(year),
    )


def _told(indicator: Indicator, value: Decimal | None) -> Shown:
    return FEW_PEOPLE if _is_few(indicator, value) else value


def _is_few(indicator: Indicator, value: Decimal | None) -> bool:
    return indicator.counts_people and value is not None and 0 < value < FEW


def _all_years(indicator: Indicator) -> str:
    strategy = indicator.strategy
    return f"{strategy.from_year}–{strategy.to_year}"


def _line_of(year) -> str:
    """From before the year, or from nought where it is added up, through its readings. None is
    drawn where a step on the way is of so few people that its length would tell them."""
    indicator = year.indicator
    steps = [Decimal(reading.value) for reading in year.readings if reading.value]
    if indicator.counted == "increment":
        values, sums = steps, [Decimal(0)]
        for step in steps:
            sums.append(sums[-1] + step)
    else:
        sums = ([] if year.before is None else [year.before]) + steps
        values = sums
    if len(sums) < 2 or any(_is_few(indicator, value) for value in values):
        return ""
    return drawn(sums)


def drawn(values: Sequence[Decimal]) -> str:
    """The path through `values` in a field of WIDE and HIGH, from the reading start; nought (or the
    lowest below it) is at the foot."""
    low, most = min(Decimal(0), *values), max(Decimal(0), *values)
    scale = (HIGH - 2 * EDGE) / float((most - low) or 1)
    step = (WIDE - 2 * EDGE) / (len(values) - 1)
    points = [
        f"{EDGE + step * at:.0f} {HIGH - EDGE - float(value - low) * scale:.1f}"
        for at, value in enumerate(values)
    ]
    return "M" + " L".join(points)
