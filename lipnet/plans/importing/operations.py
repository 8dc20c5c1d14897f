"""Bring a sheet into a plan in one act, take it back, keep what its headings are."""

from collections.abc import Sequence

from lipnet.core import clock, thread
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.partnership import partnership
from lipnet.core.refusals import Refusal
from lipnet.plans.acting.notes import ActionComment, ActionFile
from lipnet.plans.acting.operations import reword_described_action
from lipnet.plans.compiling.models import PlanChoice, ReshapedAction
from lipnet.plans.compiling.taking_out import ADOPTED, take_out
from lipnet.plans.importing.bringing import Bringing
from lipnet.plans.importing.models import PlanSheet, SheetAction, SheetHeadings
from lipnet.plans.importing.snapshot import as_reworded, snapshot
from lipnet.plans.importing.understanding import Proposal, Understanding
from lipnet.plans.models import ActionPlan, Pillar, PlanAction, Priority, ProgressNote
from lipnet.plans.operations import FROZEN, remove_pillar, remove_priority
from lipnet.plans.strategies.models import Objective
from lipnet.plans.strategies.operations import remove_objective

BROUGHT = declare("plans.sheet_brought", lazy("%(who)s brought a spreadsheet into the plan."))
UNDONE = declare("plans.sheet_undone", lazy("%(who)s took a spreadsheet out of the plan again."))
HEADINGS = declare("plans.headings_kept", lazy("%(who)s said what the columns of a sheet are."))


@operation
def bring_sheet(
    plan: ActionPlan,
    understood: Understanding,
    proposals: Sequence[Proposal],
    *,
    name: str = "",
    ticked: set[str] | None = None,
    with_money: bool = True,
    by,
) -> Bringing:
    """Make the actions of the rows that are ticked; one act, which undo_sheet takes back.

    A row that a verb refuses is left out and found. Raises Refusal if the plan is adopted, or if
    no row could be used.
    """
    plan = hold(plan)
    if plan.is_adopted:
        raise Refusal(FROZEN)
    brought = Bringing(understood, by, with_money=with_money).bring(proposals, ticked)
    if not brought.actions:
        raise Refusal(lazy("Nothing in this sheet could be used."))
    sheet = PlanSheet.create(
        plan=plan, name=name[:200], places=brought.places, at=clock.now(), by_id=by.id
    )
    for action, before in brought.actions:
        after = snapshot(action) if before else None
        kept = {"was": before, "is": after} if before else None
        SheetAction.create(sheet=sheet, action=action, number=action.number, before=kept)
    record(BROUGHT, plan, by=by, numbers=[action.number for action, _ in brought.actions])
    return brought


@operation
def undo_sheet(sheet: PlanSheet, *, by) -> None:
    """Take out what it made and say again what it changed, all or nothing.

    Raises Refusal once the plan is adopted, or if more was done with one of the actions since.
    """
    plan, sheet = hold(sheet.plan), hold(sheet)
    if plan.is_adopted:
        raise Refusal(ADOPTED)
    if sheet.undone_at is not None:
        raise Refusal(lazy("This was taken back already."))
    for row in sheet.actions.order_by(SheetAction.id.desc()):
        if row.action is not None:
            _unmake(row, by) if row.before is None else _say_again(row, by)
    _take_places_out(sheet.places, by)
    sheet.undone_at, sheet.undone_by_id = clock.now(), by.id
    sheet.save(only=[PlanSheet.undone_at, PlanSheet.undone_by])
    record(UNDONE, plan, by=by, sheet=sheet.id)


@operation
def keep_headings(headings: str, columns: dict[str, str], *, by) -> SheetHeadings:
    """Remember what each heading of such a file is, for the next one that has the same."""
    SheetHeadings.insert(headings=headings, columns=columns).on_conflict(
        conflict_target=[SheetHeadings.headings], update={SheetHeadings.columns: columns}
    ).execute()
    record(HEADINGS, partnership(), by=by)
    return SheetHeadings.get(SheetHeadings.headings == headings)


def _unmake(row: SheetAction, by) -> None:
    action = row.action
    if _is_built_on(action, row.sheet):
        raise _more_done(action)
    ProgressNote.delete().where(ProgressNote.action == action).execute()
    take_out(action, by=by)


def _say_again(row: SheetAction, by) -> None:
    if snapshot(row.action) != row.before["is"]:
        raise _more_done(row.action)
    reword_described_action(row.action, by=by, **as_reworded(row.before["was"]))


def _is_built_on(action: PlanAction, sheet: PlanSheet) -> bool:
    """Whether it has more than the one note of its sheet, or something rests on it."""
    later_sheets = SheetAction.select().where(
        (SheetAction.action == action) & (SheetAction.sheet != sheet)
    )
    undone = PlanSheet.select(PlanSheet.id).where(PlanSheet.undone_at.is_null(False))
    reshaped = (ReshapedAction.into == action) | (
        (ReshapedAction.plan == action.plan_id) & (ReshapedAction.from_number == action.number)
    )
    return bool(
        action.notes.where(ProgressNote.on > sheet.at.date()).exists()
        or action.notes.count() > 1
        or thread.led_to(thread.ref(action))
        or PlanChoice.standing().where(PlanChoice.action == action).exists()
        or ReshapedAction.standing().where(reshaped).exists()
        or ActionComment.select().where(ActionComment.action == action).exists()
        or ActionFile.select().where(ActionFile.action == action).exists()
        or later_sheets.where(SheetAction.sheet.not_in(undone)).exists()
    )


def _more_done(action: PlanAction) -> Refusal:
    return Refusal(
        lazy(
            "More has been done with action %(number)s since. Take that back first.",
            number=action.number,
        )
    )


def _take_places_out(places: dict[str, list[int]], by) -> None:
    """What was made for the sheet and holds nothing any more; something else may hold it now."""
    for model, key, remove in (
        (Objective, "objectives", remove_objective),
        (Priority, "priorities", remove_priority),
        (Pillar, "pillars", remove_pillar),
    ):
        for made in model.select().where(model.id.in_(places.get(key, []))):
            try:
                remove(made, by=by)
            except Refusal:
                continue
