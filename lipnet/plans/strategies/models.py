"""What stands around pillars and priorities: own names, reasons, outcomes, tags."""

import peewee

from lipnet.core.db import Base, TextsField
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.plans.models import Pillar, PlanAction, Priority, Strategy

LEVEL_NAMES = {"pillar": lazy("Pillar"), "priority": lazy("Priority")}
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
        constraints = [peewee.Check("level IN ('pillar', 'priority')", name="level_name_level")]


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
