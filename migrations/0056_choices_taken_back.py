"""Sources put back on the desk although minutes name an action; merges and splits taken back."""

from peewee import Check, DateTimeField, ForeignKeyField, JSONField, Model, TextField

TABLES = ("before_reshaping", "put_back")


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class ReshapedAction(Base):
        class Meta:
            table_name = "reshaped_action"

    class PutBack(Base):
        kind = TextField()
        record_id = TextField()
        at = DateTimeField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "put_back"
            indexes = ((("kind", "record_id"), True),)

    class BeforeReshaping(Base):
        reshaped = ForeignKeyField(ReshapedAction, unique=True, backref="+", on_delete="CASCADE")
        was = JSONField()
        undone_at = DateTimeField(null=True)
        undone_by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "before_reshaping"
            constraints = [
                Check(
                    "undone_at IS NOT NULL OR undone_by_id IS NULL", name="before_reshaping_undone"
                )
            ]

    db.create_tables([PutBack, BeforeReshaping], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
