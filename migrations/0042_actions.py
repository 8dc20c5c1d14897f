"""An action keeps its number in every year; its further columns, progress asked of its leads,
money, files and comments."""

from peewee import (
    BigIntegerField,
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
    "action_comment", "action_file", "action_money", "note_particulars", "progress_ask",
    "progress_period", "action_partner", "action_particulars", "plan_columns",
)  # fmt: skip
# of lines with one number, all but the first year's get numbers of their own again
NUMBERED_ANEW = """
    SELECT later.id FROM plan_action AS later JOIN plan_action AS earlier
    ON earlier.number = later.number AND earlier.id < later.id
    GROUP BY later.id ORDER BY later.id
"""


def up(migrator, db):
    """Numbers given before stay: minutes and reports name them. What is carried over from now on
    keeps the number it has."""
    db.execute_sql('DROP INDEX "plan_action_number"')
    db.execute_sql(
        'CREATE UNIQUE INDEX "plan_action_number_plan_id" ON "plan_action" ("number", "plan_id")'
    )

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

    class StoredFile(Base):
        class Meta:
            table_name = "stored_file"

    class Agreement(Base):
        class Meta:
            table_name = "agreement"

    class ActionPlan(Base):
        class Meta:
            table_name = "action_plan"

    class PlanAction(Base):
        class Meta:
            table_name = "plan_action"

    class ProgressNote(Base):
        class Meta:
            table_name = "progress_note"

    class PlanColumns(Base):
        plan = ForeignKeyField(ActionPlan, unique=True, backref="+", on_delete="CASCADE")
        names = JSONField()

        class Meta:
            table_name = "plan_columns"

    class ActionParticulars(Base):
        action = ForeignKeyField(PlanAction, unique=True, backref="+", on_delete="CASCADE")
        kind = TextField()
        starts_on = DateField(null=True)
        target = IntegerField(null=True)
        unit = JSONField()
        people_wanted = IntegerField(null=True)
        risks = JSONField()
        likelihood = TextField()
        code = TextField()
        again = BooleanField()

        class Meta:
            table_name = "action_particulars"
            constraints = [
                Check(
                    "kind IN ('', 'research', 'convene', 'capacity', 'event', 'advocacy', 'tool')",
                    name="action_particulars_kind",
                ),
                Check(
                    "likelihood IN ('', 'low', 'medium', 'high')",
                    name="action_particulars_likelihood",
                ),
                Check(
                    "(target IS NULL OR target >= 0) "
                    "AND (people_wanted IS NULL OR people_wanted >= 0)",
                    name="action_particulars_counts",
                ),
            ]

    class ActionPartner(Base):
        action = ForeignKeyField(PlanAction, backref="+", on_delete="CASCADE")
        organisation = ForeignKeyField(Organisation, backref="+", on_delete="CASCADE")

        class Meta:
            table_name = "action_partner"
            indexes = ((("action", "organisation"), True),)

    class ProgressPeriod(Base):
        plan = ForeignKeyField(ActionPlan, backref="+", on_delete="CASCADE")
        asked_on = DateField()
        closes_on = DateField()
        closed_at = DateTimeField(null=True)

        class Meta:
            table_name = "progress_period"
            constraints = [Check("closes_on >= asked_on", name="progress_period_days")]

    class ProgressAsk(Base):
        period = ForeignKeyField(ProgressPeriod, backref="+", on_delete="CASCADE")
        person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
        reminded_on = DateField(null=True)
        answered_at = DateTimeField(null=True)

        class Meta:
            table_name = "progress_ask"
            indexes = ((("period", "person"), True),)

    class NoteParticulars(Base):
        note = ForeignKeyField(ProgressNote, unique=True, backref="+", on_delete="CASCADE")
        challenges = JSONField()
        so_far = IntegerField(null=True)
        people = IntegerField(null=True)
        corrects = ForeignKeyField(
            ProgressNote, null=True, unique=True, backref="+", on_delete="CASCADE"
        )
        without_account = BooleanField()

        class Meta:
            table_name = "note_particulars"
            constraints = [
                Check(
                    "(so_far IS NULL OR so_far >= 0) AND (people IS NULL OR people >= 0)",
                    name="note_particulars_counts",
                ),
                Check("corrects_id <> note_id", name="note_particulars_corrects_another"),
            ]

    class ActionMoney(Base):
        action = ForeignKeyField(PlanAction, backref="+", on_delete="CASCADE")
        agreement = ForeignKeyField(Agreement, null=True, backref="+", on_delete="RESTRICT")
        line = TextField()
        organisation = ForeignKeyField(Organisation, null=True, backref="+", on_delete="RESTRICT")
        cash_planned = BigIntegerField()
        cash_actual = BigIntegerField(null=True)
        gifts_planned = BigIntegerField()
        gifts_actual = BigIntegerField(null=True)
        hours_planned = IntegerField()
        hours_actual = IntegerField(null=True)

        class Meta:
            table_name = "action_money"
            constraints = [
                Check(
                    "(cash_planned IS NULL OR cash_planned >= 0) "
                    "AND (cash_actual IS NULL OR cash_actual >= 0) "
                    "AND (gifts_planned IS NULL OR gifts_planned >= 0) "
                    "AND (gifts_actual IS NULL OR gifts_actual >= 0) "
                    "AND (hours_planned IS NULL OR hours_planned >= 0) "
                    "AND (hours_actual IS NULL OR hours_actual >= 0)",
                    name="action_money_not_negative",
                ),
                Check(
                    "line IN ('', 'salaries', 'professional_fees', 'translation', 'travel', "
                    "'meetings', 'honoraria', 'communications', 'office', 'overhead')",
                    name="action_money_line",
                ),
                Check("(agreement_id IS NULL) = (line = '')", name="action_money_line_named"),
                Check(
                    "agreement_id IS NULL OR organisation_id IS NULL",
                    name="action_money_one_source",
                ),
            ]

    class ActionFile(Base):
        action = ForeignKeyField(PlanAction, backref="+", on_delete="CASCADE")
        note = ForeignKeyField(ProgressNote, null=True, backref="+", on_delete="CASCADE")
        file = ForeignKeyField(StoredFile, backref="+", on_delete="RESTRICT")
        name = TextField()
        on = DateField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "action_file"
            constraints = [Check("name <> ''", name="action_file_named")]

    class ActionComment(Base):
        action = ForeignKeyField(PlanAction, backref="+", on_delete="CASCADE")
        text = TextField()
        on = DateField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
        withdrawn_on = DateField(null=True)

        class Meta:
            table_name = "action_comment"
            constraints = [
                Check("(withdrawn_on IS NULL) = (text <> '')", name="action_comment_withdrawn")
            ]

    db.create_tables(
        [
            PlanColumns, ActionParticulars, ActionPartner, ProgressPeriod, ProgressAsk,
            NoteParticulars, ActionMoney, ActionFile, ActionComment,
        ],
        safe=False,
    )  # fmt: skip


def down(migrator, db):
    class PlanAction(Model):
        number = IntegerField()

        class Meta:
            database = db
            table_name = "plan_action"

    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
    last = db.execute_sql("SELECT max(number) FROM plan_action").fetchone()[0] or 0
    repeated = db.execute_sql(NUMBERED_ANEW).fetchall()
    db.execute_sql('DROP INDEX "plan_action_number_plan_id"')
    for number, (key,) in enumerate(repeated, start=last + 1):
        PlanAction.update(number=number).where(PlanAction.id == key).execute()
    db.execute_sql('CREATE UNIQUE INDEX "plan_action_number" ON "plan_action" ("number")')
