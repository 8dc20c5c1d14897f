"""What has to be there before a proposal can be kept."""

import re

from lipnet.core import clock
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.meetings.bringing.desk import day_of
from lipnet.meetings.bringing.models import BroughtMinutes
from lipnet.meetings.models import RESULTS, STATUSES, Meeting

TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
BECAME = ("open", "done", "words")
KEPT_AS = ("motion", "decision", "words")


def refuse_unless_fit(brought: BroughtMinutes, proposal: dict) -> None:
    """Raises Refusal, at the field, for what could not be recorded like this."""
    FIT[proposal["kind"]](brought, proposal)


def meeting_on(brought: BroughtMinutes) -> Meeting | None:
    """The meeting of that body and day which stands here already, the one of that time first."""
    values = brought.proposal("meeting")["values"]
    on = day_of(values["on"])
    if on is None:
        return None
    rows = Meeting.select().where((Meeting.body == brought.body_id) & (Meeting.on == on))
    standing = list(rows.where(Meeting.called_off_at.is_null()).order_by(Meeting.starts_at))
    same = [row for row in standing if row.starts_at == values["starts_at"]]
    return next(iter(same or standing), None)


def _meeting(brought: BroughtMinutes, proposal: dict) -> None:
    values = proposal["values"]
    on = day_of(values["on"])
    if on is None:
        raise Refusal(lazy("Write the day of the meeting."), field="on")
    if on > clock.today():
        raise Refusal(lazy("This day is still to come."), field="on")
    if brought.body.dissolved_on and brought.body.dissolved_on <= on:
        raise Refusal(lazy("This body does not exist on that day any more."), field="on")
    if not TIME.fullmatch(values["starts_at"]):
        raise Refusal(lazy("Write the time as 18:30."), field="starts_at")


def _action(brought: BroughtMinutes, proposal: dict) -> None:
    values = proposal["values"]
    _text(values)
    held = day_of(brought.proposal("meeting")["values"]["on"])
    due = day_of(values["due"])
    if values["became"] not in BECAME:
        raise Refusal(lazy("Choose what became of it."), field="became")
    if due and held and due < held:
        raise Refusal(lazy("This day is before the meeting."), field="due")


def _decision(brought: BroughtMinutes, proposal: dict) -> None:
    values = proposal["values"]
    _text(values)
    if values["as"] not in KEPT_AS:
        raise Refusal(lazy("Choose what it is kept as."), field="kept_as")
    if values["as"] != "motion":
        return
    if values["result"] not in RESULTS:
        raise Refusal(lazy("Choose what became of the motion."), field="result")
    movers = (values["mover"], values["seconder"])
    if not all(movers) and (any(movers) or values["result"] != "consensus"):
        raise Refusal(lazy("Choose who moved and who seconded the motion."), field="mover")
    if all(movers) and movers[0] == movers[1]:
        raise Refusal(lazy("Nobody can second their own motion."), field="seconder")


def _attendee(brought: BroughtMinutes, proposal: dict) -> None:
    values = proposal["values"]
    if values["status"] not in STATUSES:
        raise Refusal(lazy("Choose how they are recorded."), field="status")
    if not values["person"] and not values["name"].strip():
        raise Refusal(lazy("Write who it is."), field="name")
    twin = values["person"] and any(
        each["kind"] == "attendee" and each["state"] == "kept" and each["key"] != proposal["key"]
        and each["values"]["person"] == values["person"]
        for each in brought.proposals
    )  # fmt: skip
    if twin:
        raise Refusal(lazy("This person is kept in the attendance already."), field="person")


def _anything(brought: BroughtMinutes, proposal: dict) -> None:
    """The text may be as it is."""


def _text(values: dict) -> None:
    if not values["text"].strip():
        raise Refusal(lazy("Write the text."), field="text")


FIT = {
    "meeting": _meeting,
    "action": _action,
    "decision": _decision,
    "attendee": _attendee,
    "text": _anything,
}
