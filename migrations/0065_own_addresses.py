"""Another e-mail address waits until it is confirmed; people ask for another organisation, and may
hide their position."""

from peewee import (
    BooleanField,
    Check,
    DateTimeField,
    ForeignKeyField,
    Model,
    SqliteDatabase,
    TextField,
)

TABLES = ("organisation_wish", "address_change")
GIVE_BACK = """
    INSERT INTO "directory_entry" ("id", "person_id", "phone", "position", "postal_address",
        "channel", "shows_email", "shows_phone", "shows_position")
    SELECT "id", "person_id", "phone", "position", "postal_address", "channel", "shows_email",
        "shows_phone", 1
    FROM "kept_entry"
"""
GIVE_BACK_FORMER = """
    INSERT INTO "directory_entry" ("id", "person_id", "phone", "position", "postal_address",
        "channel", "shows_email", "shows_phone")
    SELECT "id", "person_id", "phone", "position", "postal_address", "channel", "shows_email",
        "shows_phone"
    FROM "kept_entry"
"""


def up(migrator, db):
    if isinstance(db, SqliteDatabase):
        _anew(db, _directory_entry(db), GIVE_BACK)
    else:
        db.execute_sql(
            "ALTER TABLE directory_entry ADD COLUMN shows_position BOOLEAN NOT NULL DEFAULT TRUE"
        )
        db.execute_sql("ALTER TABLE directory_entry ALTER COLUMN shows_position DROP DEFAULT")
    db.create_tables(_new_tables(db), safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
    if isinstance(db, SqliteDatabase):
        _anew(db, _directory_entry(db, former=True), GIVE_BACK_FORMER)
    else:
        db.execute_sql("ALTER TABLE directory_entry DROP COLUMN shows_position")


def _anew(db, model, give_back):
    """SQLite writes a new column behind the CHECKs, unlike a table that is made with it."""
    db.execute_sql('CREATE TEMPORARY TABLE "kept_entry" AS SELECT * FROM "directory_entry"')
    db.execute_sql('DROP TABLE "directory_entry"')
    db.create_tables([model], safe=False)
    db.execute_sql(give_back)
    db.execute_sql('DROP TABLE "kept_entry"')


def _directory_entry(db, former=False):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class DirectoryEntry(Base):
        person = ForeignKeyField(Person, unique=True, on_delete="CASCADE")
        phone = TextField(default="")
        position = TextField(default="")
        postal_address = TextField(default="")
        channel = TextField(default="email")
        shows_email = BooleanField(default=True)
        shows_phone = BooleanField(default=False)
        if not former:
            shows_position = BooleanField(default=True)

        class Meta:
            table_name = "directory_entry"
            constraints = [
                Check("channel IN ('email', 'phone', 'post')", name="directory_entry_channel")
            ]

    return DirectoryEntry


def _new_tables(db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class AddressChange(Base):
        person = ForeignKeyField(Person, unique=True, backref="+", on_delete="CASCADE")
        email = TextField()
        was = TextField()
        asked_at = DateTimeField()
        confirmed_at = DateTimeField(null=True)

        class Meta:
            table_name = "address_change"
            constraints = [Check("email <> '' AND was <> ''", name="address_change_both")]

    class OrganisationWish(Base):
        person = ForeignKeyField(Person, unique=True, backref="+", on_delete="CASCADE")
        text = TextField()
        asked_at = DateTimeField()

        class Meta:
            table_name = "organisation_wish"
            constraints = [Check("text <> ''", name="organisation_wish_says")]

    return [AddressChange, OrganisationWish]
