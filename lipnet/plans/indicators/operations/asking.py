"""Who reports an indicator tells what it came to: asked by letter, answered without an account."""

from datetime import timedelta

from lipnet.core import clock, links
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.people.models import Person
from lipnet.plans.indicators.asking import ReadingAsk, reported_by, reported_by_one
from lipnet.plans.indicators.models import Indicator, IndicatorReading, ReportingPeriod
from lipnet.plans.indicators.operations.reading import Said, note_reading

PURPOSE = "indicator-reading"
LATE = timedelta(days=60)  # after the day: the period is open until somebody closes it
ASKED = declare("plans.reporter_asked", lazy("Somebody was asked what their indicators came to."))
WRITTEN = declare("plans.readings_asked", lazy("%(who)s asked for readings by letter."))
OVER = lazy("This link no longer takes answers. Please write to the coordinator.")


@operation
def ask_reporters(period: ReportingPeriod, *, by) -> list[ReadingAsk]:
    """Write to all who report an indicator of the open period, and once more to those who have not
    answered and were not written to today -> those who get a letter.

    Raises Refusal if the period is closed, nobody can be written to, or nobody is left to.
    """
    fresh = hold(period)
    if not fresh.is_open:
        raise Refusal(lazy("This period is closed already."))
    people = reported_by(fresh)
    if not people:
        raise Refusal(lazy("No indicator has somebody who can be written to."))
    before = {ask.person_id: ask for ask in ReadingAsk.of(fresh)}
    asks = [ask for person in people if (ask := _due(fresh, person, before.get(person.id)))]
    if not asks:
        raise Refusal(lazy("Everybody has answered or was written to today."))
    for ask in asks:
        record(ASKED, ask, by=by)
    record(WRITTEN, fresh, by=by, asked=len(asks))
    return asks


@operation
def report_reading(ask: ReadingAsk, indicator: Indicator, said: Said, *, by) -> IndicatorReading:
    """What who was asked noted of one of their indicators.

    Raises Refusal as note_reading does, or if the indicator is not theirs (any more).
    """
    if indicator not in reported_by_one(ask):
        raise Refusal(OVER)
    reading = note_reading(indicator, ask.period, said, by=by)
    ask.answered_at = clock.now()
    ask.save(only=[ReadingAsk.answered_at])
    return reading


def _due(period: ReportingPeriod, person: Person, ask: ReadingAsk | None) -> ReadingAsk | None:
    """Asked for the first time, or reminded; None if there is no need to."""
    today = clock.today()
    if ask is None:
        ask = ReadingAsk.create(period=period, person=person, asked_on=today)
    elif ask.answered_at or today in (ask.asked_on, ask.reminded_on):
        return None
    else:
        ask.reminded_on = today
        ask.save(only=[ReadingAsk.reminded_on])
    if links.still_open(PURPOSE, ask.id) is None:
        links.make(PURPOSE, ask.id, max(period.due, today) - today + LATE)
    return ask
