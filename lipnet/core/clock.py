"""The one place that knows what time it is; the demo and the tests set it."""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

_fixed: ContextVar[datetime | None] = ContextVar("fixed_moment", default=None)
_zone = {"local": ZoneInfo("UTC")}


def now() -> datetime:
    """The present moment, aware, in UTC, without microseconds."""
    return (_fixed.get() or datetime.now(UTC)).replace(microsecond=0)


def today() -> date:
    """Today's date where the partnership is."""
    return _day_of(now(), local_zone())


@lru_cache(maxsize=4)
def _day_of(moment: datetime, zone: ZoneInfo) -> date:
    """Worked out once a second, however many ask."""
    return moment.astimezone(zone).date()


def local_zone() -> ZoneInfo:
    return _zone["local"]


def set_local_zone(name: str) -> None:
    _zone["local"] = ZoneInfo(name)


def fiscal_year(day: date) -> int:
    """The calendar year in which the fiscal year holding `day` began (1 April to 31 March)."""
    return day.year if day.month >= 4 else day.year - 1


@contextmanager
def at(moment: datetime | date):
    """Inside the block it is `moment` (a date means noon, local time)."""
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, 12, tzinfo=local_zone())
    token = _fixed.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _fixed.reset(token)
