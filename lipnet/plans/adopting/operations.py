"""Lay a plan before its groups, ratify a part, say what needs a motion, amend what was adopted."""

from datetime import date

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import tie
from lipnet.groups.models import Body
from lipnet.meetings.models import Motion
from lipnet.meetings.operations import refuse_unless_it_stands
from lipnet.plans.acting.models import ActionParticulars, particulars_of
from lipnet.plans.acting.operations.columns import _check_first_day
from lipnet.plans.adopting.baseline import keep_baseline
from lipnet.plans.adopting.document import (
    AGREED_AS,
    WORDS,
    digest_of_part,
    part_of,
    told_of,
)
from lipnet.plans.adopting.models import (
    ActionAmendment,
    AmendmentRule,
    PlanProposal,
    PlanRatification,
)
from lipnet.plans.models import ActionPlan, PlanAction, Priority
from lipnet.plans.operations.plan import _check_place, _hold, _only_leads
from lipnet.plans.strategies.models import Objective, objective_of
from lipnet.plans.strategies.placing import AS_IT_IS, place_under, to_stand_under
from lipnet.plans.viewing.rows import whole_plan

PROPOSED = declare("plans.proposed", lazy("%(who)s asked the groups to ratify the plan."))
RATIFIED = declare("plans.part_ratified", lazy("%(who)s ratified the part of %(body)s."))
RULED = declare(
    "plans.amendment_rule_chosen", lazy("%(who)s chose which changes of the plan need a motion.")
)
AMENDED = declare("plans.action_amended", lazy("%(who)s amended action %(number)s."))


@operation
def propose_plan(plan: ActionPlan, *, until: date | None = None, by) -> PlanProposal:
    """Lay the plan before the groups that lead actions; a later proposal asks all of them anew.

    Raises Refusal if it is adopted, no group leads anything, or the day is over.
    """
    _hold(plan)
    if plan.is_adopted:
        raise Refusal(lazy("This plan is adopted already."))
    if not plan.actions.where(PlanAction.lead_body.is_null(False)).exists():
        raise Refusal(lazy("No group leads an action of this plan yet."))
    if until is not None and until < clock.today():
        raise Refusal(lazy("This day is over. Choose a later one."), field="until")
    proposal = PlanProposal.create(plan=plan, on=clock.today(), until=until, by_id=by.id)
    record(PROPOSED, plan, by=by, proposal=proposal.id)
    return proposal


@operation
def ratify_part(
    proposal: PlanProposal,
    body: Body,
    *,
    motion: Motion | None = None,
    remarks: dict | None = None,
    by,
) -> PlanRatification:
    """Note that `body` stands behind what it leads: by a motion of its own meeting, or, without
    one, by the word of its chair. Ratifying again takes the place of what was said before.

    Raises Refusal if the plan is adopted, the proposal was renewed, or the motion is another's.
    """
    plan = proposal.plan
    _hold(plan)
    whole = whole_plan(plan)
    _check_proposal(proposal)
    if not part_of(whole, body):
        raise Refusal(lazy("This group leads no action of the plan."))
    _check_own(body, motion)
    PlanRatification.delete().where(
        (PlanRatification.proposal == proposal) & (PlanRatification.body == body)
    ).execute()
    ratification = PlanRatification.create(
        proposal=proposal,
        body=body,
        motion=motion,
        remarks=remarks or {},
        digest=digest_of_part(whole, body),
        on=clock.today(),
        by_id=by.id,
    )
    record(RATIFIED, plan, by=by, body=body.slug)
    return ratification


@operation
def choose_amendment_rule(
    plan: ActionPlan, *, wording: bool, priority: bool, lead: bool, due: bool,
    numbers: bool = True, by,
) -> None:  # fmt: skip
    """Say which changes of the adopted plan need a motion; refused once it is adopted."""
    _hold(plan)
    if plan.is_adopted:
        raise Refusal(lazy("This plan is adopted, so its rule for amendments stays."))
    AmendmentRule.delete().where(AmendmentRule.plan == plan).execute()
    AmendmentRule.create(
        plan=plan, wording=wording, priority=priority, lead=lead, due=due, numbers=numbers
    )
    record(RULED, plan, by=by)


@operation
def amend_action(
    action: PlanAction,
    *,
    priority: Priority,
    text: dict,
    output: dict,
    due: date | None,
    reason: dict,
    objective: Objective | None = AS_IT_IS,
    agreed: dict | None = None,
    motion: Motion | None = None,
    by,
    **leads,
) -> ActionAmendment:
    """Change an action of an adopted plan; what stood before is kept beside it, with the reason.

    `agreed` are any of starts_on, target, unit, people_wanted; what is not named stays, also the
    objective, as long as the priority does.
    Raises Refusal if the plan is not adopted, nothing changes, no reason is given, or the plan's
    rule asks for a motion and there is none.
    """
    plan = action.plan
    _hold(plan)
    _check_amendable(plan, reason)
    objective = to_stand_under(action, priority, objective)
    _check_place(plan, priority, due, objective)
    changes = {"priority": priority, "text": text, "output": output, "due": due}
    said, was = particulars_of(action), objective_of(action)
    before = told_of(action, was, said)
    moved = ["objective"] if was != objective else []
    own = _set(action, changes | _only_leads(leads))
    numbers = _set_agreed(action, said, agreed or {})
    after = told_of(action, objective, said)
    fields = [*own, *moved, *(AGREED_AS[name] for name in numbers)]
    _check_changed(plan, fields, motion)
    keep_baseline(plan)
    _save(action, own, said, numbers, objective)
    amendment = ActionAmendment.create(
        action=action,
        on=clock.today(),
        before={name: before[name] for name in fields},
        after={name: after[name] for name in fields},
        reason=reason,
        motion=motion,
        by_id=by.id,
    )
    if motion is not None:
        tie(action, motion, by=by, sentence=reason)
    record(AMENDED, action, by=by, number=action.number, fields=sorted(fields))
    return amendment


def _check_proposal(proposal: PlanProposal) -> None:
    if proposal.plan.is_adopted:
        raise Refusal(lazy("This plan is adopted already."))
    if PlanProposal.latest(proposal.plan) != proposal:
        raise Refusal(lazy("The plan was proposed anew. Please look at it as it stands now."))


def _check_own(body: Body, motion: Motion | None) -> None:
    if motion is None:
        return
    refuse_unless_it_stands(motion)
    if motion.body.id != body.id:
        raise Refusal(lazy("Choose a motion of this group's own meeting."), field="motion")


def _check_amendable(plan: ActionPlan, reason: dict) -> None:
    if not plan.is_adopted:
        raise Refusal(lazy("This plan is not adopted yet. Change the action itself."))
    if not any(reason.values()):
        raise Refusal(lazy("Please say why, in at least one language."), field="reason")


def _set(record: PlanAction | ActionParticulars, values: dict) -> list[str]:
    """Set what differs, unsaved -> its names."""
    differing = [name for name, value in values.items() if getattr(record, name) != value]
    for name in differing:
        setattr(record, name, values[name])
    return differing


def _set_agreed(action: PlanAction, said: ActionParticulars, agreed: dict) -> list[str]:
    unknown = set(agreed) - set(AGREED_AS)
    if unknown:
        raise TypeError(f"{sorted(unknown)[0]} was not adopted with the plan")
    _check_first_day(action, agreed.get("starts_on"))
    return _set(said, agreed)


def _save(action: PlanAction, own, said: ActionParticulars, numbers, objective) -> None:
    if own:
        action.save(only=own)
    if numbers:
        said.save()
    place_under(action, objective)


def _check_changed(plan: ActionPlan, fields: list[str], motion: Motion | None) -> None:
    if not fields:
        raise Refusal(lazy("Nothing is different from what the plan says now."))
    if motion is not None:
        refuse_unless_it_stands(motion)
    elif _asks_for_motion(AmendmentRule.of(plan), set(fields)):
        raise Refusal(
            lazy("This change needs a motion. Choose the motion that carried it."), field="motion"
        )


def _asks_for_motion(rule: AmendmentRule, fields: set[str]) -> bool:
    return (
        (rule.wording and not fields.isdisjoint(WORDS))
        or (rule.priority and not fields.isdisjoint(("priority", "objective")))
        or (rule.due and not fields.isdisjoint(("starts", "due")))
        or (rule.numbers and not fields.isdisjoint(("target", "unit", "people")))
        or (rule.lead and any(name.startswith("lead") for name in fields))
    )
