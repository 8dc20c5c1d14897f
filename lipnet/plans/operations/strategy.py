"""Write a strategy and adopt it."""

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import tie
from lipnet.meetings.models import Motion
from lipnet.meetings.operations import refuse_unless_it_stands
from lipnet.plans.models import Pillar, PlanAction, Priority, Strategy

WRITTEN = declare("plans.strategy_written", lazy("%(who)s began to write the strategy."))
DESCRIBED = declare("plans.strategy_described", lazy("%(who)s changed the strategy."))
ADOPTED = declare(
    "plans.strategy_adopted", lazy("The strategy was adopted by motion %(motion)s.", motion="…")
)


@operation
def write_strategy(title: dict, *, from_year: int, to_year: int, by) -> Strategy:
    """Begin a strategy for the fiscal years from 1 April `from_year` to 31 March `to_year`.

    Raises Refusal unless it covers one to ten years.
    """
    _check_years(from_year, to_year)
    strategy = Strategy.create(title=title, from_year=from_year, to_year=to_year)
    record(WRITTEN, strategy, by=by)
    return strategy


@operation
def describe_strategy(strategy: Strategy, *, title: dict, from_year: int, to_year: int, by) -> None:
    """Change title and years; refused once adopted."""
    _check_open(strategy)
    _check_years(from_year, to_year)
    strategy.title, strategy.from_year, strategy.to_year = title, from_year, to_year
    strategy.save(only=[Strategy.title, Strategy.from_year, Strategy.to_year])
    record(DESCRIBED, strategy, by=by)


@operation
def add_pillar(strategy: Strategy, title: dict, *, by) -> Pillar:
    """Add a pillar at the end; refused once the strategy is adopted."""
    _check_open(strategy)
    pillar = Pillar.create(strategy=strategy, position=strategy.pillars.count() + 1, title=title)
    record(DESCRIBED, strategy, by=by, pillar=pillar.id)
    return pillar


@operation
def reword_pillar(pillar: Pillar, title: dict, *, by) -> None:
    """Change a pillar's words; refused once the strategy is adopted."""
    _check_open(pillar.strategy)
    pillar.title = title
    pillar.save(only=[Pillar.title])
    record(DESCRIBED, pillar.strategy, by=by, pillar=pillar.id)


@operation
def remove_pillar(pillar: Pillar, *, by) -> None:
    """Take an empty pillar out; refused while it holds priorities or once adopted."""
    _check_open(pillar.strategy)
    if pillar.priorities.exists():
        raise Refusal(lazy("This pillar still holds priorities. Take them out first."))
    record(DESCRIBED, pillar.strategy, by=by, removed_pillar=pillar.id)
    pillar.delete_instance()


@operation
def add_priority(pillar: Pillar, title: dict, *, by) -> Priority:
    """Add a priority under a pillar; refused once the strategy is adopted."""
    _check_open(pillar.strategy)
    priority = Priority.create(pillar=pillar, position=pillar.priorities.count() + 1, title=title)
    record(DESCRIBED, pillar.strategy, by=by, priority=priority.id)
    return priority


@operation
def reword_priority(priority: Priority, title: dict, *, by) -> None:
    """Change a priority's words; refused once the strategy is adopted."""
    _check_open(priority.pillar.strategy)
    priority.title = title
    priority.save(only=[Priority.title])
    record(DESCRIBED, priority.pillar.strategy, by=by, priority=priority.id)


@operation
def remove_priority(priority: Priority, *, by) -> None:
    """Take a priority out; refused while actions stand under it or once adopted."""
    strategy = priority.pillar.strategy
    _check_open(strategy)
    if PlanAction.select().where(PlanAction.priority == priority).exists():
        raise Refusal(lazy("Actions stand under this priority, so it stays."))
    if priority.outcomes.exists() or priority.indicators.exists():
        raise Refusal(lazy("Outcomes or indicators stand under this. Take them out first."))
    if priority.objectives.exists():
        raise Refusal(lazy("Parts of it stand under this. Take them out first."))
    record(DESCRIBED, strategy, by=by, removed_priority=priority.id)
    priority.delete_instance()


@operation
def adopt_strategy(strategy: Strategy, *, motion: Motion, by) -> None:
    """Close the strategy's words by a carried motion; dated by the motion's day.

    Raises Refusal if it is adopted already, holds no priority, or the motion does not stand.
    """
    _check_open(strategy)
    refuse_unless_it_stands(motion)
    if not any(pillar.priorities.exists() for pillar in strategy.pillars):
        raise Refusal(lazy("A strategy needs at least one pillar with a priority to be adopted."))
    strategy.motion, strategy.adopted_on = motion, motion.on
    strategy.save(only=[Strategy.motion, Strategy.adopted_on])
    tie(strategy, motion, by=by)
    record(ADOPTED, strategy, by=by, motion=motion.number)


def _check_open(strategy: Strategy) -> None:
    if strategy.is_adopted:
        raise Refusal(lazy("This strategy is adopted, so its words stay as they are."))


def _check_years(from_year: int, to_year: int) -> None:
    if not 1 <= to_year - from_year <= 10:
        raise Refusal(lazy("A strategy covers one to ten years."), field="to_year")
