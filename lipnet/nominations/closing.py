"""When a call closes, to the second, and how that is said; read by everybody, in every language."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_time, get_timezone_location, get_timezone_name

from lipnet.core import clock, i18n
from lipnet.core.i18n import gettext as _

ZONES = (
    "America/St_Johns", "America/Halifax", "America/Toronto", "America/Winnipeg",
    "America/Regina", "America/Edmonton", "America/Whitehorse", "America/Vancouver",
)  # fmt: skip
LAST_SECOND = time(23, 59, 59)


def zone_called(name: str) -> ZoneInfo:
    """The zone of a call; without a name the partnership's."""
    return ZoneInfo(name) if name else clock.local_zone()


def last_second(day: date, hour: str = "", zone: str = "") -> datetime:
    """The last moment that is in time: `hour` ("17:00") of `day`, or its end, in `zone`."""
    ends = time.fromisoformat(hour) if hour else LAST_SECOND
    return datetime.combine(day, ends, tzinfo=zone_called(zone))


def until(call) -> str:
    """The last day, and the hour if it is not the end of the day, with the zone that counts."""
    last = call.last_moment
    zone = zone_words(last.tzinfo)
    if last.time() == LAST_SECOND:
        return _("the end of %(day)s (%(zone)s)", day=i18n.format_day(call.closes_on), zone=zone)
    return _(
        "%(day)s at %(time)s (%(zone)s)",
        day=i18n.format_day(call.closes_on, "full"),
        time=format_time(last.time(), "short", locale=i18n.locale()),
        zone=zone,
    )


def zone_words(zone: ZoneInfo) -> str:
    """What the zone is called; one whose clocks never change says so, since others of its name
    do."""
    fixed = _never_changes(zone)
    return get_timezone_name(
        zone, locale=i18n.locale(), zone_variant="standard" if fixed else "generic"
    )


def zone_choices() -> list[tuple[str, str]]:
    """(zone, what it is called and a city that has it), from east to west."""
    return [(name, _zone_and_city(ZoneInfo(name))) for name in ZONES]


def _zone_and_city(zone: ZoneInfo) -> str:
    city = get_timezone_location(zone, locale=i18n.locale(), return_city=True)
    return f"{zone_words(zone)} – {city}"


def _never_changes(zone: ZoneInfo) -> bool:
    year = clock.today().year
    offsets = {datetime(year, month, 1, tzinfo=zone).utcoffset() for month in (1, 7)}
    return len(offsets) == 1
