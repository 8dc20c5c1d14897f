"""What stands around pillars and priorities: own names, reasons, outcomes, tags."""

from collections.abc import Iterable

import peewee

from lipnet.core.db import Base, TextsField
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.plans.models import Pillar, PlanAction, Priority, Strategy

LEVEL_NAMES = {
    "pillar": lazy("Pillar"),
    "priority": lazy("Priority"),
    "objective": lazy("Objective"),
}
TERM_NAMES = {
    "short": lazy("Short term"),
    "medium": lazy("Medium term"),
    "long": lazy("Long term"),
}
FAMILY_NAMES = {
    "funder": lazy("Priority of a funder"),
    "sdg": lazy("Sustainable Development Goal"),
    "welcoming": lazy("Characteristic of a welcoming community"),
    "population": lazy("Population"),
}


class LevelName(Base):
    """What this partnership calls one level of its strategy, in each language it says it."""

    level = peewee.TextField(unique=True)
    name = TextsField()

    class Meta:
        table_name = "level_name"
        constraints = [
            peewee.Check("level IN ('pillar', 'priority', 'objective')", name="level_name_level")
        ]


class StrategyPreface(Base):
    """What a strategy says before its first level: why, and what the one before it brought."""

    strategy = peewee.ForeignKeyField(
        Strategy, unique=True, backref="prefaces", on_delete="CASCADE"
    )
    rationale = TextsField()
    highlights = TextsField()

    class Meta:
        table_name = "strategy_preface"


class LevelReason(Base):
    """Why a pillar or a priority is there, in a few sentences."""

    pillar = peewee.ForeignKeyField(
        Pillar, null=True, unique=True, backref="reasons", on_delete="CASCADE"
    )
    priority = peewee.ForeignKeyField(
        Priority, null=True, unique=True, backref="reasons", on_delete="CASCADE"
    )
    text = TextsField()

    class Meta:
        table_name = "level_reason"
        constraints = [
            peewee.Check("(pillar_id IS NULL) <> (priority_id IS NULL)", name="level_reason_of_one")
        ]


class Objective(Base):
    """A part of a priority: the third level, for partnerships that use one."""

    priority = peewee.ForeignKeyField(Priority, backref="objectives", on_delete="RESTRICT")
    position = peewee.IntegerField()
    title = TextsField()

    class Meta:
        table_name = "objective"

    @classmethod
    def of(cls, strategy: Strategy) -> "list[Objective]":
        """Those of a strategy, in order below each priority."""
        rows = cls.select(cls).join(Priority).join(Pillar)
        return list(rows.where(Pillar.strategy == strategy).order_by(cls.position, cls.id))

    @classmethod
    def are_used(cls) -> bool:
        """Whether this partnership has a third level: it named it, or wrote one."""
        named = LevelName.select().where(LevelName.level == "objective")
        return named.exists() or cls.select().exists()


class ActionObjective(Base):
    """That an action belongs to a part of its priority; most belong to the priority as a whole."""

    action = peewee.ForeignKeyField(PlanAction, unique=True, backref="+", on_delete="CASCADE")
    objective = peewee.ForeignKeyField(Objective, backref="+", on_delete="RESTRICT")

    class Meta:
        table_name = "action_objective"


class Outcome(Base):
    """What will be different for people if a priority succeeds, and about when."""

    priority = peewee.ForeignKeyField(Priority, backref="outcomes", on_delete="RESTRICT")
    position = peewee.IntegerField()
    term = peewee.TextField()
    text = TextsField()

    class Meta:
        table_name = "outcome"
        constraints = [peewee.Check("term IN ('short', 'medium', 'long')", name="outcome_term")]

    @property
    def term_name(self) -> str:
        return str(TERM_NAMES[self.term])


class Tag(Base):
    """A word of the partnership's own for what a priority or an action serves."""

    family = peewee.TextField()
    code = peewee.TextField(default="")
    name = TextsField()
    retired_on = peewee.DateField(null=True)

    class Meta:
        table_name = "strategy_tag"
        constraints = [
            peewee.Check(
                "family IN ('funder', 'sdg', 'welcoming', 'population')", name="strategy_tag_family"
            )
        ]

    @property
    def family_name(self) -> str:
        return str(FAMILY_NAMES[self.family])

    @classmethod
    def in_use(cls) -> "list[Tag]":
        return in_order(cls.select().where(cls.retired_on.is_null()))


class PriorityTag(Base):
    priority = peewee.ForeignKeyField(Priority, backref="tagged", on_delete="CASCADE")
    tag = peewee.ForeignKeyField(Tag, backref="+", on_delete="CASCADE")

    class Meta:
        table_name = "priority_tag"
        indexes = ((("priority", "tag"), True),)


class ActionTag(Base):
    action = peewee.ForeignKeyField(PlanAction, backref="tagged", on_delete="CASCADE")
    tag = peewee.ForeignKeyField(Tag, backref="+", on_delete="CASCADE")

    class Meta:
        table_name = "action_tag"
        indexes = ((("action", "tag"), True),)


def in_order(tags) -> list[Tag]:
    """By family, the Sustainable Development Goals by their numbers, the others by name."""
    families = list(FAMILY_NAMES)
    return sorted(
        tags,
        key=lambda tag: (
            families.index(tag.family),
            int(tag.code) if tag.code.isascii() and tag.code.isdecimal() else 0,
            folded(plain(tag.name)),
            tag.id,
        ),
    )


def tags_of(record: Priority | PlanAction) -> list[Tag]:
    link = PriorityTag if isinstance(record, Priority) else ActionTag
    field = link.priority if link is PriorityTag else link.action
    return in_order(Tag.select().join(link, on=(link.tag == Tag.id)).where(field == record))


def objectives_of(actions: Iterable[PlanAction]) -> dict[int, Objective]:
    """The objective of each action that has one, by the action's id; one query."""
    rows = ActionObjective.select(ActionObjective, Objective).join(Objective)
    rows = rows.where(ActionObjective.action.in_([action.id for action in actions]))
    return {row.action_id: row.objective for row in rows}


def objective_of(action: PlanAction) -> Objective | None:
    return objectives_of([action]).get(action.id)
