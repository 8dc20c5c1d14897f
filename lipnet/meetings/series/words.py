"""A series said in plain words."""

from babel.dates import get_day_names

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import join_list, lazy
from lipnet.meetings.series.dates import LAST, MONTHS_BETWEEN
from lipnet.meetings.series.models import MeetingSeries

RHYTHM_WORDS = {
    "weekly": lazy("Every week"),
    "two_weeks": lazy("Every two weeks"),
    "monthly": lazy("Every month"),
    "two_months": lazy("Every second month"),
    "quarterly": lazy("Every three months"),
}
WEEK_WORDS = {
    1: lazy("first"),
    2: lazy("second"),
    3: lazy("third"),
    4: lazy("fourth"),
    LAST: lazy("last"),
}
SENTENCES = {
    "weekly": lazy("Every week on this day: %(weekday)s.", weekday="…"),
    "two_weeks": lazy("Every two weeks on this day: %(weekday)s.", weekday="…"),
    "monthly": lazy("On the %(which)s %(weekday)s of every month.", which="…", weekday="…"),
    "two_months": lazy(
        "On the %(which)s %(weekday)s of every second month.", which="…", weekday="…"
    ),
    "quarterly": lazy("On the %(which)s %(weekday)s of every third month.", which="…", weekday="…"),
}


def weekdays() -> list[str]:
    """Monday to Sunday, in the language being spoken."""
    names = get_day_names("wide", locale=i18n.locale())
    return [names[number] for number in range(7)]


def rule_words(series: MeetingSeries) -> str:
    """ "On the third Thursday of every second month. None in July and August." """
    places = {"weekday": weekdays()[series.weekday]}
    if series.rhythm in MONTHS_BETWEEN:
        places["which"] = str(WEEK_WORDS[series.week])
    said = str(SENTENCES[series.rhythm].fill(**places))
    if not series.left_out:
        return said
    months = i18n.months()
    without = join_list([months[number - 1] for number in series.left_out])
    none = _("None in %(months)s.", months=without)
    return f"{said} {none}"
