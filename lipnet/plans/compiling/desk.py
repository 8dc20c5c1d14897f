"""The desk: sources under the priority they may belong to, and what was chosen already."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import peewee

from lipnet.core import clock, i18n, thread
from lipnet.core.thread import Ref
from lipnet.people.models import Person
from lipnet.plans.compiling.matching import Matcher, Target, groups
from lipnet.plans.compiling.models import ChosenSource, PlanChoice
from lipnet.plans.compiling.wording import texts_of
from lipnet.plans.models import ActionPlan, Pillar, PlanAction, Priority, first_day
from lipnet.plans.sources import Source, Span
from lipnet.plans.strategies.models import Objective, objectives_of

MOST_SHOWN = 60


@dataclass(frozen=True)
class Heap:
    """Sources that speak of one matter, with where they may belong and by which words."""

    sources: list[Source]
    priority: Priority | None = None
    action: PlanAction | None = None
    words: tuple[str, ...] = ()
    tag: str = ""  # the language of the words
    objective: Objective | None = None

    @property
    def keys(self) -> str:
        return ",".join(source.key for source in self.sources)

    @property
    def id(self) -> str:
        return self.sources[0].key.replace(":", "-")


@dataclass(frozen=True)
class Chosen:
    """A choice that stands, and what it was about."""

    choice: PlanChoice
    about: list[Source] = field(default_factory=list)


def default_span(plan: ActionPlan) -> Span:
    """The plan's year so far; before it begins, since the plan before it was started."""
    today = clock.today()
    if first_day(plan.fiscal_year) <= today:
        return Span(first_day(plan.fiscal_year), today)
    before = earlier_plan(plan)
    begun = before.started_at.date() if before else first_day(clock.fiscal_year(today))
    return Span(date(begun.year, begun.month, 1), today)


def earlier_plan(plan: ActionPlan) -> ActionPlan | None:
    earlier = ActionPlan.select().where(ActionPlan.fiscal_year < plan.fiscal_year)
    return earlier.order_by(ActionPlan.fiscal_year.desc()).first()


def laid_out(plan: ActionPlan, found: list[Source]) -> list[tuple[Priority | None, list[Heap]]]:
    """The sources in heaps under the priorities of the strategy; those under none come last."""
    matcher, priorities = matcher_of(plan)
    texts = [texts_of(source.record) for source in found]
    heaps = [_heap([found[at] for at in alike], matcher) for alike in groups(texts)]
    under: dict[int | None, list[Heap]] = {key: [] for key in (*priorities, None)}
    for heap in heaps:
        under[heap.priority.id if heap.priority else None].append(heap)
    return [(priorities.get(key), heaps) for key, heaps in under.items() if heaps]


def matcher_of(plan: ActionPlan) -> tuple[Matcher, dict[int, Priority]]:
    """What compares a text with the priorities of the plan's strategy, with what stands below them
    and with the plan's actions; a place is (priority, action or None, objective or None)."""
    priorities = _priorities(plan)
    actions = plan.in_order()
    within = objectives_of(actions)
    places = [(a, (a.priority, a, within.get(a.id))) for a in actions]
    targets = [Target((p, None, None), p.title) for p in priorities.values()]
    targets += [
        Target((priorities[one.priority_id], None, one), one.title)
        for one in Objective.of(plan.strategy)
    ]
    targets += [Target(place, action.text) for action, place in places]
    targets += [Target(place, action.output) for action, place in places if action.output]
    return Matcher(targets), priorities


def chosen_on(plan: ActionPlan, person) -> list[Chosen]:
    """What stands of the choices made for the plan, newest first."""
    rows = (
        PlanChoice.select(PlanChoice, PlanAction, Person)
        .join_from(
            PlanChoice, PlanAction, peewee.JOIN.LEFT_OUTER, on=PlanChoice.action, attr="action"
        )
        .join_from(PlanChoice, Person, peewee.JOIN.LEFT_OUTER, on=PlanChoice.by, attr="by")
        .where(PlanChoice.plan == plan, PlanChoice.undone_at.is_null())
        .order_by(PlanChoice.id.desc())
        .limit(MOST_SHOWN)
    )
    return with_sources(list(rows), person)


def with_sources(choices: list[PlanChoice], person) -> list[Chosen]:
    rows = list(ChosenSource.select().where(ChosenSource.choice.in_([c.id for c in choices])))
    names = {row.id: Ref(row.kind, row.record_id) for row in rows}
    known = thread.records(set(names.values()))
    about: dict[int, list[Source]] = {}
    for row in rows:
        record, kind = known.get(names[row.id]), thread.kind(row.kind)
        if record is not None and kind.may_see(person, record):
            key = f"{row.kind}:{row.record_id}"
            about.setdefault(row.choice_id, []).append(Source(record, kind, key))
    return [Chosen(choice, about.get(choice.id, [])) for choice in choices]


def _heap(sources: list[Source], matcher: Matcher) -> Heap:
    """Where most of the sources belong: the likest suggestion decides."""
    spoken = i18n.language().tag
    found = [each for s in sources if (each := matcher.suggest(texts_of(s.record), spoken))]
    if not found:
        return Heap(sources)
    best = max(found, key=lambda each: each.likeness)
    same = (each for each in found if each.place == best.place and each.tag == spoken)
    best = next(same, best)
    priority, action, objective = best.place
    return Heap(sources, priority, action, best.words, best.tag, objective)


def _priorities(plan: ActionPlan) -> dict[int, Priority]:
    rows = Priority.select(Priority, Pillar).join(Pillar).where(Pillar.strategy == plan.strategy_id)
    in_order = rows.order_by(Pillar.position, Pillar.id, Priority.position, Priority.id)
    return {row.id: row for row in in_order}


def counted(laid: list[tuple[Any, list[Heap]]]) -> int:
    """How many sources wait on the desk."""
    return sum(len(heap.sources) for _, heaps in laid for heap in heaps)
