"""A strategy as it is read: everything that stands in it, in its order, in a few queries."""

from collections import defaultdict
from dataclasses import dataclass, field

from lipnet.core import i18n
from lipnet.plans.indicators.models import Indicator
from lipnet.plans.models import Pillar, Priority, Strategy
from lipnet.plans.strategies.models import (
    LevelReason,
    Objective,
    Outcome,
    PriorityTag,
    StrategyPreface,
    Tag,
    in_order,
)
from lipnet.plans.strategies.naming import level_called

WHOLE_LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class PriorityTold:
    priority: Priority
    reason: dict
    objectives: list[Objective]
    outcomes: list[tuple[Outcome, list[Indicator]]]
    indicators: list[Indicator]  # those under the priority itself
    tags: list[Tag]


@dataclass(frozen=True)
class PillarTold:
    pillar: Pillar
    reason: dict
    priorities: list[PriorityTold] = field(default_factory=list)


def told_of(strategy: Strategy) -> list[PillarTold]:
    """Eight queries, however much stands in it."""
    return _Reading(strategy).pillars()


def preface_of(strategy: Strategy) -> StrategyPreface:
    """What it says first, or nothing yet."""
    kept = StrategyPreface.get_or_none(StrategyPreface.strategy == strategy)
    return kept or StrategyPreface(strategy=strategy, rationale={}, highlights={})


def words_in_each(tags=WHOLE_LANGUAGES) -> dict[str, dict[str, str]]:
    """The words between the texts, in each of the languages that stand side by side."""
    told = {}
    for tag in tags:
        with i18n.speaking(tag):
            told[tag] = {
                "pillar": level_called("pillar"),
                "priority": level_called("priority"),
                "objective": level_called("objective"),
                "rationale": i18n.gettext("Why this strategy"),
                "highlights": i18n.gettext("What the strategy before brought"),
                "outcomes": i18n.gettext("What will be different"),
                "indicators": i18n.gettext("How we will know"),
                "missing": i18n.gettext("Not written in this language yet."),
            }
    return told


class _Reading:
    def __init__(self, strategy: Strategy):
        self.strategy = strategy
        under = Priority.select(Priority.id).join(Pillar).where(Pillar.strategy == strategy)
        self.priorities = _gathered(
            Priority.select(Priority, Pillar).join(Pillar).where(Pillar.strategy == strategy)
            .order_by(Priority.position, Priority.id),
            "pillar_id",
        )  # fmt: skip
        self.outcomes = _gathered(
            Outcome.select().where(Outcome.priority.in_(under)).order_by(Outcome.position),
            "priority_id",
        )
        self.objectives = _gathered(Objective.of(strategy), "priority_id")
        self.indicators = _gathered(Indicator.of(strategy), "priority_id")
        links = PriorityTag.select(PriorityTag, Tag).join(Tag)
        self.tags = _gathered(links.where(PriorityTag.priority.in_(under)), "priority_id")
        self.reasons = {
            (row.pillar_id, row.priority_id): row.text
            for row in LevelReason.select().where(
                LevelReason.priority.in_(under)
                | LevelReason.pillar.in_(
                    Pillar.select(Pillar.id).where(Pillar.strategy == strategy)
                )
            )
        }

    def pillars(self) -> list[PillarTold]:
        return [
            PillarTold(
                pillar,
                self.reasons.get((pillar.id, None), {}),
                [self._priority(priority) for priority in self.priorities[pillar.id]],
            )
            for pillar in self.strategy.in_order()
        ]

    def _priority(self, priority: Priority) -> PriorityTold:
        indicators = self.indicators[priority.id]
        return PriorityTold(
            priority=priority,
            reason=self.reasons.get((None, priority.id), {}),
            objectives=self.objectives[priority.id],
            outcomes=[
                (outcome, [one for one in indicators if one.outcome_id == outcome.id])
                for outcome in self.outcomes[priority.id]
            ],
            indicators=[one for one in indicators if one.outcome_id is None],
            tags=in_order(link.tag for link in self.tags[priority.id]),
        )


def _gathered(rows, by: str) -> dict[int, list]:
    gathered = defaultdict(list)
    for row in rows:
        gathered[getattr(row, by)].append(row)
    return gathered
