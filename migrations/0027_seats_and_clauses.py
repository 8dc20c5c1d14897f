"""Alternates, seats that advise, further clauses, own words for kinds, entries in the directory."""

from peewee import (
    BooleanField,
    Check,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

TABLES = (
    "kind_name", "further_clauses", "resource_seat", "alternate_request", "alternate",
    "directory_entry",
)  # fmt: skip


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class Seat(Base):
        class Meta:
            table_name = "seat"

    class Appointment(Base):
        class Meta:
            table_name = "appointment"

    class TermsOfReference(Base):
        class Meta:
            table_name = "terms_of_reference"

    class DirectoryEntry(Base):
        person = ForeignKeyField(Person, unique=True, on_delete="CASCADE")
        phone = TextField(default="")
        position = TextField(default="")
        channel = TextField(default="email")
        shows_email = BooleanField(default=True)
        shows_phone = BooleanField(default=False)

        class Meta:
            table_name = "directory_entry"
            constraints = [
                Check("channel IN ('email', 'phone')", name="directory_entry_channel"),
            ]

    class Alternate(Base):
        appointment = ForeignKeyField(Appointment, backref="alternates")
        person = ForeignKeyField(Person, backref="alternate_of")
        from_on = DateField()
        ended_on = DateField(null=True)

        class Meta:
            table_name = "alternate"
            constraints = [Check("ended_on IS NULL OR ended_on >= from_on", name="alternate_days")]

    class AlternateRequest(Base):
        appointment = ForeignKeyField(Appointment, unique=True)
        asked_on = DateField()

        class Meta:
            table_name = "alternate_request"

    class ResourceSeat(Base):
        seat = ForeignKeyField(Seat, unique=True)

        class Meta:
            table_name = "resource_seat"

    class FurtherClauses(Base):
        terms = ForeignKeyField(TermsOfReference, unique=True)
        second_call = TextField(default="none")
        second_call_value = IntegerField(null=True)
        term_cap = IntegerField(null=True)
        nominators = TextField(default="members")
        amendment = JSONField(default=dict)

        class Meta:
            table_name = "further_clauses"
            constraints = [
                Check(
                    "second_call IN ('none', 'present', 'fixed')",
                    name="further_clauses_second_call",
                ),
                Check(
                    "nominators IN ('anyone', 'members', 'organisations', 'group')",
                    name="further_clauses_nominators",
                ),
                Check(
                    "(second_call = 'fixed') = (second_call_value IS NOT NULL)",
                    name="further_clauses_how_many",
                ),
                Check("second_call_value > 0", name="further_clauses_at_least_one"),
                Check("term_cap > 0", name="further_clauses_cap"),
            ]

    class KindName(Base):
        kind = TextField(unique=True)
        name = JSONField()

        class Meta:
            table_name = "kind_name"
            constraints = [
                Check(
                    "kind IN ('council', 'steering', 'executive', 'working_group', 'ad_hoc')",
                    name="kind_name_kind",
                )
            ]

    tables = [DirectoryEntry, Alternate, AlternateRequest, ResourceSeat, FurtherClauses, KindName]
    db.create_tables(tables, safe=False)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
