"""What a list says to the coordinator: the state of each person, and what was found in a file."""

from typing import Any, NamedTuple

from lipnet.core.i18n import lazy, worded
from lipnet.surveys.invited.models import Invitee
from lipnet.surveys.invited.sheet import ListFinding

STATES = {
    "answered": (lazy("Answered"), "done"),
    "bounced": (lazy("Came back"), "late"),
    "stopped": (lazy("Wants no letters"), "off"),
    "sent": (lazy("Sent"), "now"),
    "unsent": (lazy("Not sent"), "plain"),
}
SEVERITIES = {
    "error": lazy("Left out"),
    "warning": lazy("Please look"),
    "notice": lazy("For your information"),
}
UNREADABLE = (
    lazy("The file could not be read as a spreadsheet."),
    lazy("Save it as .xlsx or as CSV UTF-8, without a password, below 2 MB, and upload that."),
)
FOUND = {
    "no_email_column": (
        lazy("No column of e-mail addresses was found in the first rows."),
        lazy("Give the columns headings: Name, E-mail, Language."),
    ),
    "nobody": (
        lazy("Nobody stands under the headings."),
        lazy("Write one person in each row."),
    ),
    "email_missing": (
        lazy("This row has no e-mail address."),
        lazy("Write the address, or invite this person in another way."),
    ),
    "email_malformed": (
        lazy("%(text)s is no e-mail address a letter could be sent to."),
        lazy("Write it like name@example.org."),
    ),
    "email_twice": (
        lazy("%(text)s stands already in %(first)s."),
        lazy("Nothing to do: each address is invited once."),
    ),
    "email_known": (
        lazy("%(text)s is on the list already."),
        lazy("Nothing to do: the entry on the list stays as it is."),
    ),
    "name_missing": (
        lazy("No name stands beside %(text)s."),
        lazy("The letter will greet the address. Write the name if you know it."),
    ),
    "language_unknown": (
        lazy("%(text)s is no language known by this name."),
        lazy("The letter will be in the usual language. Write English, French, ar, uk and so on."),
    ),
}


class Worded(NamedTuple):
    """A finding as a person reads it."""

    cell: str
    severity: Any
    wrong: str
    instead: str


def told_finding(finding: ListFinding) -> Worded:
    wrong, instead = FOUND.get(finding.code, UNREADABLE)
    return Worded(
        finding.cell,
        SEVERITIES[finding.severity],
        worded(wrong, **finding.particulars),
        worded(instead, **finding.particulars),
    )


def state_of(invitee: Invitee, answered: set[int]) -> str:
    """`answered`: those shown as having answered."""
    if invitee.id in answered:
        return "answered"
    if invitee.bounced_on is not None:
        return "bounced"
    if invitee.stopped_on is not None:
        return "stopped"
    return "unsent" if invitee.sent_on is None else "sent"
