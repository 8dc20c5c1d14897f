"""A plan laid before its groups, ratified, frozen at adoption, amended with a reason."""

from peewee import BooleanField, Check, DateField, ForeignKeyField, JSONField, Model, TextField

TABLES = (
    "action_amendment", "amendment_rule", "plan_baseline", "plan_ratification", "plan_proposal",
)  # fmt: skip


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class Body(Base):
        class Meta:
            table_name = "body"

    class Motion(Base):
        class Meta:
            table_name = "motion"

    class ActionPlan(Base):
        class Meta:
            table_name = "action_plan"

    class PlanAction(Base):
        class Meta:
            table_name = "plan_action"

    class PlanProposal(Base):
        plan = ForeignKeyField(ActionPlan, backref="+", on_delete="RESTRICT")
        on = DateField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "plan_proposal"

    class PlanRatification(Base):
        proposal = ForeignKeyField(PlanProposal, backref="+", on_delete="RESTRICT")
        body = ForeignKeyField(Body, backref="+", on_delete="RESTRICT")
        motion = ForeignKeyField(Motion, null=True, backref="+", on_delete="RESTRICT")
        remarks = JSONField()
        digest = TextField()
        on = DateField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "plan_ratification"
            indexes = ((("proposal", "body"), True),)

    class PlanBaseline(Base):
        plan = ForeignKeyField(ActionPlan, unique=True, backref="+", on_delete="RESTRICT")
        frozen = JSONField()
        digest = TextField()

        class Meta:
            table_name = "plan_baseline"
            constraints = [Check("length(digest) = 64", name="plan_baseline_digest")]

    class AmendmentRule(Base):
        plan = ForeignKeyField(ActionPlan, unique=True, backref="+", on_delete="CASCADE")
        wording = BooleanField()
        priority = BooleanField()
        lead = BooleanField()
        due = BooleanField()

        class Meta:
            table_name = "amendment_rule"

    class ActionAmendment(Base):
        action = ForeignKeyField(PlanAction, backref="+", on_delete="RESTRICT")
        on = DateField()
        before = JSONField()
        after = JSONField()
        reason = JSONField()
        motion = ForeignKeyField(Motion, null=True, backref="+", on_delete="RESTRICT")
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "action_amendment"
            constraints = [Check("CAST(reason AS TEXT) <> '{}'", name="action_amendment_reason")]

    db.create_tables(
        [PlanProposal, PlanRatification, PlanBaseline, AmendmentRule, ActionAmendment], safe=False
    )


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
