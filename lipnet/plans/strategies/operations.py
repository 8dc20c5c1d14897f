"""Name the levels of a strategy, say why, write outcomes, keep tags and give them."""

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.partnership import partnership
from lipnet.core.refusals import Refusal
from lipnet.plans.models import Pillar, PlanAction, Priority, Strategy
from lipnet.plans.operations.strategy import DESCRIBED
from lipnet.plans.strategies.models import (
    FAMILY_NAMES,
    LEVEL_NAMES,
    TERM_NAMES,
    ActionObjective,
    ActionTag,
    LevelName,
    LevelReason,
    Objective,
    Outcome,
    PriorityTag,
    StrategyPreface,
    Tag,
)

LEVELS_CALLED = declare(
    "plans.levels_called", lazy("%(who)s chose what the levels of a strategy are called.")
)
TAGS_KEPT = declare("plans.tags_kept", lazy("%(who)s changed the list of tags."))
TAGGED = declare("plans.tagged", lazy("%(who)s chose what it serves."))
ADOPTED = lazy("This strategy is adopted, so its words stay as they are.")


@operation
def call_levels(names: dict[str, dict], *, by) -> None:
    """What the partnership calls each level; without a text, the usual word again. A name of the
    third level lets the pages offer it."""
    for level in LEVEL_NAMES:
        texts = _said(names.get(level))
        LevelName.delete().where(LevelName.level == level).execute()
        if texts:
            LevelName.create(level=level, name=texts)
    record(LEVELS_CALLED, partnership(), by=by)


@operation
def preface_strategy(strategy: Strategy, *, rationale: dict, highlights: dict, by) -> None:
    """Say why there is this strategy, and what the one before it brought; until it is adopted."""
    _check_open(strategy)
    StrategyPreface.delete().where(StrategyPreface.strategy == strategy).execute()
    StrategyPreface.create(strategy=strategy, rationale=rationale, highlights=highlights)
    record(DESCRIBED, strategy, by=by, preface=True)


@operation
def give_reason(of: Pillar | Priority, text: dict, *, by) -> None:
    """Why a pillar or a priority is there; nothing takes the reason away again."""
    is_pillar = isinstance(of, Pillar)
    strategy = of.strategy if is_pillar else of.pillar.strategy
    _check_open(strategy)
    field = LevelReason.pillar if is_pillar else LevelReason.priority
    LevelReason.delete().where(field == of).execute()
    if _said(text):
        LevelReason.create(**{field.name: of}, text=_said(text))
    record(DESCRIBED, strategy, by=by, **{f"reason_of_{field.name}": of.id})


@operation
def add_objective(priority: Priority, title: dict, *, by) -> Objective:
    """Add a part of a priority, at its end; refused once the strategy is adopted."""
    _check_open(priority.pillar.strategy)
    last = priority.objectives.order_by(Objective.position.desc()).first()
    objective = Objective.create(
        priority=priority, position=last.position + 1 if last else 1, title=title
    )
    record(DESCRIBED, priority.pillar.strategy, by=by, objective=objective.id)
    return objective


@operation
def reword_objective(objective: Objective, title: dict, *, by) -> None:
    strategy = objective.priority.pillar.strategy
    _check_open(strategy)
    objective.title = title
    objective.save(only=[Objective.title])
    record(DESCRIBED, strategy, by=by, objective=objective.id)


@operation
def remove_objective(objective: Objective, *, by) -> None:
    """Take it out; refused while actions stand under it or once the strategy is adopted."""
    strategy = objective.priority.pillar.strategy
    _check_open(strategy)
    if ActionObjective.select().where(ActionObjective.objective == objective).exists():
        raise Refusal(lazy("Actions stand under this, so it stays."))
    record(DESCRIBED, strategy, by=by, removed_objective=objective.id)
    objective.delete_instance()


@operation
def add_outcome(priority: Priority, text: dict, *, term: str, by) -> Outcome:
    """What will be different, under a priority; refused once the strategy is adopted."""
    _check_open(priority.pillar.strategy)
    _check_term(term)
    last = priority.outcomes.order_by(Outcome.position.desc()).first()
    outcome = Outcome.create(
        priority=priority, position=last.position + 1 if last else 1, term=term, text=text
    )
    record(DESCRIBED, priority.pillar.strategy, by=by, outcome=outcome.id)
    return outcome


@operation
def reword_outcome(outcome: Outcome, text: dict, *, term: str, by) -> None:
    strategy = outcome.priority.pillar.strategy
    _check_open(strategy)
    _check_term(term)
    outcome.text, outcome.term = text, term
    outcome.save(only=[Outcome.text, Outcome.term])
    record(DESCRIBED, strategy, by=by, outcome=outcome.id)


@operation
def remove_outcome(outcome: Outcome, *, by) -> None:
    """Take an outcome out; refused while an indicator stands under it."""
    strategy = outcome.priority.pillar.strategy
    _check_open(strategy)
    if outcome.indicators.exists():
        raise Refusal(lazy("Indicators stand under this outcome. Take them out first."))
    record(DESCRIBED, strategy, by=by, removed_outcome=outcome.id)
    outcome.delete_instance()


@operation
def make_tags(tags: list[tuple[str, str, dict]], *, by) -> list[Tag]:
    """Add tags (family, code, name) to the partnership's own list; one that is there stays one."""
    made = [_tag(family, code, _said(name)) for family, code, name in tags]
    record(TAGS_KEPT, partnership(), by=by, tags=[tag.id for tag in made])
    return made


@operation
def rename_tag(tag: Tag, name: dict, *, by) -> None:
    tag.name = _said(name)
    tag.save(only=[Tag.name])
    record(TAGS_KEPT, partnership(), by=by, tags=[tag.id])


@operation
def retire_tag(tag: Tag, *, by) -> None:
    """Offer a tag no longer; where it was given it stays."""
    tag.retired_on = clock.today()
    tag.save(only=[Tag.retired_on])
    record(TAGS_KEPT, partnership(), by=by, retired=tag.id)


@operation
def tag_priority(priority: Priority, tags: list[Tag], *, by) -> None:
    """Give a priority exactly these tags; also after adoption, for they are none of its words."""
    _give(PriorityTag, PriorityTag.priority, priority, tags)
    record(TAGGED, priority, by=by, tags=sorted(tag.id for tag in tags))


@operation
def tag_action(action: PlanAction, tags: list[Tag], *, by) -> None:
    _give(ActionTag, ActionTag.action, action, tags)
    record(TAGGED, action, by=by, tags=sorted(tag.id for tag in tags))


def _tag(family: str, code: str, name: dict) -> Tag:
    if family not in FAMILY_NAMES:
        raise Refusal(lazy("Choose what kind of tag it is."), field="family")
    if not name:
        raise Refusal(lazy("Please write this in at least one language."), field="name")
    alike = Tag.select().where(Tag.family == family, Tag.retired_on.is_null())
    return next(
        (tag for tag in alike if tag.name == name or (code and tag.code == code)), None
    ) or Tag.create(family=family, code=code, name=name)


def _give(link, field, record_, tags: list[Tag]) -> None:
    link.delete().where(field == record_).execute()
    for tag in {tag.id: tag for tag in tags}.values():
        link.create(**{field.name: record_}, tag=tag)


def _said(texts: dict | None) -> dict:
    return {tag: text for tag, text in (texts or {}).items() if text.strip()}


def _check_open(strategy: Strategy) -> None:
    if strategy.is_adopted:
        raise Refusal(ADOPTED)


def _check_term(term: str) -> None:
    if term not in TERM_NAMES:
        raise Refusal(lazy("Choose when this will be seen."), field="term")
