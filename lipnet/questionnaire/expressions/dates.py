"""Days and moments inside rules: numbers of days since 1970-01-01, ISO texts, patterns."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta

from lipnet.questionnaire.expressions.values import Value, to_number

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
START = datetime.combine(date(1970, 1, 1), time())


def as_date(value: Value) -> Value:
    moment = moment_of(value)
    return "" if moment is None else moment.date().isoformat()


def as_date_time(value: Value) -> Value:
    moment = moment_of(value)
    return "" if moment is None else moment.isoformat(timespec="seconds")


def formatted(value: Value, pattern: str) -> str:
    """%Y %y %m %n %b %d %e %H %h %M %S %3 %a %j as in ODK; month and day names are English."""
    moment = moment_of(value)
    if moment is None:
        return ""
    fields = fields_of(moment)
    first, *others = pattern.split("%")
    return first + "".join(fields.get(piece[:1], "%" + piece[:1]) + piece[1:] for piece in others)


def moment_of(value: Value) -> datetime | None:
    """The moment of a day number or an ISO text, to the millisecond."""
    days = math.nan if isinstance(value, bool) else to_number(value)
    if not -719162 <= days <= 2932896:
        return None
    thousandths = math.floor((days % 1) * 86_400_000 + 0.5)
    try:
        return START + timedelta(days=math.floor(days), milliseconds=thousandths)
    except OverflowError:
        return None


def fields_of(moment: datetime) -> dict[str, str]:
    day_of_year = moment.date().toordinal() - date(moment.year, 1, 1).toordinal() + 1
    return {
        "Y": f"{moment.year:04}",
        "y": f"{moment.year % 100:02}",
        "m": f"{moment.month:02}",
        "n": str(moment.month),
        "b": MONTHS[moment.month - 1],
        "d": f"{moment.day:02}",
        "e": str(moment.day),
        "H": f"{moment.hour:02}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02}",
        "S": f"{moment.second:02}",
        "3": f"{moment.microsecond // 1000:03}",
        "a": DAYS[moment.weekday()],
        "j": f"{day_of_year:03}",
        "": "%",
    }
