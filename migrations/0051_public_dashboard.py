"""The plan for everybody: which plans are shown, and which sites may hold the small page."""

from peewee import BooleanField, Check, DateField, ForeignKeyField, Model, TextField


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class ActionPlan(Base):
        class Meta:
            table_name = "action_plan"

    class ShownPlan(Base):
        plan = ForeignKeyField(ActionPlan, unique=True, backref="+", on_delete="CASCADE")
        with_notes = BooleanField()
        on = DateField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "shown_plan"

    class FramingSite(Base):
        origin = TextField(unique=True)
        on = DateField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "framing_site"
            constraints = [Check("substr(origin, 1, 8) = 'https://'", name="framing_site_origin")]

    db.create_tables([ShownPlan, FramingSite], safe=False)


def down(migrator, db):
    for table in ("framing_site", "shown_plan"):
        db.execute_sql(f'DROP TABLE "{table}"')
