"""The ten-minute dossier: what one member reads before one meeting."""

from dataclasses import dataclass
from datetime import date

from lipnet.core.text import folded
from lipnet.meetings.access import lines_seen_by
from lipnet.meetings.agendas.conflicts import DeclaredConflict, conflicts_of
from lipnet.meetings.agendas.models import StandingItem
from lipnet.meetings.following.models import ActionItem, open_actions_of
from lipnet.meetings.models import AgendaItem, Decision, Meeting
from lipnet.people.models import Person

LEAST = 4  # letters of a name that may be looked for in a title


@dataclass(frozen=True)
class Dossier:
    """What is for decision, what the reader promised, what changed since, conflicts to consider."""

    to_decide: list[AgendaItem]
    by_consent: list[AgendaItem]
    to_discuss: list[AgendaItem]
    to_hear: list[AgendaItem]
    promised: list[ActionItem]
    last: Meeting | None
    done_since: list[ActionItem]
    decided_last: list[Decision]
    declared: list[DeclaredConflict]
    to_consider: list[AgendaItem]


def dossier_of(meeting: Meeting, person: Person) -> Dossier:
    items, last = lines_seen_by(person, _spoken_of(meeting)), last_held_before(meeting)
    declared = [row for rows in conflicts_of(meeting).values() for row in rows]
    mine = [row for row in declared if row.person_id == person.id]
    return Dossier(
        to_decide=_for("decision", items),
        by_consent=_for("consent", items),
        to_discuss=_for("discussion", items),
        to_hear=_for("information", items),
        promised=lines_seen_by(person, open_actions_of(person)),
        last=last,
        done_since=lines_seen_by(person, _done_since(meeting, last.on)) if last else [],
        decided_last=lines_seen_by(person, last.decisions) if last else [],
        declared=mine,
        to_consider=_to_consider(items, person, {row.item_id for row in mine}),
    )


def last_held_before(meeting: Meeting) -> Meeting | None:
    rows = meeting.body.meetings.where(Meeting.held_at.is_null(False) & (Meeting.on < meeting.on))
    return rows.order_by(Meeting.on.desc(), Meeting.starts_at.desc()).first()


def _spoken_of(meeting: Meeting) -> list[AgendaItem]:
    """The items that need reading: not the opening, the closing and other headings, unless they
    are for decision."""
    rows = StandingItem.select().join(AgendaItem).where(AgendaItem.meeting == meeting)
    standing = {row.item_id for row in rows}
    return [i for i in meeting.agenda() if i.id not in standing or i.purpose == "decision"]


def _for(purpose: str, items: list[AgendaItem]) -> list[AgendaItem]:
    return [item for item in items if item.purpose == purpose]


def _done_since(meeting: Meeting, day: date) -> list[ActionItem]:
    rows = ActionItem.select(ActionItem, Meeting).join(Meeting)
    done = (ActionItem.done_on >= day) & (Meeting.body == meeting.body)
    return list(rows.where(done).order_by(ActionItem.done_on, ActionItem.id))


def _to_consider(items, person: Person, declared: set[int]) -> list[AgendaItem]:
    """Items that name the organisation of the reader, in any language, and nothing is declared for:
    a hint, and nothing more."""
    names = person.organisation.name.values() if person.organisation else ()
    wanted = [folded(name) for name in names if len(name) >= LEAST]
    return [
        item
        for item in items
        if item.id not in declared
        and any(name in folded(text) for name in wanted for text in item.title.values())
    ]
