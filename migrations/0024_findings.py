"""What we learned: findings of every kind, under themes, corrected and withdrawn."""

from peewee import (
    Check,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    SqliteDatabase,
    TextField,
)

FROM_A_SURVEY = "survey_id IS NOT NULL AND version_id IS NOT NULL AND question <> ''"
NOT_OUTSIDE = "source = '' AND source_kind = '' AND file_id IS NULL"
BASIS = (
    f"(basis = 'figure' AND {FROM_A_SURVEY} AND n IS NOT NULL "
    f"AND across = '' AND code = '' AND {NOT_OUTSIDE}) "
    f"OR (basis = 'crosstab' AND {FROM_A_SURVEY} AND n IS NOT NULL "
    f"AND across <> '' AND code = '' AND {NOT_OUTSIDE}) "
    f"OR (basis = 'theme' AND {FROM_A_SURVEY} AND n IS NOT NULL "
    f"AND across = '' AND code <> '' AND {NOT_OUTSIDE}) "
    f"OR (basis = 'quotation' AND {FROM_A_SURVEY} AND n IS NULL "
    f"AND across = '' AND code <> '' AND {NOT_OUTSIDE}) "
    "OR (basis = 'outside' AND survey_id IS NULL AND version_id IS NULL AND question = '' "
    "AND n IS NULL AND across = '' AND code = '' AND source <> '' "
    "AND source_kind IN ('report', 'table', 'link'))"
)
FORMER_BASIS = (
    "(basis = 'figure' AND survey_id IS NOT NULL AND version_id IS NOT NULL "
    "AND question <> '' AND n IS NOT NULL AND source = '') "
    "OR (basis = 'outside' AND survey_id IS NULL AND version_id IS NULL "
    "AND question = '' AND n IS NULL AND source <> '')"
)
WIDER = (
    "INSERT INTO finding_anew (id, statement, basis, survey_id, version_id, question, figure, "
    "filter, n, source, place, link, found_on, pinned_by_id, across, code, suppression, "
    "source_kind, why_corrected) "
    "SELECT id, statement, basis, survey_id, version_id, question, figure, filter, n, source, "
    "place, link, found_on, pinned_by_id, '', '', '{}', "
    "CASE WHEN basis = 'outside' THEN 'report' ELSE '' END, '{}' FROM finding"
)
NARROWER = (
    "INSERT INTO finding_anew (id, statement, basis, survey_id, version_id, question, figure, "
    "filter, n, source, place, link, found_on, pinned_by_id) "
    "SELECT id, statement, basis, survey_id, version_id, question, figure, filter, n, source, "
    "place, link, found_on, pinned_by_id FROM finding"
)
CUT_LOOSE = (
    "DELETE FROM because WHERE from_kind = 'finding' AND from_id IN "
    "(SELECT CAST(id AS TEXT) FROM finding WHERE basis NOT IN ('figure', 'outside'))",
    "DELETE FROM because WHERE to_kind = 'finding' AND to_id IN "
    "(SELECT CAST(id AS TEXT) FROM finding WHERE basis NOT IN ('figure', 'outside'))",
    "DELETE FROM finding WHERE basis NOT IN ('figure', 'outside')",
)
CONSTRAINT = "finding_exactly_one_basis"
ON_POSTGRESQL = (
    "ADD COLUMN across TEXT NOT NULL DEFAULT ''",
    "ADD COLUMN code TEXT NOT NULL DEFAULT ''",
    "ADD COLUMN suppression JSONB NOT NULL DEFAULT '{}'",
    "ADD COLUMN source_kind TEXT NOT NULL DEFAULT ''",
    "ADD COLUMN file_id INTEGER REFERENCES stored_file (id) ON DELETE RESTRICT",
    "ADD COLUMN corrects_id INTEGER REFERENCES finding (id)",
    "ADD COLUMN why_corrected JSONB NOT NULL DEFAULT '{}'",
    "ADD COLUMN withdrawn_on DATE",
)
NEW_WITH_DEFAULT = ("across", "code", "suppression", "source_kind", "why_corrected")
NEW = (*NEW_WITH_DEFAULT, "file_id", "corrects_id", "withdrawn_on")


def up(migrator, db):
    if isinstance(db, SqliteDatabase):
        _rebuild(db, WIDER, _now(db, "finding_anew")[0], _now(db, "finding")[0])
    else:
        _widen(db)
    Finding, Theme, FindingTheme = _now(db, "finding")
    _say_what_was_hidden(Finding)
    db.create_tables([Theme, FindingTheme], safe=False)


def down(migrator, db):
    """What only the newer table can hold is lost: cross-tabs, themes and quotations, with what
    rests on them cut loose; what was withdrawn is a finding again."""
    db.execute_sql('DROP TABLE "finding_theme"')
    db.execute_sql('DROP TABLE "evidence_theme"')
    db.execute_sql("UPDATE finding SET corrects_id = NULL")
    for statement in CUT_LOOSE:
        db.execute_sql(statement)
    if isinstance(db, SqliteDatabase):
        _rebuild(db, NARROWER, _before(db, "finding_anew"), _before(db, "finding"))
    else:
        _narrow(db)


def _rebuild(db, copy, anew, renamed):
    """SQLite knows no other way to change a CHECK than a new table; only `because` refers to a
    finding, by its number, and that stays."""
    anew._schema.create_table(safe=False)
    db.execute_sql(copy)
    db.execute_sql('DROP TABLE "finding"')
    db.execute_sql('ALTER TABLE "finding_anew" RENAME TO "finding"')
    renamed._schema.create_indexes(safe=False)


def _narrow(db):
    db.execute_sql(f"ALTER TABLE finding DROP CONSTRAINT {CONSTRAINT}")
    for name in NEW:
        db.execute_sql(f"ALTER TABLE finding DROP COLUMN {name}")
    db.execute_sql(f"ALTER TABLE finding ADD CONSTRAINT {CONSTRAINT} CHECK ({FORMER_BASIS})")


def _widen(db):
    db.execute_sql(f"ALTER TABLE finding DROP CONSTRAINT {CONSTRAINT}")
    for column in ON_POSTGRESQL:
        db.execute_sql(f"ALTER TABLE finding {column}")
    for name in NEW_WITH_DEFAULT:
        db.execute_sql(f"ALTER TABLE finding ALTER COLUMN {name} DROP DEFAULT")
    db.execute_sql("UPDATE finding SET source_kind = 'report' WHERE basis = 'outside'")
    db.execute_sql(f"ALTER TABLE finding ADD CONSTRAINT {CONSTRAINT} CHECK ({BASIS})")
    db.execute_sql('CREATE INDEX "finding_file_id" ON "finding" ("file_id")')
    db.execute_sql('CREATE UNIQUE INDEX "finding_corrects_id" ON "finding" ("corrects_id")')


def _say_what_was_hidden(Finding):
    columns = (Finding.id, Finding.figure)
    for finding in list(Finding.select(*columns).where(Finding.basis == "figure")):
        rows = finding.figure.get("rows", [])
        hidden = sum(row.get("count") is None for row in rows)
        smallest = finding.figure.get("threshold")
        said = {"n": smallest, "hidden": hidden, "cells": len(rows)}
        Finding.update(suppression=said).where(Finding.id == finding.id).execute()


def _beside(db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    def known(name):
        meta = type("Meta", (), {"table_name": name})
        return type(name, (Base,), {"Meta": meta})

    return Base, [known(name) for name in ("person", "survey", "survey_version", "stored_file")]


def _now(db, table):
    Base, (Person, Survey, SurveyVersion, StoredFile) = _beside(db)

    class Finding(Base):
        statement = JSONField()
        basis = TextField()
        survey = ForeignKeyField(Survey, null=True, backref="learned", on_delete="RESTRICT")
        version = ForeignKeyField(SurveyVersion, null=True, backref="learned", on_delete="RESTRICT")
        question = TextField(default="")
        across = TextField(default="")
        code = TextField(default="")
        figure = JSONField()
        filter = JSONField()
        n = IntegerField(null=True)
        suppression = JSONField()
        source = TextField(default="")
        source_kind = TextField(default="")
        place = TextField(default="")
        link = TextField(default="")
        file = ForeignKeyField(StoredFile, null=True, backref="+", on_delete="RESTRICT")
        found_on = DateField()
        pinned_by = ForeignKeyField(Person, null=True, backref="findings", on_delete="SET NULL")
        corrects = ForeignKeyField("self", null=True, unique=True)
        why_corrected = JSONField()
        withdrawn_on = DateField(null=True)

        class Meta:
            table_name = table
            constraints = [Check(BASIS, name=CONSTRAINT)]

    class Theme(Base):
        title = JSONField()
        retired_on = DateField(null=True)

        class Meta:
            table_name = "evidence_theme"

    class FindingTheme(Base):
        finding = ForeignKeyField(Finding, backref="sorted", on_delete="CASCADE")
        theme = ForeignKeyField(Theme, backref="sorted", on_delete="CASCADE")

        class Meta:
            table_name = "finding_theme"
            indexes = ((("finding", "theme"), True),)

    return Finding, Theme, FindingTheme


def _before(db, table):
    Base, (Person, Survey, SurveyVersion, _) = _beside(db)

    class Finding(Base):
        statement = JSONField()
        basis = TextField()
        survey = ForeignKeyField(Survey, null=True, backref="learned", on_delete="RESTRICT")
        version = ForeignKeyField(SurveyVersion, null=True, backref="learned", on_delete="RESTRICT")
        question = TextField(default="")
        figure = JSONField()
        filter = JSONField()
        n = IntegerField(null=True)
        source = TextField(default="")
        place = TextField(default="")
        link = TextField(default="")
        found_on = DateField()
        pinned_by = ForeignKeyField(Person, null=True, backref="findings", on_delete="SET NULL")

        class Meta:
            table_name = table
            constraints = [Check(FORMER_BASIS, name=CONSTRAINT)]

    return Finding
