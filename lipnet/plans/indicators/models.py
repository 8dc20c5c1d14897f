"""Indicators, what they should reach each year, periods, and what was read in them."""

from datetime import date

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField, TextsField
from lipnet.core.i18n import lazy
from lipnet.groups.models import Body
from lipnet.people.models import Organisation, Person
from lipnet.plans.models import Pillar, Priority, Strategy
from lipnet.plans.strategies.models import Outcome

COUNTED_NAMES = {
    "increment": lazy("What happened in the period; the periods are added up"),
    "total": lazy("How it stands at the end of the period; the last one holds"),
    "words": lazy("In words, without a number"),
}
FEW = 5  # below this, a number of people may tell who they are


class Indicator(Base):
    """What would tell us that a priority, or one of its outcomes, comes true.

    counted   "increment" | "total" | "words": asked once, for what is added up differently can
              never be compared again
    baseline, target   figures as text ("12.5"), or in words where it is counted in words
    """

    priority = peewee.ForeignKeyField(Priority, backref="indicators", on_delete="RESTRICT")
    outcome = peewee.ForeignKeyField(Outcome, null=True, backref="indicators", on_delete="RESTRICT")
    position = peewee.IntegerField()
    name = TextsField()
    measures = TextsField()
    unit = TextsField()
    counted = peewee.TextField()
    counts_people = peewee.BooleanField()
    baseline = peewee.TextField(default="")
    baseline_words = TextsField()
    baseline_on = peewee.DateField(null=True)
    baseline_source = TextsField()
    target = peewee.TextField(default="")
    target_words = TextsField()
    source = TextsField()
    body = peewee.ForeignKeyField(Body, null=True, backref="+", on_delete="SET NULL")
    organisation = peewee.ForeignKeyField(
        Organisation, null=True, backref="+", on_delete="SET NULL"
    )
    person = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
    added_on = peewee.DateField()
    retired_on = peewee.DateField(null=True)

    class Meta:
        table_name = "indicator"
        constraints = [
            peewee.Check("counted IN ('increment', 'total', 'words')", name="indicator_counted"),
            peewee.Check(
                "counted <> 'words' OR (baseline = '' AND target = '')", name="indicator_in_words"
            ),
        ]

    @property
    def is_in_words(self) -> bool:
        return self.counted == "words"

    @property
    def strategy(self) -> Strategy:
        return self.priority.pillar.strategy

    @classmethod
    def of(cls, strategy: Strategy, *, retired: bool = False) -> "list[Indicator]":
        """Those of a strategy in its order, each with all it names: one query."""
        rows = (
            cls.select(cls, Priority, Pillar, Strategy, Outcome, Body, Organisation, Person)
            .join(Priority)
            .join(Pillar)
            .join(Strategy)
            .switch(cls)
            .join(Outcome, peewee.JOIN.LEFT_OUTER)
            .switch(cls)
            .join(Body, peewee.JOIN.LEFT_OUTER, on=(cls.body == Body.id))
            .switch(cls)
            .join(Organisation, peewee.JOIN.LEFT_OUTER, on=(cls.organisation == Organisation.id))
            .switch(cls)
            .join(Person, peewee.JOIN.LEFT_OUTER, on=(cls.person == Person.id))
            .where(Pillar.strategy == strategy)
        )
        kept = rows if retired else rows.where(cls.retired_on.is_null())
        return list(
            kept.order_by(
                Pillar.position, Pillar.id, Priority.position, Priority.id, cls.position, cls.id
            )
        )


class YearTarget(Base):
    """What an indicator should reach in one fiscal year."""

    indicator = peewee.ForeignKeyField(Indicator, backref="year_targets", on_delete="CASCADE")
    fiscal_year = peewee.IntegerField()
    value = peewee.TextField()

    class Meta:
        table_name = "year_target"
        indexes = ((("indicator", "fiscal_year"), True),)


class IndicatorGroup(Base):
    """A group that an indicator is also counted for."""

    indicator = peewee.ForeignKeyField(Indicator, backref="groups", on_delete="CASCADE")
    position = peewee.IntegerField()
    name = TextsField()

    class Meta:
        table_name = "indicator_group"


class ReportingRhythm(Base):
    """How many periods a fiscal year of a strategy has."""

    strategy = peewee.ForeignKeyField(Strategy, unique=True, backref="+", on_delete="CASCADE")
    per_year = peewee.IntegerField()

    class Meta:
        table_name = "reporting_rhythm"
        constraints = [peewee.Check("per_year IN (1, 2, 4)", name="reporting_rhythm_per_year")]


class ReportingPeriod(Base):
    """The part of a fiscal year that readings are of; it is opened, and it closes."""

    strategy = peewee.ForeignKeyField(Strategy, backref="periods", on_delete="RESTRICT")
    starts = peewee.DateField()
    ends = peewee.DateField()
    due = peewee.DateField()
    opened_on = peewee.DateField()
    closed_on = peewee.DateField(null=True)

    class Meta:
        table_name = "reporting_period"
        indexes = ((("strategy", "starts"), True),)
        constraints = [peewee.Check("ends > starts", name="reporting_period_days")]

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    @property
    def fiscal_year(self) -> int:
        return clock.fiscal_year(self.starts)

    def is_late(self, today: date) -> bool:
        return self.is_open and today > self.due

    @classmethod
    def of(cls, strategy: Strategy) -> "list[ReportingPeriod]":
        return list(cls.select().where(cls.strategy == strategy).order_by(cls.starts))


class IndicatorReading(Base):
    """What one indicator came to in one period.

    `number` counts the records of the two: a correction after closing is the next one, and says
    which it corrects. `value` is a figure as text; `is_nil` means nothing was to be reported.
    """

    indicator = peewee.ForeignKeyField(Indicator, backref="readings", on_delete="RESTRICT")
    period = peewee.ForeignKeyField(ReportingPeriod, backref="readings", on_delete="RESTRICT")
    number = peewee.IntegerField()
    value = peewee.TextField(default="")
    words = TextsField()
    is_nil = peewee.BooleanField()
    reason = TextsField()
    note = TextsField()
    corrects = peewee.ForeignKeyField("self", null=True, unique=True, backref="corrections")
    why_corrected = TextsField()
    at = MomentField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "indicator_reading"
        indexes = ((("indicator", "period", "number"), True),)
        constraints = [
            peewee.Check(
                "(NOT is_nil AND (value <> '' OR CAST(words AS TEXT) <> '{}')) "
                "OR (is_nil AND value = '' AND CAST(words AS TEXT) = '{}' "
                "AND CAST(reason AS TEXT) <> '{}')",
                name="indicator_reading_says_something",
            ),
            peewee.Check(
                "corrects_id IS NULL OR CAST(why_corrected AS TEXT) <> '{}'",
                name="indicator_reading_why_corrected",
            ),
        ]

    @property
    def strategy(self) -> Strategy:
        return self.indicator.strategy


class GroupReading(Base):
    """The part of a reading that belongs to one group."""

    reading = peewee.ForeignKeyField(IndicatorReading, backref="parts", on_delete="CASCADE")
    group = peewee.ForeignKeyField(IndicatorGroup, backref="readings", on_delete="RESTRICT")
    value = peewee.TextField()

    class Meta:
        table_name = "group_reading"
        indexes = ((("reading", "group"), True),)
