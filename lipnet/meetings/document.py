"""The minutes as one document: what the page shows, and what adoption freezes."""

from collections.abc import Mapping
from dataclasses import asdict

from lipnet.core import thread
from lipnet.meetings.agendas.conflicts import declared_for
from lipnet.meetings.agendas.models import StillOpen, still_open_at
from lipnet.meetings.evotes.entering import line_of, votes_for
from lipnet.meetings.minuting.confidential import as_marked
from lipnet.meetings.models import ActionItem, AgendaItem, Decision, Meeting, Motion
from lipnet.meetings.presence import attendance_of, quorum_at
from lipnet.meetings.room.models import Movement
from lipnet.meetings.room.there import movements_at


def document_of(meeting: Meeting) -> dict:
    """Everything the minutes say, with names as they are now: JSON values only.

    Lines carry `item`, the id of their agenda item or None, and stand in the order of the agenda.
    Items, and actions still open, carry `confidential`: who does not belong to the body reads the
    document redacted (minuting/redacting.py).
    """
    return as_marked(_all_of(meeting))


def minutes_of(meeting: Meeting) -> dict:
    """The document the minutes are: frozen once they were adopted, as things stand before. What is
    confidential is told as it is by now."""
    adoption = meeting.adoption
    return as_marked(adoption.frozen) if adoption else document_of(meeting)


def in_agenda_order(rows, agenda: list[AgendaItem]) -> list:
    """Lines by the place of their item on the agenda, what belongs to no item last."""
    places = {item.id: place for place, item in enumerate(agenda)}
    return sorted(rows, key=lambda row: (places.get(row.agenda_item_id, len(places)), row.id))


def rests_on(record, *kinds: str) -> list[dict]:
    """What `record` rests on, of these kinds: {"kind", "id", "title": {tag: text}}."""
    found = []
    for link in thread.came_from(thread.ref(record)):
        if link.to_kind not in kinds:
            continue
        kind = thread.kind(link.to_kind)
        if (earlier := kind.load(link.to_id)) is not None:
            found.append(
                {"kind": link.to_kind, "id": link.to_id, "title": _texts(kind.title(earlier))}
            )
    return found


def _all_of(meeting: Meeting) -> dict:
    agenda = meeting.agenda()
    minutes, quorum = meeting.minutes, quorum_at(meeting)
    return {
        "body": meeting.body.name,
        "on": meeting.on.isoformat(),
        "starts_at": meeting.starts_at,
        "place": meeting.place,
        "link": meeting.link,
        "languages": meeting.languages,
        "quorum": asdict(quorum),
        "attendance": [_attendance(row) for row in attendance_of(meeting)],
        "movements": [_movement(row) for row in movements_at(meeting)],
        "agenda": [_item(item) for item in agenda],
        "motions": [_motion(row) for row in in_agenda_order(meeting.motions, agenda)],
        "between": [line_of(vote) for vote in votes_for(meeting)],
        "decisions": [_decision(row) for row in in_agenda_order(meeting.decisions, agenda)],
        "actions": [_action(row) for row in in_agenda_order(meeting.actions, agenda)],
        "still_open": [_still_open(row) for row in still_open_at(meeting)],
        "notes": minutes.notes if minutes else {},
    }


def _texts(title) -> dict | str:
    return dict(title) if isinstance(title, Mapping) else str(title)


def _attendance(row) -> dict:
    organisation = row.person.organisation if row.person else None
    return {
        "name": row.shown_name,
        "organisation": organisation.name if organisation else {},
        "status": row.status,
        "alternate_for": row.alternate_for.name if row.alternate_for else "",
    }


def _movement(row: Movement) -> dict:
    return {"name": row.attendance.shown_name, "at": row.at, "there": row.there}


def _item(item: AgendaItem) -> dict:
    return {
        "id": item.id,
        "title": item.title,
        "purpose": item.purpose,
        "presenter": item.presenter.name if item.presenter else "",
        "minutes_planned": item.minutes_planned,
        "notes": item.notes,
        "because": rests_on(item, "finding"),
        "declared": declared_for(item),
    }


def _motion(motion: Motion) -> dict:
    return {
        "id": motion.id,
        "item": motion.agenda_item_id,
        "number": motion.number,
        "at": motion.at,
        "quorum": asdict(quorum_at(motion.meeting, motion.at)) if motion.at else None,
        "text": motion.text,
        "mover": motion.mover.name if motion.mover else "",
        "seconder": motion.seconder.name if motion.seconder else "",
        "result": motion.result,
        "in_favour": motion.in_favour,
        "against": motion.against,
        "abstained": motion.abstained,
    }


def _decision(decision: Decision) -> dict:
    return {
        "id": decision.id,
        "item": decision.agenda_item_id,
        "text": decision.text,
        "motion": decision.motion.number if decision.motion else "",
        "because": rests_on(decision, "finding"),
    }


def _action(action: ActionItem) -> dict:
    return {
        "id": action.id,
        "item": action.agenda_item_id,
        "text": action.text,
        "owner": action.owner_name,
        "due": action.due.isoformat() if action.due else "",
    }


def _still_open(row: StillOpen) -> dict:
    """An action of an earlier meeting, as it stood when this was written."""
    since = row.action.meeting.on.isoformat()
    done = row.action.done_on.isoformat() if row.action.done_on else ""
    return _action(row.action) | {"nth": row.nth, "since": since, "done": done}
