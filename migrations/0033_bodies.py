"""Further roles, one more term with a reason, second calls, post as a channel, notes by seat."""

from peewee import (
    BooleanField,
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    SqliteDatabase,
    TextField,
)

ROLES = "role IN ('member', 'chair', 'co_chair', 'vice_chair', 'past_chair', 'secretary')"
FORMER_ROLES = "role IN ('member', 'chair', 'co_chair')"
CHANNELS = "channel IN ('email', 'phone', 'post')"
FORMER_CHANNELS = "channel IN ('email', 'phone')"
NEW_COLUMNS = (
    ("further_clauses", "cap_exception", "BOOLEAN NOT NULL DEFAULT FALSE"),
    ("directory_entry", "postal_address", "TEXT NOT NULL DEFAULT ''"),
    ("reading", "notes", "JSONB NOT NULL DEFAULT '{}'"),
)
CHECKS = (
    ("appointment", "appointment_role", ROLES, FORMER_ROLES),
    ("directory_entry", "directory_entry_channel", CHANNELS, FORMER_CHANNELS),
)


def up(migrator, db):
    tables = _tables(db)
    if isinstance(db, SqliteDatabase):
        _anew(db, tables, {table: (column, zero) for table, column, zero in _zeros()})
    else:
        _widen(db)
    db.create_tables([tables["term_exception"], tables["second_call"]], safe=False)


def down(migrator, db):
    """Who holds a further role is a member again; what only the newer tables hold is lost."""
    db.execute_sql('DROP TABLE "second_call"')
    db.execute_sql('DROP TABLE "term_exception"')
    db.execute_sql(
        "UPDATE appointment SET role = 'member' "
        "WHERE role IN ('vice_chair', 'past_chair', 'secretary')"
    )
    db.execute_sql("UPDATE directory_entry SET channel = 'email' WHERE channel = 'post'")
    if isinstance(db, SqliteDatabase):
        _anew(db, _tables(db, former=True), {})
    else:
        _narrow(db)


def _zeros():
    """What stands in a new column of a row that was there before."""
    for table, column, kind in NEW_COLUMNS:
        yield table, column, "0" if kind.startswith("BOOLEAN") else kind.rpartition("DEFAULT ")[2]


def _anew(db, tables, zeros):
    """SQLite knows no other way to change a CHECK than a new table. Others refer to appointments:
    foreign keys are looked at again once the migration is over, and the rows are back by then."""
    for name in ("appointment", "further_clauses", "directory_entry", "reading"):
        kept = [column.name for column in db.get_columns(name)]
        model = tables[name]
        wanted = [field.column_name for field in model._meta.sorted_fields]
        columns = [column for column in wanted if column in kept]
        told = {column: zero for column, zero in [zeros.get(name, ("", ""))] if column}
        db.execute_sql(
            f'CREATE TEMPORARY TABLE "kept_{name}" AS SELECT * FROM "{name}"'  # noqa: S608
        )
        db.execute_sql(f'DROP TABLE "{name}"')
        db.create_tables([model], safe=False)
        into = ", ".join(f'"{column}"' for column in (*columns, *told))
        values = ", ".join((*(f'"{column}"' for column in columns), *told.values()))
        db.execute_sql(
            f'INSERT INTO "{name}" ({into}) SELECT {values} FROM "kept_{name}"'  # noqa: S608
        )
        db.execute_sql(f'DROP TABLE "kept_{name}"')


def _widen(db):
    for table, column, kind in NEW_COLUMNS:
        db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
        db.execute_sql(f"ALTER TABLE {table} ALTER COLUMN {column} DROP DEFAULT")
    for table, name, rule, _former in CHECKS:
        _check(db, table, name, rule)


def _narrow(db):
    for table, column, _kind in NEW_COLUMNS:
        db.execute_sql(f"ALTER TABLE {table} DROP COLUMN {column}")
    for table, name, _rule, former in CHECKS:
        _check(db, table, name, former)


def _check(db, table, name, rule):
    db.execute_sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    db.execute_sql(f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({rule})")


def _tables(db, former=False):
    """The tables that change, as they are from now on or were before, and the new ones."""

    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    def known(name):
        meta = type("Meta", (), {"table_name": name})
        return type(name, (Base,), {"Meta": meta})

    Person, Body, Meeting = known("person"), known("body"), known("meeting")
    Appointment = _appointment(Base, known("seat"), Person, FORMER_ROLES if former else ROLES)
    return {
        "appointment": Appointment,
        "further_clauses": _further_clauses(Base, known("terms_of_reference"), former),
        "directory_entry": _directory_entry(Base, Person, former),
        "reading": _reading(Base, known("reviewer"), known("nomination"), former),
        "term_exception": _term_exception(Base, Body, Person, Appointment),
        "second_call": _second_call(Base, Meeting),
    }


def _appointment(Base, Seat, Person, roles):
    class Appointment(Base):
        seat = ForeignKeyField(Seat, backref="+")
        person = ForeignKeyField(Person, backref="+")
        role = TextField(default="member")
        from_on = DateField()
        to_on = DateField()
        ended_on = DateField(null=True)
        ended_reason = TextField(default="")
        term_number = IntegerField(default=1)

        class Meta:
            table_name = "appointment"
            constraints = [
                Check(roles, name="appointment_role"),
                Check("from_on <= to_on", name="appointment_days"),
                Check("term_number > 0", name="appointment_term"),
            ]

    return Appointment


def _further_clauses(Base, TermsOfReference, former):
    class FurtherClauses(Base):
        terms = ForeignKeyField(TermsOfReference, unique=True)
        second_call = TextField(default="none")
        second_call_value = IntegerField(null=True)
        term_cap = IntegerField(null=True)
        if not former:
            cap_exception = BooleanField(default=False)
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

    return FurtherClauses


def _directory_entry(Base, Person, former):
    class DirectoryEntry(Base):
        person = ForeignKeyField(Person, unique=True, on_delete="CASCADE")
        phone = TextField(default="")
        position = TextField(default="")
        if not former:
            postal_address = TextField(default="")
        channel = TextField(default="email")
        shows_email = BooleanField(default=True)
        shows_phone = BooleanField(default=False)

        class Meta:
            table_name = "directory_entry"
            constraints = [
                Check(FORMER_CHANNELS if former else CHANNELS, name="directory_entry_channel")
            ]

    return DirectoryEntry


def _reading(Base, Reviewer, Nomination, former):
    class Reading(Base):
        reviewer = ForeignKeyField(Reviewer, backref="+")
        nomination = ForeignKeyField(Nomination, backref="+")
        marks = JSONField()
        if not former:
            notes = JSONField(default=dict)
        note = TextField(default="")
        read_at = DateTimeField()

        class Meta:
            table_name = "reading"
            indexes = ((("reviewer", "nomination"), True),)

    return Reading


def _term_exception(Base, Body, Person, Appointment):
    class TermException(Base):
        body = ForeignKeyField(Body, backref="+")
        person = ForeignKeyField(Person, backref="+")
        reason = TextField()
        allowed_on = DateField()
        appointment = ForeignKeyField(Appointment, null=True, unique=True)

        class Meta:
            table_name = "term_exception"
            constraints = [Check("reason <> ''", name="term_exception_has_a_reason")]

    return TermException


def _second_call(Base, Meeting):
    class SecondCall(Base):
        meeting = ForeignKeyField(Meeting, unique=True, backref="+")
        first = ForeignKeyField(Meeting, backref="+")

        class Meta:
            table_name = "second_call"
            constraints = [Check("meeting_id <> first_id", name="second_call_two_meetings")]

    return SecondCall
