"""The groups of a roster: established where they are new, compared where they are known."""

from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.refusals import Refusal
from lipnet.core.text import folded
from lipnet.groups.models import KIND_NAMES, Body
from lipnet.groups.operations.bodies import AS_IT_IS, establish_body, rename_body
from lipnet.groups.roster.codes import YES_OR_NO
from lipnet.groups.roster.noticing import Noticing
from lipnet.groups.roster.rows import RosterRow


class Grouping:
    """Takes the rows that name a group and nobody in it."""

    def __init__(self, notes: Noticing):
        self.notes, self.known = notes, notes.known

    def bring(self, rows: list[RosterRow]) -> None:
        """All are there before it is said which reports to which."""
        pairs = [(row, body) for row in rows if (body := self._body(row))]
        for row, body in pairs:
            self._compare(row, body)

    def _body(self, row: RosterRow) -> Body | None:
        if known := self.known.body_of(row):
            self.notes.new["standing"] += 1
            return known
        kind = self.notes.codes.kind(row["kind"])
        if kind is None:
            text = _("%(text)s is no kind of group here.", text=row["kind"])
            return self.notes.find(row, "kind", "warning", text)
        self.notes.new["groups"] += 1
        made = establish_body(
            kind=kind,
            name=self.notes.words(row, "group"),
            purpose=self.notes.words(row, "purpose"),
            adopts_minutes=self.notes.answer(row, "minutes"),
            founded_on=self.notes.days.read(row, "founded"),
            by=self.notes.by,
        )
        return self.known.add_body(made)

    def _compare(self, row: RosterRow, body: Body) -> None:
        self._tell_what_stays(row, body)
        parent = self._parent(row)
        name = {**body.name, **self.notes.words(row, "group")}
        purpose = {**body.purpose, **self.notes.words(row, "purpose")}
        others = {}
        if name != body.name:
            others["group"] = plain(body.name)
        if purpose != body.purpose:
            others["purpose"] = plain(body.purpose)
        if parent is not AS_IT_IS and parent != body.parent:
            others["parent"] = plain(body.parent.name) if body.parent else ""
        is_new = body.id in self.known.made_bodies
        if others and not is_new:
            self.notes.new["otherwise"] += 1
            for column, here in others.items():
                self.notes.tell(row, column, here)
        if others and (is_new or self.notes.anew):
            self._rename(row, body, name, purpose, parent)

    def _rename(self, row: RosterRow, body: Body, name: dict, purpose: dict, parent) -> None:
        try:
            rename_body(body, name, purpose=purpose, parent=parent, by=self.notes.by)
            self.known.add_body(body)
        except Refusal as refusal:
            self.notes.find(row, refusal.field or "group", "warning", str(refusal.reason))

    def _parent(self, row: RosterRow):
        if not row["parent"]:
            return AS_IT_IS
        found = self.known.bodies.get(folded(row["parent"]))
        if found is None:
            text = _("%(text)s is no group here.", text=row["parent"])
            self.notes.find(row, "parent", "warning", text)
        return found or AS_IT_IS

    def _tell_what_stays(self, row: RosterRow, body: Body) -> None:
        """What a group is, and since when, is not changed by a sheet."""
        day, answer = self.notes.days.read(row, "founded"), self.notes.answer(row, "minutes")
        kind = self.notes.codes.kind(row["kind"])
        told: dict[str, tuple[object, object, str]] = {
            "kind": (kind, body.kind, str(KIND_NAMES[body.kind])),
            "founded": (day, body.founded_on, format_day(body.founded_on)),
            "minutes": (answer, body.adopts_minutes, _said(body.adopts_minutes)),
        }
        for column, (said, here, text) in told.items():
            if said is not None and said != here:
                stays = _("Here it says: %(text)s. That stays.", text=text)
                self.notes.find(row, column, "notice", stays)


def _said(answer: bool) -> str:
    return str(YES_OR_NO["yes" if answer else "no"])
