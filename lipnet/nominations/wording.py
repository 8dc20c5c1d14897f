"""How calls and nominations are named wherever they are shown."""

from babel.dates import get_timezone_name

from lipnet.core import clock, i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.groups.models import Seat
from lipnet.nominations.models import Call, Nomination


def title_of(nomination: Nomination) -> str:
    """What the thread calls a nomination."""
    return _(
        "%(name)s, nominated for %(body)s",
        name=nomination.nominee.name,
        body=plain(nomination.call.body.name),
    )


def until(call: Call) -> str:
    """The last day, said with the time zone in which it ends."""
    return _(
        "the end of %(day)s (%(zone)s)",
        day=i18n.format_day(call.closes_on),
        zone=get_timezone_name(clock.local_zone(), locale=i18n.locale()),
    )


def seat_name(seat: Seat) -> str:
    return _("Seat %(number)s: %(label)s", number=seat.number, label=plain(seat.label))
