"""Periods open, and close."""

from datetime import date

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.plans.indicators.models import Indicator, ReportingPeriod, ReportingRhythm
from lipnet.plans.indicators.periods import RHYTHM_NAMES, TIME_TO_REPORT, spans
from lipnet.plans.indicators.rhythm import rhythm_of
from lipnet.plans.indicators.standing import latest_of_period
from lipnet.plans.models import Strategy

RHYTHM = declare("plans.rhythm_set", lazy("%(who)s chose how often indicators are read."))
OPENED = declare("plans.period_opened", lazy("%(who)s opened a period for readings."))
CLOSED = declare("plans.period_closed", lazy("%(who)s closed a period for readings."))


@operation
def set_rhythm(strategy: Strategy, per_year: int, *, by) -> None:
    """How many periods a year has; refused once one was opened, for they would not meet."""
    if per_year not in RHYTHM_NAMES:
        raise Refusal(lazy("Choose quarters, half years or whole years."), field="per_year")
    if ReportingPeriod.select().where(ReportingPeriod.strategy == strategy).exists():
        raise Refusal(lazy("A period was opened already, so the rhythm stays."), field="per_year")
    ReportingRhythm.delete().where(ReportingRhythm.strategy == strategy).execute()
    ReportingRhythm.create(strategy=strategy, per_year=per_year)
    record(RHYTHM, strategy, by=by, per_year=per_year)


@operation
def open_period(
    strategy: Strategy, starts: date, *, due: date | None = None, by
) -> ReportingPeriod:
    """Ask for the readings of the period that begins on `starts`, until `due`.

    Without `due`, thirty days after its end. Raises Refusal if it is open already, is none of the
    strategy's, or has not begun.
    """
    span = next((s for s in spans(strategy, rhythm_of(strategy)) if s.starts == starts), None)
    if span is None:
        raise Refusal(lazy("This period is not one of the strategy’s."), field="starts")
    if starts > clock.today():
        raise Refusal(lazy("This period has not begun yet."), field="starts")
    if ReportingPeriod.get_or_none(strategy=strategy, starts=starts):
        raise Refusal(lazy("This period was opened already."), field="starts")
    due = due or max(span.ends + TIME_TO_REPORT, clock.today())
    if due < clock.today():
        raise Refusal(lazy("This day is over. Choose a later one."), field="due")
    period = ReportingPeriod.create(
        strategy=strategy, starts=starts, ends=span.ends, due=due, opened_on=clock.today()
    )
    record(OPENED, period, by=by)
    return period


@operation
def close_period(period: ReportingPeriod, *, by) -> None:
    """Take no more readings but corrections; the event names the indicators without one."""
    if not period.is_open:
        raise Refusal(lazy("This period is closed already."))
    read = set(latest_of_period(period))
    missing = [one.id for one in Indicator.of(period.strategy) if one.id not in read]
    period.closed_on = clock.today()
    period.save(only=[ReportingPeriod.closed_on])
    record(CLOSED, period, by=by, without=missing)
