"""A note as it is shown: its points as a list, its numbers, what it corrects, what shows it."""

from typing import NamedTuple

import peewee
from markupsafe import Markup, escape

from lipnet.core.incoming import number_asked
from lipnet.core.multilingual import tell
from lipnet.people.models import Person
from lipnet.plans.acting.notes import ActionFile, NoteParticulars
from lipnet.plans.models import PlanAction, ProgressNote

MARKS = "-–•*· \t"


class NoteMore(NamedTuple):
    """What one note says further; the notes it corrects and is corrected by; its files."""

    said: NoteParticulars | None
    corrects: ProgressNote | None
    corrected_by: ProgressNote | None
    files: list[ActionFile]


def notes_more(action: PlanAction) -> dict[int, NoteMore]:
    """Of every note of an action, by its id; three queries."""
    notes = {note.id: note for note in ProgressNote.select().where(ProgressNote.action == action)}
    rows = NoteParticulars.select().where(NoteParticulars.note.in_(list(notes)))
    said = {row.note_id: row for row in rows}
    corrected = {row.corrects_id: notes.get(row.note_id) for row in said.values()}
    files = files_by_note(action)
    return {
        key: NoteMore(
            row := said.get(key),
            notes.get(row.corrects_id) if row else None,
            corrected.get(key),
            files.get(key, []),
        )
        for key in notes
    }


def note_to_correct(action: PlanAction) -> ProgressNote | None:
    """The note of this action that a new one is to correct, if the address names one."""
    key = number_asked("corrects")
    return ProgressNote.get_or_none(id=key, action=action) if key else None


def files_by_note(action: PlanAction) -> dict[int | None, list[ActionFile]]:
    """The files of each note by its id, those of the action itself under None."""
    rows = (
        ActionFile.select(ActionFile, Person)
        .join(Person, peewee.JOIN.LEFT_OUTER, on=ActionFile.by)
        .where(ActionFile.action == action)
        .order_by(ActionFile.id)
    )
    found: dict[int | None, list[ActionFile]] = {}
    for row in rows:
        found.setdefault(row.note_id, []).append(row)
    return found


def latest_notes(actions: list[PlanAction]) -> dict[int, ProgressNote]:
    """The last note of each action that has one, by the action's id; one query."""
    rows = ProgressNote.select().where(ProgressNote.action.in_([one.id for one in actions]))
    return {row.action_id: row for row in rows.order_by(ProgressNote.on, ProgressNote.id)}


def points(texts) -> Markup:
    """A text whose lines are points, as a list; one line alone as a paragraph."""
    said = tell(texts)
    lines = [line.lstrip(MARKS).rstrip() for line in said.text.splitlines()]
    lines = [line for line in lines if line]
    spoken = Markup("") if said.asked_for else Markup(' lang="{}" dir="{}"').format(
        said.tag, said.direction
    )  # fmt: skip
    if len(lines) < 2:
        return Markup("<p{}>{}</p>").format(spoken, escape("".join(lines)))
    items = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup('<div class="prose"{}><ul>{}</ul></div>').format(spoken, items)
