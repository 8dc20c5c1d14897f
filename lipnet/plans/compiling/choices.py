"""A choice written down, and those that stand for a source."""

from collections.abc import Iterable, Sequence

import peewee

from lipnet.core import clock, thread
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import Because, Ref
from lipnet.plans.compiling.models import ChosenSource, PlanChoice
from lipnet.plans.models import ActionPlan, PlanAction, ProgressNote


def choose(
    plan: ActionPlan,
    verb: str,
    records: Sequence[peewee.Model],
    *,
    action: PlanAction | None = None,
    note: ProgressNote | None = None,
    reason: dict | None = None,
    tied: Iterable[Ref] = (),
    by,
) -> PlanChoice:
    """Write down what was done with `records`; `tied` are those that it tied itself."""
    if not records:
        raise Refusal(lazy("Choose at least one source."))
    choice = PlanChoice.create(
        plan=plan,
        verb=verb,
        action=action,
        number=action.number if action else None,
        note=note,
        reason=reason or {},
        at=clock.now(),
        by_id=by.id,
    )
    own = set(tied)
    for name in map(thread.ref, records):
        ChosenSource.create(choice=choice, kind=name.kind, record_id=name.id, tied=name in own)
    return choice


def take_up(choices: Iterable[PlanChoice], by) -> None:
    """What was set aside waits again."""
    for choice in choices:
        choice.undone_at, choice.undone_by_id = clock.now(), by.id
        choice.save(only=[PlanChoice.undone_at, PlanChoice.undone_by])


def standing_for(records: Iterable[peewee.Model], *verbs: str) -> list[PlanChoice]:
    """The choices that stand about any of these records, newest first."""
    about = [_is(name) for name in map(thread.ref, records)]
    if not about:
        return []
    ids = ChosenSource.select(ChosenSource.choice).where(_any(about))
    rows = PlanChoice.standing().where(PlanChoice.id.in_(ids))
    rows = rows.where(PlanChoice.verb.in_(verbs)) if verbs else rows
    return list(rows.order_by(PlanChoice.id.desc()))


def untied(later: peewee.Model, records: Iterable[peewee.Model]) -> list[Ref]:
    """Which of the records `later` does not rest on yet."""
    held = {Ref(link.to_kind, link.to_id) for link in thread.came_from(thread.ref(later))}
    return [name for name in map(thread.ref, records) if name not in held]


def cut(later: peewee.Model, names: Iterable[Ref]) -> None:
    """Take the links from `later` to these records away."""
    here = thread.ref(later)
    for name in names:
        Because.delete().where(
            (Because.from_kind == here.kind)
            & (Because.from_id == here.id)
            & (Because.to_kind == name.kind)
            & (Because.to_id == name.id)
        ).execute()


def _is(name: Ref):
    return (ChosenSource.kind == name.kind) & (ChosenSource.record_id == name.id)


def _any(conditions: list):
    met = conditions[0]
    for condition in conditions[1:]:
        met |= condition
    return met
