"""What we decided: the lines typed while a meeting is held."""

from peewee import Check, DateTimeField, ForeignKeyField, IntegerField, Model, TextField


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class Meeting(Base):
        class Meta:
            table_name = "meeting"

    class TypedLines(Base):
        meeting = ForeignKeyField(Meeting, unique=True, on_delete="CASCADE")
        text = TextField()
        language = TextField()
        version = IntegerField()
        changed_at = DateTimeField()
        changed_by = ForeignKeyField(Person, null=True, on_delete="SET NULL")

        class Meta:
            table_name = "typed_lines"
            constraints = [Check("version >= 0", name="typed_lines_version")]

    db.create_tables([TypedLines], safe=False)


def down(migrator, db):
    db.execute_sql('DROP TABLE "typed_lines"')
