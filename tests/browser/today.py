"""Which day it is where the partnership of the tests lives."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today() -> date:
    return datetime.now(ZoneInfo("America/Toronto")).date()
