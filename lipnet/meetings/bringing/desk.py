"""From what a reading proposes to the desk: one proposal after the other, each still open.

The desk is a JSON document: {"language", "body", "proposals", "steps"}. A proposal has a key, a
kind, its place in the text (start and end), a state (open, kept, dropped), what was `read`, and
the `values` that would be recorded.
"""

import re
from datetime import date

from lipnet.core import clock
from lipnet.groups.models import Body
from lipnet.meetings.bringing.matching import Roster
from lipnet.meetings.models import CARRIED, Meeting
from lipnet.shorthand.reading import propose
from lipnet.shorthand.reading.proposals import Action, Attendee, Decision, Proposals

HEAD = 1500  # characters in which minutes say when they began
TIME = re.compile(r"\b([01]?\d|2[0-3]) ?[:hH] ?([0-5]\d)(?!\d)(?: ?([ap])\.?m\b)?", re.IGNORECASE)
STATUS = {"represented": "regrets"}
LONG_PAST = 365  # days after which nobody is reminded of what has no end
GROUPS = ("meeting", "action", "decision", "attendee", "text")


def desk_of(text: str, body: Body, filename: str) -> dict:
    """The proposals for these minutes in the order in which they are looked at: the day first,
    what nobody took on and what has no end next, the text last."""
    found = propose(text, filename=filename)
    roster = Roster(body, day_of(found.date) or clock.today())
    proposals = [
        _meeting(found, text, body),
        *sorted(_actions(found, roster), key=_loose_ends),
        *_decisions(found, roster),
        *sorted(_attendees(found, text, roster), key=lambda each: bool(each["values"]["person"])),
        _proposal("text", "text", (0, 0), read={}, values={"text": ""}),
    ]
    return {"language": found.language, "body": found.body, "proposals": proposals, "steps": []}


def day_of(written: str) -> date | None:
    """The day, if it is one that a calendar knows."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _proposal(key: str, kind: str, place: tuple[int, int], read: dict, values: dict) -> dict:
    return {
        "key": key, "kind": kind, "start": place[0], "end": place[1], "state": "open",
        "read": read, "values": values,
    }  # fmt: skip


def _meeting(found: Proposals, text: str, body: Body) -> dict:
    values = {"on": found.date, "starts_at": _time(text, body), "place": ""}
    return _proposal("meeting", "meeting", (0, 0), {"body": found.body}, values)


def _time(text: str, body: Body) -> str:
    """When it began: as the head of the minutes says, else when the body met last."""
    if told := TIME.search(text[:HEAD]):
        hour = int(told[1]) % 12 + 12 * (told[3].lower() == "p") if told[3] else int(told[1])
        return f"{hour:02d}:{told[2]}"
    latest = body.meetings.order_by(Meeting.on.desc()).first()
    return latest.starts_at if latest else ""


def _actions(found: Proposals, roster: Roster) -> list[dict]:
    held = day_of(found.date)
    return [_action(f"a{n}", each, roster, held) for n, each in enumerate(found.actions, 1)]


def _action(key: str, action: Action, roster: Roster, held: date | None) -> dict:
    meant = [roster.owner(name) for name in action.owners]
    due = day_of(action.due)
    values = {
        "text": action.text,
        "owner": next((each.key for each in meant if each.key), ""),
        "due": action.due if due and not (held and due < held) else "",
        "became": _became(action, due or held),
    }
    read = {
        "owners": list(action.owners),
        "due": action.due,
        "perhaps": list(dict.fromkeys(key for each in meant for key in each.perhaps)),
    }
    return _proposal(key, "action", (action.start, action.end), read, values)


def _became(action: Action, end: date | None) -> str:
    """done, open, or words: of what is long past nobody is reminded unless somebody says so."""
    if action.done:
        return "done"
    return "words" if end and (clock.today() - end).days > LONG_PAST else "open"


def _loose_ends(proposal: dict) -> int:
    values = proposal["values"]
    return bool(values["owner"]) + bool(values["due"])


def _decisions(found: Proposals, roster: Roster) -> list[dict]:
    return [_decision(f"d{n}", each, roster) for n, each in enumerate(found.decisions, 1)]


def _decision(key: str, decision: Decision, roster: Roster) -> dict:
    mover, seconder = roster.person(decision.mover), roster.person(decision.seconder)
    by_two = mover.key and seconder.key and mover.key != seconder.key and decision.outcome
    lost = decision.outcome and decision.outcome not in CARRIED
    values = {
        "as": "motion" if by_two else ("words" if lost else "decision"),
        "text": decision.text,
        "mover": mover.key,
        "seconder": seconder.key,
        "result": decision.outcome,
    }
    read = {
        "mover": decision.mover,
        "seconder": decision.seconder,
        "perhaps": list(dict.fromkeys([*mover.perhaps, *seconder.perhaps])),
    }
    return _proposal(key, "decision", (decision.start, decision.end), read, values)


def _attendees(found: Proposals, text: str, roster: Roster) -> list[dict]:
    """Nobody is preselected twice."""
    taken: set[str] = set()
    rows = []
    for number, each in enumerate(found.attendees, 1):
        row = _attendee(f"p{number}", each, text, roster)
        if row["values"]["person"] in taken:
            row["values"]["person"] = ""
        taken |= {row["values"]["person"]} - {""}
        rows.append(row)
    return rows


def _attendee(key: str, attendee: Attendee, text: str, roster: Roster) -> dict:
    meant = roster.person(attendee.name)
    start = max(text.find(attendee.name), 0)
    values = {
        "name": attendee.name,
        "person": meant.key,
        "status": STATUS.get(attendee.status, attendee.status),
        "stands_for": roster.person(attendee.stands_for).key if attendee.stands_for else "",
    }
    read = {"stands_for": attendee.stands_for, "perhaps": list(meant.perhaps)}
    place = (start, start + len(attendee.name)) if attendee.name in text else (0, 0)
    return _proposal(key, "attendee", place, read, values)
