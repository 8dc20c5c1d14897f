"""Plain words about what became of a finding; addresses for one letter a year, and that letter."""

from peewee import (
    BooleanField,
    Check,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    SqliteDatabase,
    TextField,
)

TABLES = ("due_letter", "yearly_letter", "kept_address", "waiting_address", "plain_telling")


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Unordered(Base):
        @classmethod
        def create_table(cls, safe=True, **options):
            cls._meta.without_rowid = isinstance(db, SqliteDatabase)
            super().create_table(safe, **options)

    class Person(Base):
        class Meta:
            table_name = "person"

    class Finding(Base):
        class Meta:
            table_name = "finding"

    class PlainTelling(Base):
        finding = ForeignKeyField(Finding, backref="+", on_delete="CASCADE")
        language = TextField()
        text = TextField()
        state = TextField()
        on = DateField()
        by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "plain_telling"
            indexes = ((("finding", "language"), True),)
            constraints = [
                Check("state IN ('machine', 'human', 'reviewed')", name="plain_telling_state"),
                Check("text <> ''", name="plain_telling_text"),
            ]

    class WaitingAddress(Unordered):
        key = TextField(primary_key=True)
        sealed = TextField()
        day = DateField()

        class Meta:
            table_name = "waiting_address"
            constraints = [Check("length(key) = 64", name="waiting_address_key_is_a_hash")]

    class KeptAddress(Unordered):
        key = TextField(primary_key=True)
        door = TextField(unique=True)
        sealed = TextField()
        confirmed = BooleanField(default=False)
        until = DateField()

        class Meta:
            table_name = "kept_address"
            constraints = [
                Check("length(key) = 64", name="kept_address_key_is_a_hash"),
                Check("length(door) = 64", name="kept_address_door_is_a_hash"),
            ]

    class YearlyLetter(Base):
        fiscal_year = IntegerField(unique=True)
        words = JSONField()
        sent_on = DateField(null=True)
        sent_in = IntegerField(null=True, unique=True)
        sent_by = ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "yearly_letter"
            constraints = [
                Check("(sent_on IS NULL) = (sent_in IS NULL)", name="yearly_letter_sent")
            ]

    class DueLetter(Unordered):
        key = TextField(primary_key=True)
        address = ForeignKeyField(KeptAddress, backref="due", on_delete="CASCADE")
        letter = ForeignKeyField(YearlyLetter, null=True, backref="+", on_delete="CASCADE")
        until = DateField()

        class Meta:
            table_name = "due_letter"
            constraints = [Check("length(key) = 64", name="due_letter_key_is_random")]

    db.create_tables(
        [PlainTelling, WaitingAddress, KeptAddress, YearlyLetter, DueLetter], safe=False
    )


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
