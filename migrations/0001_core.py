"""What every room stands on."""

from peewee import (
    Check,
    CompositeKey,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

TABLES = (
    "lease", "stored_file", "attempts", "one_time_link", "because", "delivery", "event",
    "partnership",
)  # fmt: skip


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Partnership(Base):
        name = JSONField()
        place = JSONField()
        contact = TextField(default="")
        privacy_officer = TextField(default="")
        land_acknowledgement = JSONField()
        outside_links = JSONField()
        founded_at = DateTimeField(null=True)

        class Meta:
            table_name = "partnership"
            constraints = [Check("id = 1", name="partnership_only_one")]

    class Event(Base):
        at = DateTimeField(index=True)
        code = TextField(index=True)
        actor_id = IntegerField(null=True)
        kind = TextField()
        record_id = TextField()
        particulars = JSONField()

        class Meta:
            table_name = "event"
            indexes = ((("kind", "record_id"), False),)

    class Delivery(Base):
        event = ForeignKeyField(Event, unique=True, on_delete="CASCADE")
        tries = IntegerField(default=0)
        last_tried_at = DateTimeField()
        done_at = DateTimeField(null=True)

        class Meta:
            table_name = "delivery"

    class Because(Base):
        from_kind = TextField()
        from_id = TextField()
        to_kind = TextField()
        to_id = TextField()
        sentence = JSONField()
        on = DateField()
        by_id = IntegerField(null=True)

        class Meta:
            table_name = "because"
            indexes = (
                (("from_kind", "from_id", "to_kind", "to_id"), True),
                (("to_kind", "to_id"), False),
            )
            constraints = [
                Check("NOT (from_kind = to_kind AND from_id = to_id)", name="because_not_itself")
            ]

    class OneTimeLink(Base):
        nonce = TextField(unique=True)
        purpose = TextField()
        record_id = TextField()
        made_at = DateTimeField()
        expires_at = DateTimeField()
        used_at = DateTimeField(null=True)

        class Meta:
            table_name = "one_time_link"
            indexes = ((("purpose", "record_id"), False),)

    class Attempts(Base):
        key = TextField()
        window = DateTimeField()
        count = IntegerField()

        class Meta:
            table_name = "attempts"
            primary_key = CompositeKey("key", "window")

    class StoredFile(Base):
        sha256 = TextField(unique=True)
        name = TextField()
        media_type = TextField()
        size = IntegerField()
        kept_at = DateTimeField()

        class Meta:
            table_name = "stored_file"

    class Lease(Base):
        name = TextField(primary_key=True)
        holder = TextField()
        until = DateTimeField()

        class Meta:
            table_name = "lease"

    db.create_tables(
        [Partnership, Event, Delivery, Because, OneTimeLink, Attempts, StoredFile, Lease],
        safe=False,
    )


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
