"""The days of the demo, counted from the day it is made: a year that is over, one under way."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lipnet.core import clock

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = range(5)


@dataclass(frozen=True)
class Days:
    """Days of the last fiscal year by month, and of this one by how much of it has passed."""

    today: date

    @property
    def this_year(self) -> int:
        """The fiscal year under way, named by the year it began in."""
        return clock.fiscal_year(self.today)

    @property
    def last_year(self) -> int:
        return self.this_year - 1

    def last(self, month: int, day: int) -> date:
        """A working day of the fiscal year that is over; January to March are its end."""
        return working(date(self._year_of(month), month, day))

    def last_nth(self, month: int, weekday: int, n: int) -> date:
        """The n-th Tuesday, Wednesday ... of a month of the fiscal year that is over."""
        return nth(self._year_of(month), month, weekday, n)

    def passed(self, share: float) -> date:
        """The working day on which `share` (0 to 1) of this fiscal year so far had passed."""
        first = date(self.this_year, 4, 1)
        about = first + timedelta(days=int((self.today - first).days * share))
        return min(working(about), self.today)

    def evening(self, share: float) -> date:
        """A Thursday about then, the third of its month if that day is over; for meetings."""
        earliest = self.last_nth(3, THURSDAY, 3) + timedelta(days=1)
        about = self.passed(share)
        third = nth(about.year, about.month, THURSDAY, 3)
        if earliest <= third < self.today:
            return third
        before = about - timedelta(days=(about.weekday() - THURSDAY) % 7)
        return max(before, earliest)

    def ago(self, days: int) -> date:
        return min(working(self.today - timedelta(days=days)), self.today)

    def ahead(self, days: int) -> date:
        return working(self.today + timedelta(days=days))

    def next_evening(self) -> date:
        """The first third Thursday that is at least five days ahead."""
        day = self.today + timedelta(days=5)
        while day != nth(day.year, day.month, THURSDAY, 3):
            day += timedelta(days=1)
        return day

    def _year_of(self, month: int) -> int:
        return self.last_year if month >= 4 else self.last_year + 1


def working(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day if day.weekday() <= FRIDAY else day + timedelta(days=7 - day.weekday())


def nth(year: int, month: int, weekday: int, n: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def at_time(day: date, hours: int, minutes: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hours, minutes, tzinfo=clock.local_zone())
