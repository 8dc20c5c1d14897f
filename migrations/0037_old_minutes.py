"""What we decided: old minutes as they were brought, and what they seem to say."""

from peewee import (
    BlobField,
    Check,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)


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

    class Meeting(Base):
        class Meta:
            table_name = "meeting"

    class BroughtMinutes(Base):
        body = ForeignKeyField(Body)
        name = TextField()
        media_type = TextField()
        size = IntegerField()
        digest = TextField()
        content = BlobField()
        text = TextField()
        desk = JSONField()
        brought_at = DateTimeField()
        brought_by = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        meeting = ForeignKeyField(Meeting, null=True, on_delete="CASCADE")
        recorded_at = DateTimeField(null=True)

        class Meta:
            table_name = "brought_minutes"
            indexes = ((("body", "digest"), True),)
            constraints = [
                Check("size > 0 AND size <= 10485760", name="brought_minutes_size"),
                Check("name <> ''", name="brought_minutes_has_a_name"),
                Check(
                    "(meeting_id IS NULL) = (recorded_at IS NULL)",
                    name="brought_minutes_recorded",
                ),
            ]

    db.create_tables([BroughtMinutes], safe=False)


def down(migrator, db):
    db.execute_sql('DROP TABLE "brought_minutes"')
