"""What has come into a plan: an action or a note on one rests on it, or the minutes name an action
for it. Links are followed upward from the records asked about, one query for each step."""

from collections.abc import Iterable
from typing import NamedTuple

import peewee

from lipnet.core.thread import Because, Ref, ref
from lipnet.meetings.citing.models import LINES, Citation
from lipnet.meetings.models import Decision
from lipnet.plans.compiling.models import PutBack
from lipnet.plans.models import ActionPlan, PlanAction

ACTION = "plan_action"
IN_A_PLAN = (ACTION, "progress_note")
DEEPEST = 12


class BroughtIn(NamedTuple):
    """`tied` are those on which an action rests, directly or not; `named` lead to the actions that
    lines of minutes name for them."""

    tied: set[Ref]
    named: dict[Ref, list[PlanAction]]


def brought_in(names: set[Ref], motions: dict[Ref, Ref]) -> BroughtIn:
    """`motions` are those by which the decisions among `names` were made: an action that such a
    motion names, or that rests on it, is where the decision went."""
    tied: set[Ref] = set()
    named: dict[Ref, set[int]] = {}
    above: dict[Ref, set[Ref]] = {name: {name} for name in names}
    edge = dict(above)
    for _step in range(DEEPEST):
        _note_named(edge, named)
        edge = _one_up(edge, above, tied)
        if not edge:
            break
    _note_of_motions(motions, named)
    return BroughtIn(tied, _with_actions(named))


def motions_of(records: Iterable[peewee.Model]) -> dict[Ref, Ref]:
    return {
        ref(record): Ref("motion", str(record.motion_id))
        for record in records
        if isinstance(record, Decision) and record.motion_id
    }


def put_back(names: set[Ref]) -> dict[Ref, PutBack]:
    """Those that wait on the desk all the same, since somebody said so."""
    rows = PutBack.select().where(PutBack.kind.in_({name.kind for name in names} or {""}))
    found = {Ref(row.kind, row.record_id): row for row in rows}
    return {name: row for name, row in found.items() if name in names}


def links_of(names: Iterable[Ref], kind: peewee.Field, key: peewee.Field) -> list:
    """The links one end of which, the fields `kind` and `key`, is any of `names`."""
    by_kind: dict[str, list[str]] = {}
    for name in names:
        by_kind.setdefault(name.kind, []).append(name.id)
    if not by_kind:
        return []
    first, *others = [(kind == each) & key.in_(ids) for each, ids in sorted(by_kind.items())]
    for other in others:
        first |= other
    return list(kind.model.select().where(first).order_by(kind.model.id))


def _one_up(edge: dict, above: dict[Ref, set[Ref]], tied: set[Ref]) -> dict[Ref, set[Ref]]:
    reached: dict[Ref, set[Ref]] = {}
    for link in links_of(edge, Because.to_kind, Because.to_id):
        began = edge[Ref(link.to_kind, link.to_id)]
        if link.from_kind in IN_A_PLAN:
            tied |= began
            continue
        there = Ref(link.from_kind, link.from_id)
        new = began - above.get(there, set())
        if new:
            above.setdefault(there, set()).update(new)
            reached.setdefault(there, set()).update(new)
    return reached


def _note_named(edge: dict[Ref, set[Ref]], named: dict[Ref, set[int]]) -> None:
    lines = [name for name in edge if name.kind in LINES]
    for link in links_of(lines, Citation.from_kind, Citation.from_id):
        if link.to_kind == ACTION:
            for began in edge[Ref(link.from_kind, link.from_id)]:
                named.setdefault(began, set()).add(int(link.to_id))


def _note_of_motions(motions: dict[Ref, Ref], named: dict[Ref, set[int]]) -> None:
    """Only what names the motion itself counts: its other decisions have ways of their own."""
    by_motion: dict[Ref, set[Ref]] = {}
    for decision, motion in motions.items():
        by_motion.setdefault(motion, set()).add(decision)
    _note_named(by_motion, named)
    for link in links_of(by_motion, Because.to_kind, Because.to_id):
        if link.from_kind == ACTION:
            for decision in by_motion[Ref(link.to_kind, link.to_id)]:
                named.setdefault(decision, set()).add(int(link.from_id))


def _with_actions(named: dict[Ref, set[int]]) -> dict[Ref, list[PlanAction]]:
    wanted = set().union(*named.values())
    if not wanted:
        return {}
    rows = PlanAction.select(PlanAction, ActionPlan).join(ActionPlan)
    known = list(rows.where(PlanAction.id.in_(wanted)).order_by(PlanAction.number, PlanAction.id))
    found = {name: [row for row in known if row.id in ids] for name, ids in named.items()}
    return {name: actions for name, actions in found.items() if actions}
