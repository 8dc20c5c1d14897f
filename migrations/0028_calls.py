"""How a call works, who seconds a nomination, and the committee that reads them."""

from peewee import (
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
    "recommended_seat", "recommendation", "reading", "recusal", "reviewer", "second", "call_rules",
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

    class Seat(Base):
        class Meta:
            table_name = "seat"

    class Call(Base):
        class Meta:
            table_name = "call"

    class Nomination(Base):
        class Meta:
            table_name = "nomination"

    class CallRules(Base):
        call = ForeignKeyField(Call, unique=True)
        way = TextField(default="acclamation")
        eligibility = JSONField(default=dict)
        withdraw_until = DateField(null=True)
        seconders = IntegerField(default=0)
        statement_limit = IntegerField(default=1_500)
        opens_days_before = IntegerField(null=True)

        class Meta:
            table_name = "call_rules"
            constraints = [
                Check("way IN ('acclamation', 'recommendation', 'ballot')", name="call_rules_way"),
                Check("seconders >= 0 AND seconders <= 5", name="call_rules_seconders"),
                Check(
                    "statement_limit >= 200 AND statement_limit <= 5000",
                    name="call_rules_statement",
                ),
                Check(
                    "opens_days_before IS NULL OR opens_days_before > 0", name="call_rules_opens"
                ),
            ]

    class Second(Base):
        nomination = ForeignKeyField(Nomination)
        person = ForeignKeyField(Person)
        organisation = ForeignKeyField(Organisation)
        asked_at = DateTimeField()
        confirmed_at = DateTimeField(null=True)
        declined_at = DateTimeField(null=True)

        class Meta:
            table_name = "second"
            indexes = (
                (("nomination", "organisation"), True),
                (("nomination", "person"), True),
            )
            constraints = [
                Check("confirmed_at IS NULL OR declined_at IS NULL", name="second_one_answer")
            ]

    class Reviewer(Base):
        call = ForeignKeyField(Call)
        person = ForeignKeyField(Person)
        named_at = DateTimeField()

        class Meta:
            table_name = "reviewer"
            indexes = ((("call", "person"), True),)

    class Recusal(Base):
        reviewer = ForeignKeyField(Reviewer)
        nomination = ForeignKeyField(Nomination)
        reason = TextField()
        recused_at = DateTimeField()

        class Meta:
            table_name = "recusal"
            indexes = ((("reviewer", "nomination"), True),)
            constraints = [Check("reason <> ''", name="recusal_has_a_reason")]

    class Reading(Base):
        reviewer = ForeignKeyField(Reviewer)
        nomination = ForeignKeyField(Nomination)
        marks = JSONField()
        note = TextField(default="")
        read_at = DateTimeField()

        class Meta:
            table_name = "reading"
            indexes = ((("reviewer", "nomination"), True),)

    class Recommendation(Base):
        call = ForeignKeyField(Call, unique=True)
        report = TextField()
        made_at = DateTimeField()
        by = ForeignKeyField(Person)

        class Meta:
            table_name = "recommendation"
            constraints = [Check("report <> ''", name="recommendation_has_a_report")]

    class RecommendedSeat(Base):
        recommendation = ForeignKeyField(Recommendation)
        nomination = ForeignKeyField(Nomination, unique=True)
        seat = ForeignKeyField(Seat)

        class Meta:
            table_name = "recommended_seat"
            indexes = ((("recommendation", "seat"), True),)

    db.create_tables(
        [CallRules, Second, Reviewer, Recusal, Reading, Recommendation, RecommendedSeat],
        safe=False,
    )


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
