"""The minutes as one document: what the page shows, and what adoption freezes."""

from dataclasses import asdict

from lipnet.core import thread
from lipnet.core.thread import Ref
from lipnet.groups.hats.models import organisations_of
from lipnet.groups.models import appointments_on
from lipnet.meetings.agendas.conflicts import declared_for
from lipnet.meetings.agendas.models import StillOpen, still_open_at
from lipnet.meetings.citing.told import told, told_of
from lipnet.meetings.evotes.entering import line_of, votes_for
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.minuting.confidential import as_marked
from lipnet.meetings.models import AgendaItem, Attendance, Decision, Meeting, Motion
from lipnet.meetings.presence import attendance_of, quorum_at
from lipnet.meetings.room.models import Movement
from lipnet.meetings.room.there import movements_at

Named = dict[Ref, list[dict]]  # of each line: what it rests on and names


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
        if (earlier := thread.kind(link.to_kind).load(link.to_id)) is not None:
            found.append(told(Ref(link.to_kind, link.to_id), earlier))
    return found


def _all_of(meeting: Meeting) -> dict:
    agenda = meeting.agenda()
    minutes, quorum = meeting.minutes, quorum_at(meeting)
    motions, decisions, actions = (
        in_agenda_order(rows, agenda)
        for rows in (meeting.motions, meeting.decisions, meeting.actions)
    )
    still_open = still_open_at(meeting)
    named = told_of([*motions, *decisions, *actions, *(row.action for row in still_open)])
    return {
        "body": meeting.body.name,
        "on": meeting.on.isoformat(),
        "starts_at": meeting.starts_at,
        "place": meeting.place,
        "link": meeting.link,
        "languages": meeting.languages,
        "quorum": asdict(quorum),
        "attendance": _attendance(meeting),
        "movements": [_movement(row) for row in movements_at(meeting)],
        "agenda": [_item(item) for item in agenda],
        "motions": [_motion(row, named) for row in motions],
        "between": [line_of(vote) for vote in votes_for(meeting)],
        "decisions": [_decision(row, named) for row in decisions],
        "actions": [_action(row, named) for row in actions],
        "still_open": [_still_open(row, named) for row in still_open],
        "notes": minutes.notes if minutes else {},
    }


def _attendance(meeting: Meeting) -> list[dict]:
    """Who sits in the body is there for whom the seat is held, everybody else for their own
    organisation."""
    seated = appointments_on(meeting.body, meeting.on)
    held_for, sits_for = organisations_of(seated), {}
    for row in seated:
        sits_for[row.person_id] = sits_for.get(row.person_id) or held_for.get(row.id)
    return [_attending(row, sits_for) for row in attendance_of(meeting)]


def _attending(row: Attendance, sits_for: dict) -> dict:
    own = row.person.organisation if row.person else None
    organisation = sits_for.get(row.person_id, own) if row.person_id else None
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


def _motion(motion: Motion, named: Named) -> dict:
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
        "names": named[thread.ref(motion)],
    }


def _decision(decision: Decision, named: Named) -> dict:
    about = named[thread.ref(decision)]
    return {
        "id": decision.id,
        "item": decision.agenda_item_id,
        "text": decision.text,
        "motion": decision.motion.number if decision.motion else "",
        "because": [one for one in about if one["kind"] == "finding"],
        "names": [one for one in about if one["kind"] != "finding"],
    }


def _action(action: ActionItem, named: Named) -> dict:
    return {
        "id": action.id,
        "item": action.agenda_item_id,
        "text": action.text,
        "owner": action.owner_name,
        "due": action.due.isoformat() if action.due else "",
        "names": named[thread.ref(action)],
    }


def _still_open(row: StillOpen, named: Named) -> dict:
    """An action of an earlier meeting, as it stood when this was written."""
    since = row.action.meeting.on.isoformat()
    done = row.action.done_on.isoformat() if row.action.done_on else ""
    return _action(row.action, named) | {"nth": row.nth, "since": since, "done": done}
