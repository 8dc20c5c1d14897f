"""How often the indicators of a strategy are read, and which period could be opened next."""

from lipnet.core import clock
from lipnet.plans.indicators.models import ReportingPeriod, ReportingRhythm
from lipnet.plans.indicators.periods import Span, spans
from lipnet.plans.models import Strategy

USUAL = 4


def rhythm_of(strategy: Strategy) -> int:
    kept = ReportingRhythm.get_or_none(ReportingRhythm.strategy == strategy)
    return kept.per_year if kept else USUAL


def may_open(strategy: Strategy) -> list[Span]:
    """The periods that have begun and were never opened, oldest first."""
    opened = {period.starts for period in ReportingPeriod.of(strategy)}
    every = spans(strategy, rhythm_of(strategy))
    return [s for s in every if s.starts not in opened and s.starts <= clock.today()]
