"""The words for votes between meetings."""

from babel.dates import get_timezone_name

from lipnet.core.i18n import format_day, lazy, locale, ngettext
from lipnet.core.i18n import gettext as _
from lipnet.groups.operations import CARRYING_NAMES
from lipnet.meetings.evotes.counting import Tally, needed_among
from lipnet.meetings.evotes.models import EVote
from lipnet.meetings.words import time_of_day

CHOICE_WORDS = {
    "in_favour": lazy("In favour"),
    "against": lazy("Against"),
    "abstained": lazy("Abstains"),
    "": lazy("No answer"),
}
CHOICE_TONES = {
    "in_favour": "now",
    "against": "now",
    "abstained": "plain",
    "": "plain",
}  # none is better
RESULT_WORDS = {
    "carried": lazy("Carried"),
    "defeated": lazy("Defeated"),
    "too_few": lazy("Too few answered"),
}
RESULT_TONES = {"carried": "done", "defeated": "off", "too_few": "off"}
REMINDER_WORDS = {
    "day": lazy("The day before it closes"),
    "hours": lazy("Three hours before it closes"),
    "none": lazy("Do not remind me"),
}
NO_SEAT = lazy(
    "You no longer sit with a vote in this group, so you can no longer vote on this motion. "
    "A vote that you gave before stays and counts."
)
NO_ALTERNATE = lazy(
    "You no longer stand in for a member with a vote in this group, so you can no longer vote on "
    "this motion. A vote that you gave before stays and counts."
)


def closing_words(evote: EVote) -> str:
    """When it closes, in the time of the partnership, which is named."""
    at = evote.closes_locally
    return _(
        "%(day)s at %(time)s (%(zone)s)",
        day=format_day(at.date()),
        time=time_of_day(f"{at:%H:%M}"),
        zone=get_timezone_name(at, locale=locale()),
    )


def answered_words(tally: Tally, percent: int) -> str:
    """How many answered, and how many must."""
    needed = needed_among(tally.members, percent)
    return ngettext(
        "%(n)s of %(members)s members has answered; %(needed)s must answer.",
        "%(n)s of %(members)s members have answered; %(needed)s must answer.",
        tally.answered,
        members=tally.members,
        needed=needed,
    )


def rule_words(evote: EVote) -> str:
    return str(CARRYING_NAMES[evote.rule])


def tally_words(line: dict) -> str:
    """The counted votes; of who did not answer only if there are any."""
    said = _(
        "In favour %(in_favour)s, against %(against)s, abstained %(abstained)s.",
        in_favour=line["in_favour"],
        against=line["against"],
        abstained=line["abstained"],
    )
    silent = line["members"] - line["in_favour"] - line["against"] - line["abstained"]
    if not silent:
        return said
    gone = ngettext("%(n)s member did not answer.", "%(n)s members did not answer.", silent)
    return f"{said} {gone}"
