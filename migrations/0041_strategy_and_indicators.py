"""A strategy in own words: names of levels, reasons, outcomes, tags; indicators and readings."""

from peewee import (
    BooleanField,
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

TABLES = (
    "group_reading", "indicator_reading", "reporting_period", "reporting_rhythm",
    "indicator_group", "year_target", "indicator", "action_tag", "priority_tag", "strategy_tag",
    "outcome", "level_reason", "strategy_preface", "level_name",
)  # fmt: skip


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class Organisation(Base):
        class Meta:
            table_name = "organisation"

    class Body(Base):
        class Meta:
            table_name = "body"

    class Strategy(Base):
        class Meta:
            table_name = "strategy"

    class Pillar(Base):
        class Meta:
            table_name = "pillar"

    class Priority(Base):
        class Meta:
            table_name = "priority"

    class PlanAction(Base):
        class Meta:
            table_name = "plan_action"

    class LevelName(Base):
        level = TextField(unique=True)
        name = JSONField()

        class Meta:
            table_name = "level_name"
            constraints = [Check("level IN ('pillar', 'priority')", name="level_name_level")]

    class StrategyPreface(Base):
        strategy = ForeignKeyField(Strategy, unique=True, backref="+", on_delete="CASCADE")
        rationale = JSONField()
        highlights = JSONField()

        class Meta:
            table_name = "strategy_preface"

    class LevelReason(Base):
        pillar = ForeignKeyField(Pillar, null=True, unique=True, backref="+", on_delete="CASCADE")
        priority = ForeignKeyField(
            Priority, null=True, unique=True, backref="+", on_delete="CASCADE"
        )
        text = JSONField()

        class Meta:
            table_name = "level_reason"
            constraints = [
                Check("(pillar_id IS NULL) <> (priority_id IS NULL)", name="level_reason_of_one")
            ]

    class Outcome(Base):
        priority = ForeignKeyField(Priority, backref="+", on_delete="RESTRICT")
        position = IntegerField()
        term = TextField()
        text = JSONField()

        class Meta:
            table_name = "outcome"
            constraints = [Check("term IN ('short', 'medium', 'long')", name="outcome_term")]

    class Tag(Base):
        family = TextField()
        code = TextField(default="")
        name = JSONField()
        retired_on = DateField(null=True)

        class Meta:
            table_name = "strategy_tag"
            constraints = [
                Check(
                    "family IN ('funder', 'sdg', 'welcoming', 'population')",
                    name="strategy_tag_family",
                )
            ]

    class PriorityTag(Base):
        priority = ForeignKeyField(Priority, backref="+", on_delete="CASCADE")
        tag = ForeignKeyField(Tag, backref="+", on_delete="CASCADE")

        class Meta:
            table_name = "priority_tag"
            indexes = ((("priority", "tag"), True),)

    class ActionTag(Base):
        action = ForeignKeyField(PlanAction, backref="+", on_delete="CASCADE")
        tag = ForeignKeyField(Tag, backref="+", on_delete="CASCADE")

        class Meta:
            table_name = "action_tag"
            indexes = ((("action", "tag"), True),)

    class Indicator(Base):
        priority = ForeignKeyField(Priority, backref="+", on_delete="RESTRICT")
        outcome = ForeignKeyField(Outcome, null=True, backref="+", on_delete="RESTRICT")
        position = IntegerField()
        name = JSONField()
        measures = JSONField()
        unit = JSONField()
        counted = TextField()
        counts_people = BooleanField()
        baseline = TextField(default="")
        baseline_words = JSONField()
        baseline_on = DateField(null=True)
        baseline_source = JSONField()
        target = TextField(default="")
        target_words = JSONField()
        source = JSONField()
        body = ForeignKeyField(Body, null=True, backref="+", on_delete="SET NULL")
        organisation = ForeignKeyField(Organisation, null=True, backref="+", on_delete="SET NULL")
        person = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
        added_on = DateField()
        retired_on = DateField(null=True)

        class Meta:
            table_name = "indicator"
            constraints = [
                Check("counted IN ('increment', 'total', 'words')", name="indicator_counted"),
                Check(
                    "counted <> 'words' OR (baseline = '' AND target = '')",
                    name="indicator_in_words",
                ),
            ]

    class YearTarget(Base):
        indicator = ForeignKeyField(Indicator, backref="+", on_delete="CASCADE")
        fiscal_year = IntegerField()
        value = TextField()

        class Meta:
            table_name = "year_target"
            indexes = ((("indicator", "fiscal_year"), True),)

    class IndicatorGroup(Base):
        indicator = ForeignKeyField(Indicator, backref="+", on_delete="CASCADE")
        position = IntegerField()
        name = JSONField()

        class Meta:
            table_name = "indicator_group"

    class ReportingRhythm(Base):
        strategy = ForeignKeyField(Strategy, unique=True, backref="+", on_delete="CASCADE")
        per_year = IntegerField()

        class Meta:
            table_name = "reporting_rhythm"
            constraints = [Check("per_year IN (1, 2, 4)", name="reporting_rhythm_per_year")]

    class ReportingPeriod(Base):
        strategy = ForeignKeyField(Strategy, backref="+", on_delete="RESTRICT")
        starts = DateField()
        ends = DateField()
        due = DateField()
        opened_on = DateField()
        closed_on = DateField(null=True)

        class Meta:
            table_name = "reporting_period"
            indexes = ((("strategy", "starts"), True),)
            constraints = [Check("ends > starts", name="reporting_period_days")]

    class IndicatorReading(Base):
        indicator = ForeignKeyField(Indicator, backref="+", on_delete="RESTRICT")
        period = ForeignKeyField(ReportingPeriod, backref="+", on_delete="RESTRICT")
        number = IntegerField()
        value = TextField(default="")
        words = JSONField()
        is_nil = BooleanField()
        reason = JSONField()
        note = JSONField()
        corrects = ForeignKeyField("self", null=True, unique=True, backref="+")
        why_corrected = JSONField()
        at = DateTimeField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "indicator_reading"
            indexes = ((("indicator", "period", "number"), True),)
            constraints = [
                Check(
                    "(NOT is_nil AND (value <> '' OR CAST(words AS TEXT) <> '{}')) "
                    "OR (is_nil AND value = '' AND CAST(words AS TEXT) = '{}' "
                    "AND CAST(reason AS TEXT) <> '{}')",
                    name="indicator_reading_says_something",
                ),
                Check(
                    "corrects_id IS NULL OR CAST(why_corrected AS TEXT) <> '{}'",
                    name="indicator_reading_why_corrected",
                ),
            ]

    class GroupReading(Base):
        reading = ForeignKeyField(IndicatorReading, backref="+", on_delete="CASCADE")
        group = ForeignKeyField(IndicatorGroup, backref="+", on_delete="RESTRICT")
        value = TextField()

        class Meta:
            table_name = "group_reading"
            indexes = ((("reading", "group"), True),)

    db.create_tables(
        [
            LevelName,
            StrategyPreface,
            LevelReason,
            Outcome,
            Tag,
            PriorityTag,
            ActionTag,
            Indicator,
            YearTarget,
            IndicatorGroup,
            ReportingRhythm,
            ReportingPeriod,
            IndicatorReading,
            GroupReading,
        ],
        safe=False,
    )


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
