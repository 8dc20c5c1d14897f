"""What a nomination says: in several languages, part by part, and each part shown or not."""

from peewee import (
    BlobField,
    BooleanField,
    Check,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    SqliteDatabase,
    TextField,
)

ONE_ANSWER = "accepted_at IS NULL OR declined_at IS NULL"
NOW = {
    "nomination_consent": "accepted_at IS NOT NULL OR published = '[]'",
    "nomination_conflict": "conflict IN ('', 'none', 'some')",
    "nomination_conflict_about": "conflict = 'some' OR conflict_about = ''",
    "nomination_forgotten": (
        "forgotten_at IS NULL OR (statement = '{}' AND interests = '' AND skills = '' "
        "AND lived = '[]' AND organisation = '' AND endorser = '' AND conflict = '' "
        "AND conflict_about = '' AND accommodations = '' AND published = '[]')"
    ),
}
FORMER = {
    "nomination_consent": "accepted_at IS NOT NULL OR NOT may_publish",
    "nomination_forgotten": "forgotten_at IS NULL OR (statement = '' AND interests = '')",
}
NEW_TEXTS = (
    "skills", "organisation", "endorser", "conflict", "conflict_about", "accommodations",
)  # fmt: skip
NEW_LISTS = ("lived", "published")
# The one text was in the language of who wrote it; what members could see they still can.
WIDER_ON_SQLITE = (
    "INSERT INTO nomination_anew (id, call_id, nominee_id, nominator_id, seat_id, statement, "
    "interests, skills, lived, organisation, endorser, conflict, conflict_about, accommodations, "
    "published, made_at, accepted_at, declined_at, withdrawn_at, forgotten_at) "
    "SELECT id, call_id, nominee_id, nominator_id, seat_id, "
    "CASE WHEN statement = '' THEN '{}' ELSE json_object((SELECT language FROM person "
    "WHERE person.id = nomination.nominator_id), statement) END, "
    "interests, '', '[]', '', '', '', '', '', "
    "CASE WHEN may_publish THEN '[\"statement\", \"interests\"]' ELSE '[]' END, "
    "made_at, accepted_at, declined_at, withdrawn_at, forgotten_at FROM nomination"
)
WIDER_ON_POSTGRESQL = (
    "UPDATE nomination SET statement = CASE WHEN statement = '' THEN '{}' "
    "ELSE jsonb_build_object((SELECT language FROM person "
    "WHERE person.id = nomination.nominator_id), statement)::text END, "
    'published = CASE WHEN may_publish THEN \'["statement", "interests"]\'::jsonb '
    "ELSE '[]'::jsonb END"
)
# Back to one text, and to one yes for all: only where both old parts are shown.
NARROWER_ON_SQLITE = (
    "INSERT INTO nomination_anew (id, call_id, nominee_id, nominator_id, seat_id, statement, "
    "interests, may_publish, made_at, accepted_at, declined_at, withdrawn_at, forgotten_at) "
    "SELECT id, call_id, nominee_id, nominator_id, seat_id, "
    "coalesce((SELECT value FROM json_each(statement) LIMIT 1), ''), interests, "
    "instr(published, 'statement') > 0 AND instr(published, 'interests') > 0, "
    "made_at, accepted_at, declined_at, withdrawn_at, forgotten_at FROM nomination"
)
NARROWER_ON_POSTGRESQL = (
    "UPDATE nomination SET "
    "statement = coalesce((SELECT value FROM jsonb_each_text(statement::jsonb) LIMIT 1), ''), "
    'may_publish = published @> \'["statement", "interests"]\''
)


def up(migrator, db):
    if isinstance(db, SqliteDatabase):
        _rebuild(db, WIDER_ON_SQLITE, _now)
    else:
        _widen(db)
    db.create_tables(_beside_nominations(db), safe=False)


def down(migrator, db):
    """What only the newer table can hold is lost, drafts with it."""
    db.execute_sql('DROP TABLE "endorsement"')
    db.execute_sql('DROP TABLE "nomination_file"')
    db.execute_sql('DROP TABLE "nomination_draft"')
    if isinstance(db, SqliteDatabase):
        _rebuild(db, NARROWER_ON_SQLITE, _before)
    else:
        _narrow(db)


def _rebuild(db, copy, shape):
    """SQLite knows no other way to change a CHECK than a new table; what refers to a nomination
    does so by its number, which stays."""
    shape(db, "nomination_anew")._schema.create_table(safe=False)
    db.execute_sql(copy)
    db.execute_sql('DROP TABLE "nomination"')
    db.execute_sql('ALTER TABLE "nomination_anew" RENAME TO "nomination"')
    shape(db, "nomination")._schema.create_indexes(safe=False)


def _widen(db):
    _drop_constraints(db, FORMER)
    for name in NEW_TEXTS:
        db.execute_sql(f"ALTER TABLE nomination ADD COLUMN {name} TEXT NOT NULL DEFAULT ''")
    for name in NEW_LISTS:
        db.execute_sql(f"ALTER TABLE nomination ADD COLUMN {name} JSONB NOT NULL DEFAULT '[]'")
    db.execute_sql(WIDER_ON_POSTGRESQL)
    _change_type(db, "JSONB")
    for name in (*NEW_TEXTS, *NEW_LISTS):
        db.execute_sql(f"ALTER TABLE nomination ALTER COLUMN {name} DROP DEFAULT")
    db.execute_sql("ALTER TABLE nomination DROP COLUMN may_publish")
    _add_constraints(db, NOW)


def _narrow(db):
    _drop_constraints(db, NOW)
    _change_type(db, "TEXT")
    db.execute_sql("ALTER TABLE nomination ADD COLUMN may_publish BOOLEAN NOT NULL DEFAULT false")
    db.execute_sql(NARROWER_ON_POSTGRESQL)
    db.execute_sql("ALTER TABLE nomination ALTER COLUMN may_publish DROP DEFAULT")
    for name in (*NEW_TEXTS, *NEW_LISTS):
        db.execute_sql(f"ALTER TABLE nomination DROP COLUMN {name}")
    _add_constraints(db, FORMER)


def _change_type(db, kind):
    db.execute_sql(
        f"ALTER TABLE nomination ALTER COLUMN statement TYPE {kind} USING statement::{kind}"
    )


def _drop_constraints(db, rules):
    for name in rules:
        db.execute_sql(f"ALTER TABLE nomination DROP CONSTRAINT {name}")


def _add_constraints(db, rules):
    for name, rule in rules.items():
        db.execute_sql(f"ALTER TABLE nomination ADD CONSTRAINT {name} CHECK ({rule})")


def _checks(rules):
    named = {"nomination_one_answer": ONE_ANSWER, **rules}
    return [Check(rule, name=name) for name, rule in named.items()]


def _beside(db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    def known(name):
        return type(name, (Base,), {"Meta": type("Meta", (), {"table_name": name})})

    return Base, [known(name) for name in ("call", "person", "seat")]


def _beside_nominations(db):
    Base, (Call, Person, _) = _beside(db)

    class NominationDraft(Base):
        call = ForeignKeyField(Call)
        writer = ForeignKeyField(Person, on_delete="CASCADE")
        kind = TextField()
        content = JSONField()
        saved_at = DateTimeField()

        class Meta:
            table_name = "nomination_draft"
            constraints = [Check("kind IN ('nominate', 'stand')", name="nomination_draft_kind")]

    class NominationFile(Base):
        nomination = ForeignKeyField(_now(db, "nomination"))
        name = TextField()
        media_type = TextField()
        size = IntegerField()
        content = BlobField()
        added_at = DateTimeField()

        class Meta:
            table_name = "nomination_file"
            constraints = [
                Check("size > 0 AND size <= 5000000", name="nomination_file_size"),
                Check("name <> ''", name="nomination_file_has_a_name"),
            ]

    class Endorsement(Base):
        nomination = ForeignKeyField(_now(db, "nomination"), unique=True)
        person = ForeignKeyField(Person)
        asked_at = DateTimeField()
        confirmed_at = DateTimeField(null=True)
        declined_at = DateTimeField(null=True)

        class Meta:
            table_name = "endorsement"
            constraints = [
                Check("confirmed_at IS NULL OR declined_at IS NULL", name="endorsement_one_answer")
            ]

    return NominationDraft, NominationFile, Endorsement


def _now(db, table):
    Base, (Call, Person, Seat) = _beside(db)

    class Nomination(Base):
        call = ForeignKeyField(Call)
        nominee = ForeignKeyField(Person, backref="nominations")
        nominator = ForeignKeyField(Person, backref="nominations_made")
        seat = ForeignKeyField(Seat, null=True)
        statement = JSONField(default=dict)
        interests = TextField(default="")
        skills = TextField(default="")
        lived = JSONField(default=list)
        organisation = TextField(default="")
        endorser = TextField(default="")
        conflict = TextField(default="")
        conflict_about = TextField(default="")
        accommodations = TextField(default="")
        published = JSONField(default=list)
        made_at = DateTimeField()
        accepted_at = DateTimeField(null=True)
        declined_at = DateTimeField(null=True)
        withdrawn_at = DateTimeField(null=True)
        forgotten_at = DateTimeField(null=True)

        class Meta:
            table_name = table
            indexes = ((("call", "nominee"), True),)
            constraints = _checks(NOW)

    return Nomination


def _before(db, table):
    Base, (Call, Person, Seat) = _beside(db)

    class Nomination(Base):
        call = ForeignKeyField(Call)
        nominee = ForeignKeyField(Person, backref="nominations")
        nominator = ForeignKeyField(Person, backref="nominations_made")
        seat = ForeignKeyField(Seat, null=True)
        statement = TextField()
        interests = TextField(default="")
        may_publish = BooleanField(default=False)
        made_at = DateTimeField()
        accepted_at = DateTimeField(null=True)
        declined_at = DateTimeField(null=True)
        withdrawn_at = DateTimeField(null=True)
        forgotten_at = DateTimeField(null=True)

        class Meta:
            table_name = table
            indexes = ((("call", "nominee"), True),)
            constraints = _checks(FORMER)

    return Nomination
