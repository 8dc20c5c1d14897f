"""An action leaves a plan that is not adopted; its number is kept, and where its reasons went."""

import peewee

from lipnet.core import clock, thread
from lipnet.core.db import db
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import Because, Ref
from lipnet.meetings.citing.models import forget
from lipnet.plans.compiling.kept import Kept, as_kept
from lipnet.plans.compiling.models import PlanChoice, ReshapedAction
from lipnet.plans.models import PlanAction
from lipnet.plans.strategies.models import ActionObjective

ADOPTED = lazy("The plan is adopted, so the action stays. Note on it that it is dropped, and why.")


def refuse_unless_free(action: PlanAction, choice: PlanChoice) -> None:
    """Whether taking back `choice` may take its action out: nothing was built on it since."""
    if action.plan.is_adopted:
        raise Refusal(ADOPTED)
    others = PlanChoice.standing().where(
        (PlanChoice.action == action) & (PlanChoice.id != choice.id)
    )
    reshaped = (ReshapedAction.into == action) | (
        (ReshapedAction.plan == action.plan_id) & (ReshapedAction.from_number == action.number)
    )
    built = (
        others.exists()
        or action.notes.exists()
        or thread.led_to(thread.ref(action))
        or ReshapedAction.standing().where(reshaped).exists()
    )
    if built:
        raise Refusal(lazy("More has been done with this action since. Take that back first."))


def take_out(
    action: PlanAction, *, how: str = "taken_out", into: PlanAction | None = None, by
) -> ReshapedAction:
    """Delete the action and its links; what it was stays as a record."""
    row = reshaped(action, how, into, by)
    name = thread.ref(action)
    Because.delete().where(
        ((Because.from_kind == name.kind) & (Because.from_id == name.id))
        | ((Because.to_kind == name.kind) & (Because.to_id == name.id))
    ).execute()
    forget(name)
    PlanAction.delete_by_id(action.id)
    return row


def reshaped(action: PlanAction, how: str, into: PlanAction | None, by) -> ReshapedAction:
    return ReshapedAction.create(
        plan=action.plan_id,
        how=how,
        from_number=action.number,
        text=action.text,
        into=into,
        at=clock.now(),
        by_id=by.id,
    )


def number_now(number: int) -> int:
    """The number under which an action goes on that was merged into another; else its own."""
    if PlanAction.select().where(PlanAction.number == number).exists():
        return number
    merged = (ReshapedAction.from_number == number) & (ReshapedAction.how == "merged")
    row = ReshapedAction.standing().where(merged).order_by(ReshapedAction.id.desc()).first()
    return row.into.number if row and row.into else number


def give_links(earlier: PlanAction, later: PlanAction) -> list[Ref]:
    """`later` rests on whatever `earlier` rests on, each link with its sentence, day and person
    -> what it did not rest on before."""
    here = thread.ref(later)
    held = {Ref(link.to_kind, link.to_id) for link in thread.came_from(here)} | {here}
    given = [
        link
        for link in thread.came_from(thread.ref(earlier))
        if Ref(link.to_kind, link.to_id) not in held
    ]
    for link in given:
        tie_as(link, here)
    return [Ref(link.to_kind, link.to_id) for link in given]


def tie_as(link: Because, here: Ref) -> None:
    """Let `here` rest on the same, with the same sentence, day and person."""
    Because.create(
        from_kind=here.kind,
        from_id=here.id,
        to_kind=link.to_kind,
        to_id=link.to_id,
        sentence=link.sentence,
        on=link.on,
        by_id=link.by_id,
    )


def give_what_rests(earlier: PlanAction, later: PlanAction) -> dict[str, list]:
    """Whatever rests on `earlier`, or names it, is of `later`; what `later` has once, it keeps.

    -> the links (`rests`) and rows (`moved`) that are of `later` now, and the rows `left` behind.
    """
    here = thread.ref(later)
    rests = [
        link.id
        for link in thread.led_to(thread.ref(earlier))
        if (link.from_kind, link.from_id) != here and _moved(link, Because.to_id, here.id)
    ]
    moved: list[list] = []
    left: list[list[str | Kept]] = []
    for field, model in PlanAction._meta.backrefs.items():
        for row in model.select().where(field == earlier):
            place = [model._meta.table_name, field.name]
            if _fits(row, later) and _moved(row, field, later.id):
                moved.append([*place, row.get_id(), *_under(row)])
            else:
                left.append([*place, as_kept(row)])
    return {"rests": rests, "moved": moved, "left": left}


def _under(row: peewee.Model) -> list[int]:
    """The part of a priority that the row is about: another row may get its number later."""
    return [row.objective_id] if isinstance(row, ActionObjective) else []


def _fits(row: peewee.Model, later: PlanAction) -> bool:
    """A part of another priority stays behind."""
    return not isinstance(row, ActionObjective) or (row.objective.priority_id == later.priority_id)


def _moved(row: peewee.Model, field: peewee.Field, value) -> bool:
    """In a savepoint of its own: what may stand only once, and does already, stays behind."""
    try:
        with db.atomic():
            key = type(row)._meta.primary_key
            type(row).update({field: value}).where(key == row.get_id()).execute()
    except peewee.IntegrityError:
        return False
    return True
