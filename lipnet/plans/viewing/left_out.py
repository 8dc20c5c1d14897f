"""What a year decided and learned that no plan action rests on, read from the year outwards.

It starts from the records of that one year and follows what rests on them, so it does not grow
with all the links that were ever made.
"""

from collections import defaultdict
from collections.abc import Iterable

import peewee

from lipnet.core import thread
from lipnet.core.thread import Because, Ref
from lipnet.evidence.models import Finding
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import Decision, Meeting
from lipnet.plans.models import PlanAction, first_day, last_day

AT_ONCE = 500  # names in one statement
ACTION = PlanAction._meta.table_name
LINKS = Because.select(Because.from_kind, Because.from_id, Because.to_id)


def left_out(fiscal_year: int) -> list[Ref]:
    """Decisions, then open action items, then findings of the year; each oldest first."""
    names = _names_of_year(fiscal_year)
    used = _resting(set().union(*names.values()) if names else set())
    return [ref for ref, own in names.items() if used.isdisjoint(own)]


def records_of(refs: Iterable[Ref]) -> list[tuple[thread.Kind, peewee.Model]]:
    """The records with their kinds, in the same order: a query for each kind."""
    wanted = list(refs)
    found = thread.records(wanted)
    bodies = _bodies(found.values())
    for record in found.values():
        if meeting := getattr(record, "meeting", None):
            meeting.body = bodies[meeting.body_id]
    return [(thread.kind(ref.kind), found[ref]) for ref in wanted if ref in found]


def _bodies(records: Iterable[peewee.Model]) -> dict:
    model = Meeting.body.rel_model
    ids = {one.meeting.body_id for one in records if hasattr(one, "meeting")}
    return {body.id: body for body in model.select().where(model.id.in_(ids))}


def _names_of_year(fiscal_year: int) -> dict[Ref, set[Ref]]:
    """Each record of the year with the names it goes by: a finding's are also those it corrects."""
    days = (first_day(fiscal_year), last_day(fiscal_year))
    refs = [*_of_meetings(Decision, days), *_of_meetings(ActionItem, days)]
    names = {ref: {ref} for ref in refs}
    standing = Finding.standing().where(Finding.found_on.between(*days))
    found = {row.id: row.corrects_id for row in standing.order_by(Finding.found_on, Finding.id)}
    former = _corrected(set(found.values()) - {None})
    for key, corrects in found.items():
        own, step = {Ref("finding", str(key))}, corrects
        while step is not None:
            own.add(Ref("finding", str(step)))
            step = former.get(step)
        names[Ref("finding", str(key))] = own
    return names


def _of_meetings(model, days) -> Iterable[Ref]:
    rows = model.select(model.id).join(Meeting).where(Meeting.on.between(*days))
    if model is ActionItem:
        rows = rows.where(ActionItem.done_on.is_null())
    kind = model._meta.table_name
    return (Ref(kind, str(key)) for (key,) in rows.order_by(Meeting.on, model.id).tuples())


def _corrected(ids: set[int]) -> dict[int, int | None]:
    """What the findings `ids` correct, and those again."""
    known: dict[int, int | None] = {}
    while ids:
        rows = Finding.select(Finding.id, Finding.corrects).where(Finding.id.in_(ids)).tuples()
        step = dict(rows)
        known |= step
        ids = {one for one in step.values() if one is not None} - set(known)
    return known


def _resting(names: set[Ref]) -> set[Ref]:
    """Those of `names` on which a plan action rests, directly or through other records."""
    begun = {name: {name} for name in names}  # from which names a record was reached
    edge, used = set(names), set()
    while edge:
        grown = set()
        for later, earlier in _links_to(edge):
            if later.kind == ACTION:
                used |= begun[earlier]
            elif not begun[earlier] <= begun.setdefault(later, set()):
                begun[later] = begun[later] | begun[earlier]
                grown.add(later)
        edge = grown
    return used


def _links_to(refs: set[Ref]) -> Iterable[tuple[Ref, Ref]]:
    """(later, earlier) of every link to one of `refs`."""
    of_kinds = defaultdict(list)
    for ref in sorted(refs):
        of_kinds[ref.kind].append(ref.id)
    for kind, ids in of_kinds.items():
        for begin in range(0, len(ids), AT_ONCE):
            some = (Because.to_kind == kind) & Because.to_id.in_(ids[begin : begin + AT_ONCE])
            for *later, earlier in LINKS.where(some).tuples():
                yield Ref(*later), Ref(kind, earlier)
