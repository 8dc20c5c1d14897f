"""Votes between meetings: the clause that allows them, the votes, and motions without a meeting.
Who came and left while a meeting went on, and at what time a motion was voted on."""

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

NEW = ("between_meetings", "evote", "evoter", "movement")
COLUMNS = (
    "id", "meeting_id", "agenda_item_id", "number", "text", "mover_id", "seconder_id", "result",
    "in_favour", "against", "abstained",
)  # fmt: skip
BETWEEN = (
    "(meeting_id IS NULL) = (between_body_id IS NOT NULL) "
    "AND (meeting_id IS NULL) = (between_on IS NOT NULL)"
)
AT = "length(at) IN (0, 5)"


def up(migrator, db):
    tables = _tables(db)
    if isinstance(db, SqliteDatabase):
        _anew(db, tables["motion"], COLUMNS + ("at",), COLUMNS + ("''",))
    else:
        _widen(db)
    db.create_tables([tables[name] for name in NEW], safe=False)


def down(migrator, db):
    """Motions that were voted on between meetings are lost, with their votes."""
    for name in reversed(NEW):
        db.execute_sql(f'DROP TABLE "{name}"')
    db.execute_sql('DELETE FROM "motion" WHERE meeting_id IS NULL')
    if isinstance(db, SqliteDatabase):
        _anew(db, _tables(db, former=True)["motion"], COLUMNS, COLUMNS)
    else:
        _narrow(db)


def _anew(db, model, into, values):
    """SQLite knows no other way to change a CHECK than a new table. Others refer to motions:
    foreign keys are looked at again once the migration is over, and the rows are back by then."""
    named = ", ".join(f'"{column}"' for column in into)
    given = ", ".join(value if value == "''" else f'"{value}"' for value in values)
    db.execute_sql('CREATE TEMPORARY TABLE "kept_motion" AS SELECT * FROM "motion"')
    db.execute_sql('DROP TABLE "motion"')
    db.create_tables([model], safe=False)
    db.execute_sql(f'INSERT INTO "motion" ({named}) SELECT {given} FROM "kept_motion"')  # noqa: S608
    db.execute_sql('DROP TABLE "kept_motion"')


def _widen(db):
    db.execute_sql("ALTER TABLE motion ALTER COLUMN meeting_id DROP NOT NULL")
    db.execute_sql("ALTER TABLE motion ADD COLUMN between_body_id INTEGER REFERENCES body (id)")
    db.execute_sql("ALTER TABLE motion ADD COLUMN between_on DATE")
    db.execute_sql("ALTER TABLE motion ADD COLUMN at TEXT NOT NULL DEFAULT ''")
    db.execute_sql("ALTER TABLE motion ALTER COLUMN at DROP DEFAULT")
    db.execute_sql("CREATE INDEX motion_between_body_id ON motion (between_body_id)")
    db.execute_sql(f"ALTER TABLE motion ADD CONSTRAINT motion_meeting_or_between CHECK ({BETWEEN})")
    db.execute_sql(f"ALTER TABLE motion ADD CONSTRAINT motion_at CHECK ({AT})")


def _narrow(db):
    for column in ("between_body_id", "between_on", "at"):
        db.execute_sql(f"ALTER TABLE motion DROP COLUMN {column}")
    db.execute_sql("ALTER TABLE motion ALTER COLUMN meeting_id SET NOT NULL")


def _tables(db, former=False):
    """The table that changes, as it is from now on or was before, and the new ones."""

    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    def known(name):
        meta = type("Meta", (), {"table_name": name})
        return type(name, (Base,), {"Meta": meta})

    Person, Body, Meeting = known("person"), known("body"), known("meeting")
    Motion = _motion(Base, Person, Body, Meeting, known("agenda_item"), former)
    EVote = _evote(Base, Person, Body, Meeting, Motion)
    return {
        "motion": Motion,
        "between_meetings": _between_meetings(Base, known("terms_of_reference")),
        "evote": EVote,
        "evoter": _evoter(Base, EVote, Person),
        "movement": _movement(Base, known("attendance")),
    }


def _motion(Base, Person, Body, Meeting, AgendaItem, former):
    further = [] if former else [Check(BETWEEN, name="motion_meeting_or_between"),
                                 Check(AT, name="motion_at")]  # fmt: skip

    class Motion(Base):
        meeting = ForeignKeyField(Meeting, null=not former, backref="+")
        if not former:
            between_body = ForeignKeyField(Body, null=True, backref="+")
            between_on = DateField(null=True)
        agenda_item = ForeignKeyField(AgendaItem, null=True, backref="+")
        number = TextField(unique=True)
        if not former:
            at = TextField(default="")
        text = JSONField()
        mover = ForeignKeyField(Person, null=True, backref="+")
        seconder = ForeignKeyField(Person, null=True, backref="+")
        result = TextField()
        in_favour = IntegerField(null=True)
        against = IntegerField(null=True)
        abstained = IntegerField(null=True)

        class Meta:
            table_name = "motion"
            constraints = [
                Check(
                    "result IN ('carried', 'consensus', 'defeated', 'tabled', 'withdrawn')",
                    name="motion_result",
                ),
                Check("mover_id <> seconder_id", name="motion_two_people"),
                Check(
                    "result = 'consensus' OR (mover_id IS NOT NULL AND seconder_id IS NOT NULL)",
                    name="motion_moved_and_seconded",
                ),
                Check("in_favour >= 0 AND against >= 0 AND abstained >= 0", name="motion_counts"),
                *further,
            ]

    return Motion


def _between_meetings(Base, TermsOfReference):
    class BetweenMeetings(Base):
        terms = ForeignKeyField(TermsOfReference, unique=True)
        percent = IntegerField()
        rule = TextField(default="body")
        alternates = BooleanField(default=False)

        class Meta:
            table_name = "between_meetings"
            constraints = [
                Check(
                    "rule IN ('body', 'cast', 'two_thirds', 'nobody_against')",
                    name="between_meetings_rule",
                ),
                Check("percent BETWEEN 1 AND 100", name="between_meetings_percent"),
            ]

    return BetweenMeetings


def _evote(Base, Person, Body, Meeting, Motion):
    class EVote(Base):
        body = ForeignKeyField(Body, backref="+")
        text = JSONField()
        reasons = JSONField(default=dict)
        link = TextField(default="")
        mover = ForeignKeyField(Person, backref="+")
        seconder = ForeignKeyField(Person, backref="+")
        percent = IntegerField()
        rule = TextField()
        asked_by = ForeignKeyField(Person, backref="+")
        opened_at = DateTimeField()
        closes_at = DateTimeField(index=True)
        closed_at = DateTimeField(null=True)
        result = TextField(null=True)
        withdrawn_at = DateTimeField(null=True)
        withdrawn_reason = TextField(default="")
        motion = ForeignKeyField(Motion, null=True, unique=True, backref="+")
        entered_in = ForeignKeyField(Meeting, null=True, backref="+", on_delete="SET NULL")

        class Meta:
            table_name = "evote"
            constraints = [
                Check("result IN ('carried', 'defeated', 'too_few')", name="evote_result"),
                Check("mover_id <> seconder_id", name="evote_two_people"),
                Check("percent BETWEEN 1 AND 100", name="evote_percent"),
                Check("(closed_at IS NULL) = (result IS NULL)", name="evote_closed"),
                Check("(withdrawn_at IS NULL) = (withdrawn_reason = '')", name="evote_withdrawn"),
                Check("closed_at IS NULL OR withdrawn_at IS NULL", name="evote_one_end"),
                Check(
                    "(motion_id IS NOT NULL) = (result IS NOT NULL AND result <> 'too_few')",
                    name="evote_motion",
                ),
            ]

    return EVote


def _evoter(Base, EVote, Person):
    class EVoter(Base):
        evote = ForeignKeyField(EVote, backref="+", on_delete="CASCADE")
        person = ForeignKeyField(Person, backref="+")
        alternate = ForeignKeyField(Person, null=True, backref="+")
        choice = TextField(null=True)
        cast_by = ForeignKeyField(Person, null=True, backref="+")
        cast_at = DateTimeField(null=True)
        remind = TextField(default="day")
        reminded_at = DateTimeField(null=True)

        class Meta:
            table_name = "evoter"
            indexes = ((("evote", "person"), True),)
            constraints = [
                Check("choice IN ('in_favour', 'against', 'abstained')", name="evoter_choice"),
                Check("remind IN ('day', 'hours', 'none')", name="evoter_remind"),
                Check("alternate_id <> person_id", name="evoter_not_own_alternate"),
                Check(
                    "(choice IS NULL) = (cast_by_id IS NULL) "
                    "AND (choice IS NULL) = (cast_at IS NULL)",
                    name="evoter_whole_answer",
                ),
                Check(
                    "cast_by_id = person_id OR cast_by_id = alternate_id",
                    name="evoter_who_answered",
                ),
            ]

    return EVoter


def _movement(Base, Attendance):
    class Movement(Base):
        attendance = ForeignKeyField(Attendance, backref="+", on_delete="CASCADE")
        at = TextField()
        there = BooleanField()

        class Meta:
            table_name = "movement"
            indexes = ((("attendance", "at"), True),)
            constraints = [Check("length(at) = 5", name="movement_at")]

    return Movement
