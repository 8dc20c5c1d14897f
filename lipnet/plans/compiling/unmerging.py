"""What a merge moved, kept with it, so that two actions can stand as they were."""

from dataclasses import dataclass
from typing import Any

import peewee

from lipnet.core import thread
from lipnet.core.db import Base
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import Because, Ref
from lipnet.meetings.citing.models import Citation, naming, rename
from lipnet.plans.compiling.choices import cut
from lipnet.plans.compiling.kept import Kept, as_kept, as_values, standing_again
from lipnet.plans.compiling.models import BeforeReshaping, ReshapedAction
from lipnet.plans.compiling.taking_out import give_links, give_what_rests
from lipnet.plans.models import PlanAction, ProgressNote

LEADS = ("lead_body", "lead_organisation", "lead_person")
ONCE = ("due", "output", *LEADS)  # what one action has, and takes from the other if it has none
PLACE_GONE = lazy(
    "The other action stood at a place of the strategy that is gone, so it stays one."
)
FILLED = ("text", "carried_from", *ONCE)


@dataclass(frozen=True)
class Merging:
    """`was` is JSON:

    gone, links         the row of the action that went, and the links that went with it
    before, is          what the other said before and afterwards, of what is filled in
    notes               the notes it had before
    gave                what it rests on only since then
    rests, named        the links and namings by minutes that are its own only since then
    both                namings of the one that went, by lines that name both
    moved, left         rows that became its own: [table, field, key], and the part of the priority
                        where it stands under one; rows that went: [..., row]
    """

    was: dict[str, Any]

    @classmethod
    def begun(cls, kept: PlanAction, gone: PlanAction) -> "Merging":
        """Give `kept` what `gone` has, and remember what that was."""
        here = thread.ref(gone)
        was = {
            "gone": as_kept(gone),
            "links": [as_kept(link) for link in thread.came_from(here)],
            "before": as_kept(kept, *FILLED),
            "notes": [note.id for note in kept.notes_in_order()],
            "gave": give_links(gone, kept),
            "named": rename(here, thread.ref(kept)),
        }
        was |= give_what_rests(gone, kept)
        was["links"] += [as_kept(link) for link in thread.led_to(here)]
        was["both"] = [as_kept(row) for row in naming(here)]
        return cls(was)

    def keep(self, row: ReshapedAction, kept: PlanAction) -> None:
        BeforeReshaping.create(reshaped=row, was=self.was | {"is": as_kept(kept, *FILLED)})

    def notes_since(self, kept: PlanAction) -> peewee.ModelSelect:
        """What was noted on the one action since it is one."""
        notes = [key for table, _, key, *_ in self.was["moved"] if table == "progress_note"]
        return kept.notes.where(ProgressNote.id.not_in([*notes, *self.was["notes"]]))

    def take_back(self, kept: PlanAction) -> PlanAction:
        """`kept` says what it said, but for what was reworded since; the other, returned, has its
        own again. Raises Refusal if its place in the strategy was taken out since."""
        self._say_again(kept)
        gone = standing_again(PlanAction, self.was["gone"])
        if gone is None:
            raise Refusal(PLACE_GONE)
        for table, name, key, *under in self.was["moved"]:
            _give_back(table, name, key, under, kept, gone)
        for table, name, row in self.was["left"]:
            _stand_again(table, name, row, gone)
        self._tie_again(kept, gone)
        return gone

    def _say_again(self, kept: PlanAction) -> None:
        now, then = as_kept(kept, *FILLED), self.was["is"]
        before = as_values(PlanAction, self.was["before"])
        for name in FILLED:
            if now[name] == then[name]:
                setattr(kept, name, before[name])
        kept.save(only=list(FILLED))

    def _tie_again(self, kept: PlanAction, gone: PlanAction) -> None:
        cut(kept, [Ref(*name) for name in self.was["gave"]])
        here, there, was = thread.ref(gone), thread.ref(kept), self.was["gone"]["id"]
        for model, rows in ((Because, self.was["links"]), (Citation, self.was["both"])):
            _links_again(model, rows, str(was), here.id)
        for model, key in ((Because, "rests"), (Citation, "named")):
            own = (model.to_kind == there.kind) & (model.to_id == there.id)
            changed = model.update({model.to_id: here.id})
            changed.where(own & model.id.in_(self.was[key])).execute()


def _links_again(model, rows: list[Kept], was: str, now: str) -> None:
    """Both ends must be there; the action `was` called otherwise if its number was taken."""
    ends = [
        (row, end, (row[f"{end}_kind"], now if _is(row, end, was) else row[f"{end}_id"]))
        for row in rows
        for end in ("from", "to")
    ]
    known = thread.records({Ref(*name) for _, _, name in ends})
    for row in rows:
        both = {end: Ref(*name) for each, end, name in ends if each is row}
        if all(name in known for name in both.values()):
            standing_again(model, row, from_id=both["from"].id, to_id=both["to"].id)


def _is(row: Kept, end: str, key: str) -> bool:
    return (row[f"{end}_kind"], row[f"{end}_id"]) == ("plan_action", key)


def _model(table: str):
    return next(model for model in Base.__subclasses__() if model._meta.table_name == table)


def _give_back(
    table: str, name: str, key, under: list[int], kept: PlanAction, gone: PlanAction
) -> None:
    """Unless `kept` was placed under another part since, by a row that got the same number."""
    model = _model(table)
    field = model._meta.fields[name]
    own = (model._meta.primary_key == key) & (field == kept)
    if under:
        own &= model._meta.fields["objective"].in_(under)
    model.update({field: gone.id}).where(own).execute()


def _stand_again(table: str, name: str, row: Kept, gone: PlanAction) -> None:
    """What went with the action stands again, or names it again if it only lost its name."""
    model = _model(table)
    key = model._meta.primary_key
    own = (key == row[key.name]) & model._meta.fields[name].is_null()
    if not model.update({model._meta.fields[name]: gone.id}).where(own).execute():
        standing_again(model, row, **{name: gone.id})
