"""A lead tells how their actions go: asked by letter, answered without an account."""

from datetime import date, timedelta
from typing import Any

from lipnet.core import clock, links
from lipnet.core.brought import Brought
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.plans.acting.asking import ProgressAsk, ProgressPeriod
from lipnet.plans.acting.leading import led_by, led_by_one
from lipnet.plans.acting.notes import NoteParticulars
from lipnet.plans.acting.operations.showing import show_by_file
from lipnet.plans.models import ActionPlan, PlanAction, ProgressNote
from lipnet.plans.operations import note_progress

PURPOSE = "plan-progress"
LONGEST = timedelta(days=90)
ASKED = declare("plans.lead_asked", lazy("A lead was asked how their actions go."))
REMINDED = declare("plans.lead_reminded", lazy("A lead was reminded to tell how their actions go."))
OPENED = declare("plans.progress_asked", lazy("%(who)s asked the leads how their actions go."))
CLOSED = declare("plans.progress_closed", lazy("%(who)s closed the answers of the leads."))
REPORTED = declare("plans.lead_reported", lazy("%(who)s told how their actions go."))
OVER = lazy("This link no longer takes answers. Please write to the coordinator.")


@operation
def note_further(
    action: PlanAction,
    *,
    status: str,
    text: dict,
    reason: dict | None = None,
    challenges: dict | None = None,
    so_far: int | None = None,
    people: int | None = None,
    corrects: ProgressNote | None = None,
    file: Brought | None = None,
    confidential: bool = False,
    without_account: bool = False,
    by,
) -> ProgressNote:
    """note_progress with challenges, the number there is `so_far`, `people` reached since the note
    before, a file (`confidential` or not), and the note that this one `corrects`, which stays.

    Raises Refusal too if that note is another action's or was corrected before.
    """
    _check_correction(action, corrects)
    note = note_progress(action, status=status, text=text, reason=reason, by=by)
    said = {"challenges": challenges or {}, "so_far": so_far, "people": people}
    said |= {"corrects": corrects, "without_account": without_account}
    if any(value not in (None, {}, False) for value in said.values()):
        NoteParticulars.create(note=note, **said)
    if file is not None:
        show_by_file(action, file, note=note, confidential=confidential, by=by)
    return note


@operation
def ask_leads(plan: ActionPlan, *, closes_on: date, by) -> ProgressPeriod:
    """Write to every lead of the plan; each gets one link to all their actions, until that day.

    Raises Refusal while the leads are asked already, if nobody can be, or for a day that is past
    or more than three months away.
    """
    hold(plan)
    latest = ProgressPeriod.latest_of(plan)
    if latest and latest.is_open:
        raise Refusal(lazy("The leads are asked already. Close these answers first."))
    if not clock.today() <= closes_on <= clock.today() + LONGEST:
        raise Refusal(
            lazy("Choose a day from today on, at most three months away."), field="closes_on"
        )
    people = led_by(plan)
    if not people:
        raise Refusal(lazy("No action has a lead who can be written to."))
    period = ProgressPeriod.create(plan=plan, asked_on=clock.today(), closes_on=closes_on)
    for person in people:
        ask = ProgressAsk.create(period=period, person=person)
        links.make(PURPOSE, ask.id, closes_on - clock.today() + timedelta(days=1))
        record(ASKED, ask, by=by)
    record(OPENED, plan, by=by, closes_on=closes_on.isoformat(), asked=len(people))
    return period


@operation
def remind_leads(period: ProgressPeriod, *, by) -> list[ProgressAsk]:
    """Write once more to those who have not answered and were not reminded today."""
    fresh = hold(period)
    if not fresh.is_open:
        raise Refusal(OVER)
    waiting = fresh.asks.where(ProgressAsk.answered_at.is_null())
    due = [ask for ask in waiting if ask.reminded_on != clock.today()]
    if not due:
        raise Refusal(lazy("Everybody has answered or was written to today."))
    for ask in due:
        ask.reminded_on = clock.today()
        ask.save(only=[ProgressAsk.reminded_on])
        record(REMINDED, ask, by=by)
    return due


@operation
def report_progress(ask: ProgressAsk, entries: list[tuple[PlanAction, dict[str, Any]]], *, by):
    """What one lead writes of some of their actions; all of it or nothing.

    Each entry has the particulars of note_further. Raises Refusal once the period is closed, for an
    action that is not theirs, or without any entry.
    """
    if not hold(ask.period).is_open:
        raise Refusal(OVER)
    if not entries:
        raise Refusal(lazy("Write something about at least one action."))
    theirs = led_by_one(ask.period.plan, ask.person)
    for action, said in entries:
        if action not in theirs:
            raise Refusal(OVER)
        note_further(action, without_account=True, by=by, **said)
    ask.answered_at = clock.now()
    ask.save(only=[ProgressAsk.answered_at])
    record(REPORTED, ask, by=by, actions=[action.number for action, _ in entries])


@operation
def close_answers(period: ProgressPeriod, *, by) -> None:
    """End the links before their day."""
    fresh = hold(period)
    if fresh.closed_at is not None:
        raise Refusal(lazy("These answers are closed already."))
    fresh.closed_at = period.closed_at = clock.now()
    fresh.save(only=[ProgressPeriod.closed_at])
    for ask in fresh.asks:
        for link in links.made_for(PURPOSE, ask.id).where(links.OneTimeLink.used_at.is_null()):
            links.use(link)
    record(CLOSED, fresh.plan, by=by)


def _check_correction(action: PlanAction, corrects: ProgressNote | None) -> None:
    if corrects is None:
        return
    if corrects.action_id != action.id:
        raise Refusal(lazy("This note belongs to another action."))
    if NoteParticulars.select().where(NoteParticulars.corrects == corrects).exists():
        raise Refusal(lazy("This note was corrected before. Correct the later one."))
