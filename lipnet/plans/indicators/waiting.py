"""Which readings wait for a person."""

from collections.abc import Container

from flask import url_for

from lipnet.core.i18n import format_day, gettext
from lipnet.core.permissions import may
from lipnet.core.web import Waiting
from lipnet.plans.access import Can
from lipnet.plans.indicators.access import is_theirs, may_report
from lipnet.plans.indicators.models import Indicator, ReportingPeriod
from lipnet.plans.indicators.periods import called
from lipnet.plans.indicators.standing import latest_of_period


def readings_wait(person) -> list[Waiting]:
    """Open periods in which who reports an indicator has noted nothing."""
    if not may(person, Can.READ):
        return []
    return [
        _waiting(period)
        for period in ReportingPeriod.select().where(ReportingPeriod.closed_on.is_null())
        if any(_is_mine(person, one) for one in _unread(period))
    ]


def _unread(period: ReportingPeriod) -> list[Indicator]:
    read = latest_of_period(period)
    return [one for one in Indicator.of(period.strategy) if one.id not in read]


def readings_of(person) -> list[tuple[ReportingPeriod, list[Indicator], Container[int]]]:
    """Open periods with the indicators that are `person`'s, and which of them were read."""
    found = []
    for period in ReportingPeriod.select().where(ReportingPeriod.closed_on.is_null()):
        theirs = [one for one in Indicator.of(period.strategy) if _reports(person, one)]
        if theirs:
            found.append((period, theirs, set(latest_of_period(period))))
    return found


def _is_mine(person, indicator: Indicator) -> bool:
    """The coordinator may report all, but is reminded only of those that nobody else reports."""
    named = indicator.person_id or indicator.body_id or indicator.organisation_id
    return _reports(person, indicator) or (not named and may(person, Can.MANAGE))


def _reports(person, indicator: Indicator) -> bool:
    """A coordinator chairs no body by that, so only what is theirs by name counts."""
    if may(person, Can.MANAGE):
        return is_theirs(person, indicator)
    return may_report(person, indicator)


def _waiting(period: ReportingPeriod) -> Waiting:
    return Waiting(
        gettext(
            "Note what your indicators came to, %(period)s: until %(day)s.",
            period=called(period.starts, period.ends),
            day=format_day(period.due),
        ),
        url_for("plans.sheet", period_id=period.id),
        period.opened_on,
    )
