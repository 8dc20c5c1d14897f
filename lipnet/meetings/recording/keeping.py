"""Each record that was read becomes what the forms would have made, by the same operations."""

from collections.abc import Collection

from lipnet.core.db import db
from lipnet.core.i18n import lazy, speaking
from lipnet.core.refusals import Refusal
from lipnet.groups.models import people_of
from lipnet.meetings import models, operations
from lipnet.meetings.agendas.conflicts import DeclaredConflict
from lipnet.meetings.agendas.operations.conflicts import declare_conflict
from lipnet.meetings.citing.codes import behind
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import AgendaItem, Attendance, Meeting
from lipnet.meetings.recording.sitting import organisation_behind, person_behind, tag_for
from lipnet.meetings.recording.words import arrived_or_left, declared
from lipnet.meetings.room import models as room
from lipnet.meetings.room.operations import record_movement
from lipnet.shorthand.records import (
    Action,
    Because,
    Decision,
    Declared,
    Motion,
    Movement,
    Note,
    Reading,
    Said,
    Who,
)

NO_LINE = lazy(
    "The line that this belongs to is not in the minutes in these words. Open it there, and say "
    "what it rests on."
)
TABLES = {Motion: "motions", Decision: "decisions", Action: "actions"}


def ready(reading: Reading) -> list[Said]:
    """What is understood and not kept yet."""
    return [
        record
        for record in reading.records
        if isinstance(record, Said) and not record.kept and reading.holds(record)
    ]


class Keeper:
    """Keeps records one by one; `lines` are those that became something, `refused` line -> why."""

    def __init__(self, meeting: Meeting, *, by):
        self.meeting, self.by = meeting, by
        self.agenda = meeting.agenda()
        self.lines: set[int] = set()
        self.refused: dict[int, str] = {}
        self.notes: dict[AgendaItem | None, dict[str, list[str]]] = {}

    def keep_all(self, records: Collection[Said]) -> None:
        for record in records:
            if record.item is None or 1 <= record.item <= len(self.agenda):
                self._keep(record, self.agenda[record.item - 1] if record.item else None)
        for item, texts in self.notes.items():
            self._write(item, texts)

    def _keep(self, record: Said, item: AgendaItem | None) -> None:
        try:
            with db.atomic():
                KEEPERS[type(record)](self, record, item)
        except Refusal as no:
            self.refused[record.place.line] = str(no.reason)
        else:
            self.lines |= set(record.lines)

    def motion(self, record: Motion, item: AgendaItem | None) -> None:
        mover, seconder = _person(record.mover), _person(record.seconder)
        tag, at = tag_for(record.language), f"{record.at:%H:%M}" if record.at else ""
        if any(
            (row.text.get(tag), row.mover, row.seconder, row.result)
            == (record.text, mover, seconder, record.result)
            for row in self.meeting.motions.where(models.Motion.agenda_item == item)
        ):
            return
        operations.move_motion(
            self.meeting, {tag: record.text}, mover=mover, seconder=seconder,
            result=record.result, in_favour=record.in_favour, against=record.against,
            abstained=record.abstained, item=item, at=at, by=self.by,
        )  # fmt: skip

    def decision(self, record: Decision, item: AgendaItem | None) -> None:
        tag = tag_for(record.language)
        rows = self.meeting.decisions.where(models.Decision.agenda_item == item)
        if all(row.text.get(tag) != record.text for row in rows):
            operations.decide(self.meeting, {tag: record.text}, item=item, by=self.by)

    def action(self, record: Action, item: AgendaItem | None) -> None:
        tag = tag_for(record.language)
        owner = _person(record.owner)
        organisation = organisation_behind(record.owner.key) if record.owner else None
        rows = self.meeting.actions.where(ActionItem.agenda_item == item)
        said = (record.text, owner, organisation)
        if any((row.text.get(tag), row.owner, row.owner_organisation) == said for row in rows):
            return
        operations.take_action(
            self.meeting, {tag: record.text}, owner=owner, owner_organisation=organisation,
            due=record.due, item=item, by=self.by,
        )  # fmt: skip

    def reason(self, record: Because, item: AgendaItem | None) -> None:
        line = self._standing(record.under, item)
        if line is None:
            raise Refusal(NO_LINE)
        named = [source for one in record.sources if (source := behind(one.key)) is not None]
        operations.say_reasons(line, named, by=self.by)

    def _standing(self, record: Said, item: AgendaItem | None):
        """What a line became, a moment ago or before; of two in the same words the later."""
        table = getattr(self.meeting, TABLES[type(record)])
        rows = table.where(table.model.agenda_item == item).order_by(table.model.id.desc())
        tag, text = tag_for(record.language), getattr(record, "text", "")
        return next((row for row in rows if row.text.get(tag) == text), None)

    def note(self, record: Note, item: AgendaItem | None) -> None:
        self._noted(item, record.language, record.text)

    def movement(self, record: Movement, item: AgendaItem | None) -> None:
        person = _person(record.who)
        if record.way == "in" and person in people_of(self.meeting.body, self.meeting.on):
            self._is_present(person)
        if self._has_moved(person, record):
            return
        with speaking(record.language):
            said = arrived_or_left(record)
        self._noted(item, record.language, said)

    def declaration(self, record: Declared, item: AgendaItem | None) -> None:
        person = _person(record.who)
        if item and person and record.text:
            self._declares(item, person, record.text)
            return
        with speaking(record.language):
            said = declared(record)
        self._noted(item, record.language, said)

    def _is_present(self, person) -> None:
        rows = self.meeting.attendances.where(Attendance.person == person)
        if not rows.where(Attendance.status == "present").exists():
            operations.record_attendance(self.meeting, {person: "present"}, by=self.by)

    def _declares(self, item: AgendaItem, person, nature: str) -> None:
        """As its own form does; whether they leave the room stays as it was said there."""
        row = DeclaredConflict.get_or_none(item=item, person=person)
        if row is None or row.nature != nature:
            steps_out = bool(row and row.steps_out)
            declare_conflict(item, person, nature, steps_out=steps_out, by=self.by)

    def _has_moved(self, person, record: Movement) -> bool:
        """Beside the attendance, where the quorum at each motion is counted from; False for who is
        in no list of the attendance: of them only a note can tell."""
        away = Attendance.status.in_(("regrets", "absent"))
        row = self.meeting.attendances.where(Attendance.person == person, ~away).first()
        at = f"{record.at:%H:%M}"
        if row and not row.movements.where(room.Movement.at == at).exists():
            record_movement(row, at, there=record.way == "in", by=self.by)
        return row is not None

    def _noted(self, item: AgendaItem | None, language: str, text: str) -> None:
        self.notes.setdefault(item, {}).setdefault(tag_for(language), []).append(text)

    def _write(self, item: AgendaItem | None, texts: dict[str, list[str]]) -> None:
        """Below what stands there; a paragraph that stands there already is not written again."""
        minutes = self.meeting.minutes
        standing = item.notes if item else (minutes.notes if minutes else {})
        notes = dict(standing)
        for tag, paragraphs in texts.items():
            there = [part for part in notes.get(tag, "").split("\n\n") if part]
            notes[tag] = "\n\n".join(there + [new for new in paragraphs if new not in there])
        if notes == standing:
            return
        if item:
            operations.write_notes(item, notes, by=self.by)
        else:
            operations.write_minutes(self.meeting, notes, by=self.by)


def _person(who: Who | None):
    return person_behind(who.key) if who and who.key else None


KEEPERS = {
    Motion: Keeper.motion,
    Decision: Keeper.decision,
    Action: Keeper.action,
    Note: Keeper.note,
    Movement: Keeper.movement,
    Declared: Keeper.declaration,
    Because: Keeper.reason,
}
