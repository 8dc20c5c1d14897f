"""Under which priority a row of a sheet belongs: the strategy's own, by their words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lipnet.core.text import folded
from lipnet.plans.compiling.matching import ALIKE, Matcher, Target
from lipnet.plans.models import ActionPlan, Pillar, Priority
from lipnet.plans.strategies.models import Objective

NUMBERED = re.compile(
    r"^(?:(?:strategic |strategy )?(?:priority|pillar|goal|objective|theme|priorite|pilier|"
    r"objectif|but|axe|volet)\s*)?(?:#|no\.?|n°)?\s*(?:\d+(?:\.\d+)*|[ivx]+|[a-d])\s*[.):–—-]\s*"
)


@dataclass(frozen=True)
class Place:
    """What a sheet says of a place: its priority and pillar, each by language."""

    priority: tuple[tuple[str, str], ...]
    pillar: tuple[tuple[str, str], ...] = ()

    @property
    def is_named(self) -> bool:
        return bool(self.priority or self.pillar)


def place_of(priority: Mapping[str, str], pillar: Mapping[str, str]) -> Place:
    return Place(tuple(sorted(priority.items())), tuple(sorted(pillar.items())))


class Places:
    """The pillars and priorities of the plan's strategy; read once."""

    def __init__(self, plan: ActionPlan):
        rows = Priority.select(Priority, Pillar).join(Pillar)
        rows = rows.where(Pillar.strategy == plan.strategy_id)
        in_order = (Pillar.position, Pillar.id, Priority.position, Priority.id)
        self.priorities = {row.id: row for row in rows.order_by(*in_order)}
        self.objectives = Objective.of(plan.strategy)
        self.pillars = {row.id: row for row in plan.strategy.in_order()}
        self._matcher = Matcher([Target(p, p.title) for p in self.priorities.values()])

    def exact(self, place: Place) -> Priority | None:
        """The one priority that is written just so, under this pillar if one is named."""
        named = [p for p in self.priorities.values() if is_called(p.title, place.priority)]
        here = [p for p in named if is_called(p.pillar.title, place.pillar)] if place.pillar else []
        under = here or named
        return under[0] if len(under) == 1 else None

    def objective(self, priority: Priority, said: Mapping[str, str]) -> Objective | None:
        """The one under `priority` that is written just so."""
        here = (one for one in self.objectives if one.priority_id == priority.id)
        words = tuple(said.items())
        return next((one for one in here if is_called(one.title, words)), None)

    def likest(self, place: Place) -> Priority | None:
        """The priority whose words are most like it; None if none is like it enough."""
        said = dict(place.priority or place.pillar)
        found = self._matcher.suggest(said | _any(said))
        return found.place if found and found.likeness >= ALIKE else None

    def pillar(self, place: Place) -> Pillar | None:
        if not place.pillar:
            return None
        return next((p for p in self.pillars.values() if is_called(p.title, place.pillar)), None)


def _any(said: Mapping[str, str]) -> dict[str, str]:
    """Also compared with titles in other languages, for a sheet may say its language wrongly."""
    return {"*": next(iter(said.values()))} if said else {}


def is_called(title: Mapping[str, str], said: tuple[tuple[str, str], ...]) -> bool:
    names = {_bare(text) for text in title.values()}
    return bool(said) and any(_bare(text) in names for _, text in said)


def _bare(text: str) -> str:
    """Without its number: "Priority 2: Language" is "language"."""
    plain = " ".join(folded(text).split())
    return NUMBERED.sub("", plain) or plain
