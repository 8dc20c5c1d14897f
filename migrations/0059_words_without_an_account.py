"""What people write without an account, or too late, stands in every language they wrote it in; a
committee's first marks, given before the name was known, stay beside the later ones."""

from peewee import (
    Check,
    DateTimeField,
    ForeignKeyField,
    JSONField,
    Model,
    SqliteDatabase,
    TextField,
)

RULES = {
    "proposal_has_a_writer": "nominator_id IS NOT NULL OR email <> ''",
    "proposal_names_one_nominee": "nominee_id IS NULL OR nominee_email = ''",
    "proposal_confirmed_first": "declined_at IS NULL OR confirmed_at IS NOT NULL",
}
WHILE_KEPT = "proposal_words_while_kept"
TEXTS = "(declined_at IS NULL) = (statement <> '{}')"
SAID_WHILE_KEPT = "proposal_said_while_kept"
SAID = "declined_at IS NULL OR said = '{}'"
TEXT = "(declined_at IS NULL) = (statement <> '')"
COLUMNS = (
    "id, call_id, nominator_id, name, email, language, nominee_id, nominee_name, nominee_email, "
    "nominee_language, seat_id, made_at, confirmed_at, declined_at"
)
# The one text was in the language of the page, or of the member who wrote it.
WIDER_ON_SQLITE = (
    "CASE WHEN statement = '' THEN '{}' ELSE json_object(coalesce((SELECT language FROM person "
    "WHERE person.id = proposal.nominator_id), proposal.language), statement) END"
)
WIDER_ON_POSTGRESQL = (
    "UPDATE proposal SET statement = CASE WHEN statement = '' THEN '{}' "
    "ELSE jsonb_build_object(coalesce((SELECT language FROM person "
    "WHERE person.id = proposal.nominator_id), proposal.language), statement)::text END"
)
NARROWER_ON_SQLITE = "coalesce((SELECT value FROM json_each(statement) LIMIT 1), '')"
NARROWER_ON_POSTGRESQL = (
    "UPDATE proposal SET "
    "statement = coalesce((SELECT value FROM jsonb_each_text(statement::jsonb) LIMIT 1), '')"
)


READING = "id, reviewer_id, nomination_id, marks, notes, note, read_at"


def up(migrator, db):
    if isinstance(db, SqliteDatabase):
        statement = f"{COLUMNS}, statement, said"
        _rebuild(db, _proposal, statement, f"{COLUMNS}, {WIDER_ON_SQLITE}, '{{}}'")
        _rebuild(db, _reading, READING, READING)
        return
    _drop_rule(db)
    db.execute_sql(WIDER_ON_POSTGRESQL)
    _change_type(db, "JSONB")
    _add_rule(db, WHILE_KEPT, TEXTS)
    db.execute_sql("ALTER TABLE proposal ADD COLUMN said JSONB NOT NULL DEFAULT '{}'")
    db.execute_sql("ALTER TABLE proposal ALTER COLUMN said DROP DEFAULT")
    _add_rule(db, SAID_WHILE_KEPT, SAID)
    db.execute_sql("ALTER TABLE reading ADD COLUMN first_marks JSONB")


def down(migrator, db):
    """Of several languages the first is kept."""
    if isinstance(db, SqliteDatabase):
        statement, former = f"{COLUMNS}, statement", True
        _rebuild(db, _proposal, statement, f"{COLUMNS}, {NARROWER_ON_SQLITE}", former)
        _rebuild(db, _reading, READING, READING, former)
        return
    db.execute_sql("ALTER TABLE reading DROP COLUMN first_marks")
    _drop_rule(db)
    db.execute_sql("ALTER TABLE proposal DROP COLUMN said")
    _change_type(db, "TEXT")
    db.execute_sql(NARROWER_ON_POSTGRESQL)
    _add_rule(db, WHILE_KEPT, TEXT)


def _rebuild(db, shape, into, out_of, former=False):
    """SQLite knows no other way to change a CHECK, and writes a new column behind the CHECKs;
    nothing refers to these tables."""
    name = shape(db, former=former)._meta.table_name
    shape(db, f"{name}_anew", former)._schema.create_table(safe=False)
    db.execute_sql(" ".join(("INSERT INTO", f"{name}_anew ({into}) SELECT", out_of, "FROM", name)))
    db.execute_sql(f'DROP TABLE "{name}"')
    db.execute_sql(f'ALTER TABLE "{name}_anew" RENAME TO "{name}"')
    shape(db, name, former)._schema.create_indexes(safe=False)


def _drop_rule(db):
    db.execute_sql(f"ALTER TABLE proposal DROP CONSTRAINT {WHILE_KEPT}")


def _add_rule(db, name, rule):
    db.execute_sql(f"ALTER TABLE proposal ADD CONSTRAINT {name} CHECK ({rule})")


def _change_type(db, kind):
    db.execute_sql(
        f"ALTER TABLE proposal ALTER COLUMN statement TYPE {kind} USING statement::{kind}"
    )


def _beside(db, *names):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    def known(name):
        return type(name, (Base,), {"Meta": type("Meta", (), {"table_name": name})})

    return Base, *(known(name) for name in names)


def _proposal(db, name="proposal", former=False):
    Base, Call, Person, Seat = _beside(db, "call", "person", "seat")
    rules = {**RULES, WHILE_KEPT: TEXT} if former else {**RULES, WHILE_KEPT: TEXTS}

    class Proposal(Base):
        call = ForeignKeyField(Call, backref="+")
        nominator = ForeignKeyField(Person, null=True, backref="+")
        name = TextField(default="")
        email = TextField(default="")
        language = TextField(default="en")
        nominee = ForeignKeyField(Person, null=True, backref="+")
        nominee_name = TextField(default="")
        nominee_email = TextField(default="")
        nominee_language = TextField(default="")
        seat = ForeignKeyField(Seat, null=True, backref="+")
        statement = TextField() if former else JSONField()
        made_at = DateTimeField()
        confirmed_at = DateTimeField(null=True)
        declined_at = DateTimeField(null=True)
        if not former:
            said = JSONField(default=dict)
            rules[SAID_WHILE_KEPT] = SAID

        class Meta:
            table_name = name
            constraints = [Check(rule, name=called) for called, rule in rules.items()]

    return Proposal


def _reading(db, name="reading", former=False):
    Base, Reviewer, Nomination = _beside(db, "reviewer", "nomination")

    class Reading(Base):
        reviewer = ForeignKeyField(Reviewer, backref="+")
        nomination = ForeignKeyField(Nomination, backref="+")
        marks = JSONField()
        notes = JSONField(default=dict)
        note = TextField(default="")
        read_at = DateTimeField()
        if not former:
            first_marks = JSONField(null=True)

        class Meta:
            table_name = name
            indexes = ((("reviewer", "nomination"), True),)

    return Reading
