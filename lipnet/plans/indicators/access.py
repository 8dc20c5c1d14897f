"""Who may see indicators and periods, and who may report."""

from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound, NotYours
from lipnet.plans.access import Can
from lipnet.plans.indicators.models import Indicator, ReportingPeriod


def indicator_of(indicator_id: int) -> Indicator:
    return _or_404(Indicator.get_or_none(Indicator.id == indicator_id))


def period_of(period_id: int) -> ReportingPeriod:
    return _or_404(ReportingPeriod.get_or_none(ReportingPeriod.id == period_id))


def indicator_to_report(indicator_id: int, person) -> Indicator:
    indicator = indicator_of(indicator_id)
    if not may_report(person, indicator):
        raise NotYours
    return indicator


def may_report(person, indicator: Indicator) -> bool:
    """Whether `person` is named for it, belongs to the organisation or chairs the body that
    reports it, or coordinates."""
    if may(person, Can.MANAGE):
        return True
    if not may(person, Can.READ):
        return False
    chairs = indicator.body_id and may(person, Can.LEAD, body=indicator.body_id)
    return bool(chairs) or is_theirs(person, indicator)


def is_theirs(person, indicator: Indicator) -> bool:
    """Whether `person`, or the organisation they belong to, is named for it."""
    organisation = indicator.organisation_id
    return indicator.person_id == person.id or (
        organisation is not None and organisation == person.organisation_id
    )


def may_see(person, indicator: Indicator) -> bool:
    """Staff see every indicator; the public (None) those of an adopted strategy."""
    return indicator.strategy.is_adopted if person is None else may(person, Can.READ)


def _or_404(record):
    if record is None:
        raise NotFound
    return record
