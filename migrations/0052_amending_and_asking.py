"""Whether another number to reach needs a motion; until when groups are asked to ratify a plan.

So far no number could change once adopted, so every plan asks for a motion until its partnership
chooses otherwise."""

from peewee import BooleanField, ForeignKeyField, Model, SqliteDatabase

WIDER = (
    "INSERT INTO amendment_rule_anew (id, plan_id, wording, priority, lead, due, numbers) "
    "SELECT id, plan_id, wording, priority, lead, due, 1 FROM amendment_rule"
)
NARROWER = (
    "INSERT INTO amendment_rule_anew (id, plan_id, wording, priority, lead, due) "
    "SELECT id, plan_id, wording, priority, lead, due FROM amendment_rule"
)


def up(migrator, db):
    db.execute_sql('ALTER TABLE plan_proposal ADD COLUMN "until" DATE')
    if isinstance(db, SqliteDatabase):
        _rebuild(db, WIDER, with_numbers=True)
        return
    db.execute_sql("ALTER TABLE amendment_rule ADD COLUMN numbers BOOLEAN NOT NULL DEFAULT true")
    db.execute_sql("ALTER TABLE amendment_rule ALTER COLUMN numbers DROP DEFAULT")


def down(migrator, db):
    db.execute_sql('ALTER TABLE plan_proposal DROP COLUMN "until"')
    if isinstance(db, SqliteDatabase):
        _rebuild(db, NARROWER, with_numbers=False)
        return
    db.execute_sql("ALTER TABLE amendment_rule DROP COLUMN numbers")


def _rebuild(db, copy, with_numbers):
    """A new table has its columns in the order of the model; nothing refers to this one."""
    _rule(db, "amendment_rule_anew", with_numbers)._schema.create_table(safe=False)
    db.execute_sql(copy)
    db.execute_sql('DROP TABLE "amendment_rule"')
    db.execute_sql('ALTER TABLE "amendment_rule_anew" RENAME TO "amendment_rule"')
    _rule(db, "amendment_rule", with_numbers)._schema.create_indexes(safe=False)


def _rule(db, name, with_numbers):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class ActionPlan(Base):
        class Meta:
            table_name = "action_plan"

    class AmendmentRule(Base):
        plan = ForeignKeyField(ActionPlan, unique=True, backref="+", on_delete="CASCADE")
        wording = BooleanField()
        priority = BooleanField()
        lead = BooleanField()
        due = BooleanField()

        class Meta:
            table_name = name

    if with_numbers:
        AmendmentRule._meta.add_field("numbers", BooleanField())
    return AmendmentRule
