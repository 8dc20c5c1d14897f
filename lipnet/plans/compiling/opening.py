"""What may go on from the last plan into a new one."""

from dataclasses import dataclass, field

from lipnet.core import clock
from lipnet.core.thread import Because
from lipnet.plans import sources
from lipnet.plans.acting.models import ActionParticulars
from lipnet.plans.compiling.desk import Chosen, earlier_plan, matcher_of, with_sources
from lipnet.plans.compiling.models import PlanChoice
from lipnet.plans.compiling.wording import texts_of
from lipnet.plans.models import ENDED, ActionPlan, PlanAction, first_day, last_day
from lipnet.plans.sources import Source, Span


@dataclass(frozen=True)
class Offer:
    """Actions of the `last` plan not done and done, open items of its year, what it set aside."""

    last: ActionPlan | None = None
    unfinished: list[PlanAction] = field(default_factory=list)
    done: list[PlanAction] = field(default_factory=list)
    items: list[Source] = field(default_factory=list)
    set_aside: list[Chosen] = field(default_factory=list)

    @property
    def aside(self) -> list[PlanChoice]:
        return [chosen.choice for chosen in self.set_aside]

    @property
    def is_empty(self) -> bool:
        return not (self.unfinished or self.done or self.items or self.set_aside)


def offer_for(plan: ActionPlan, person) -> Offer:
    last = earlier_plan(plan)
    if last is None or plan.is_adopted:
        return Offer(last)
    actions = [(action, action.status) for action in last.in_order()]
    there = _gone_on_in(plan)
    return Offer(
        last,
        [each for each, status in actions if status not in ENDED and each.id not in there],
        [each for each, status in actions if status == "done" and each.id not in there],
        _open_items(last, person),
        with_sources(_set_aside(last), person),
    )


def begun_with(plan: ActionPlan, offer: Offer) -> dict:
    """What is ticked before anybody looked: what is not done, and what recurs; each under its
    priority, or the likest of a new strategy."""
    matcher, known = matcher_of(plan)
    yearly = _of_every_year(offer.done)
    begun: dict[str, object] = {}
    for action in (*offer.unfinished, *offer.done):
        begun[f"carry_{action.number}"] = True
        begun[f"repeat_{action.number}"] = action.id in yearly
        own = action.priority_id if action.priority_id in known else None
        begun[f"priority_{action.number}"] = own or _likest(matcher, action.text)
    for source in offer.items:
        begun[f"priority_i{source.record.id}"] = _likest(matcher, texts_of(source.record))
    return begun


def _of_every_year(actions: list[PlanAction]) -> set[int]:
    """Those that come back every year, and did not do so by themselves when the plan was started:
    it may stand under another strategy."""
    rows = ActionParticulars.select(ActionParticulars.action).where(
        ActionParticulars.action.in_(actions) & ActionParticulars.again
    )
    return {row.action_id for row in rows}


def _likest(matcher, texts: dict[str, str]) -> int | None:
    found = matcher.suggest(texts)
    return found.place[0].id if found else None


def _open_items(last: ActionPlan, person) -> list[Source]:
    span = Span(first_day(last.fiscal_year), min(clock.today(), last_day(last.fiscal_year)))
    found = sources.waiting(span, person)
    return [source for source in found if source.kind.name == "action_item"]


def _set_aside(last: ActionPlan) -> list[PlanChoice]:
    rows = PlanChoice.standing().where(PlanChoice.plan == last, PlanChoice.verb == "set_aside")
    return list(rows.order_by(PlanChoice.id))


def _gone_on_in(plan: ActionPlan) -> set[int]:
    """The earlier actions on which an action of the plan rests already."""
    own = PlanAction.select(PlanAction.id).where(PlanAction.plan == plan)
    links = Because.select(Because.to_id).where(
        (Because.from_kind == "plan_action")
        & (Because.from_id.in_([str(row.id) for row in own]))
        & (Because.to_kind == "plan_action")
    )
    return {int(link.to_id) for link in links}
