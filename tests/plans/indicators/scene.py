"""A strategy with one indicator of each kind, read by the quarter."""

from datetime import date
from typing import Any, NamedTuple

from lipnet.core import clock
from lipnet.plans.indicators import operations as indicators
from lipnet.plans.indicators.models import Indicator, ReportingPeriod
from lipnet.plans.indicators.operations import Particulars
from tests.plans import scene

APRIL, JULY, OCTOBER, JANUARY = (
    date(2025, 4, 1), date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1),
)  # fmt: skip
NEXT_APRIL = date(2026, 4, 1)


class Stage(NamedTuple):
    strategy: Any
    visits: Indicator
    share: Indicator
    story: Indicator


def stage(by, *, year: int = 2025) -> Stage:
    strategy = scene.strategy(by, from_year=year)
    priority = strategy.in_order()[0].in_order()[0]
    visits = indicators.add_indicator(
        priority,
        Particulars(
            {"en": "Visits to the desk", "fr": "Visites au comptoir"},
            unit={"en": "people", "fr": "personnes"},
            counts_people=True,
            baseline="40",
            target="1 000",
        ),
        counted="increment",
        groups=[{"en": "In French", "fr": "En français"}, {"en": "Youth", "fr": "Jeunes"}],
        years={year: "150", year + 1: "250"},
        by=by,
    )
    share = indicators.add_indicator(
        priority,
        Particulars({"en": "Know where to start"}, unit={"en": "%"}, baseline="52,5", target="70"),
        counted="total",
        by=by,
    )
    story = indicators.add_indicator(
        priority,
        Particulars(
            {"en": "What people say"},
            baseline_words={"en": "Nobody is asked."},
            target_words={"en": "People are asked and answered."},
        ),
        counted="words",
        by=by,
    )
    return Stage(strategy, visits, share, story)


def opened(strategy, starts: date, by, **further) -> ReportingPeriod:
    """Opened on its first day."""
    with clock.at(starts):
        return indicators.open_period(strategy, starts, by=by, **further)


def noted(indicator, period, by, value: str = "", **further):
    return indicators.note_reading(indicator, period, indicators.Said(value, **further), by=by)
