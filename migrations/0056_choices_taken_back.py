"""Sources put back on the desk although minutes name an action; merges and splits taken back; who
was asked by letter what their indicators came to."""

from peewee import Check, DateField, DateTimeField, ForeignKeyField, JSONField, Model, TextField

TABLES = ("reading_ask", "before_reshaping", "put_back")


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

    class ReportingPeriod(Base):
        class Meta:
            table_name = "reporting_period"

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

    class ReadingAsk(Base):
        period = ForeignKeyField(ReportingPeriod, backref="+", on_delete="CASCADE")
        person = ForeignKeyField(Person, backref="+", on_delete="CASCADE")
        asked_on = DateField()
        reminded_on = DateField(null=True)
        answered_at = DateTimeField(null=True)

        class Meta:
            table_name = "reading_ask"
            indexes = ((("period", "person"), True),)

    db.create_tables([PutBack, BeforeReshaping, ReadingAsk], safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
