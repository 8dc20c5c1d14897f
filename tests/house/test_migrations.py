"""The database the migrations build is the database the models describe, on both engines."""

import re

from lipnet.core import migrations
from lipnet.core.db import db, is_sqlite
from lipnet.models import EVERY_TABLE


def shape() -> dict[str, object]:
    """Every table's columns, CHECKs, UNIQUEs, foreign keys, indexes, as the engine tells them."""
    return _sqlite_shape() if is_sqlite() else _postgresql_shape()


def _sqlite_shape():
    rows = db.execute_sql("SELECT type, tbl_name, name, sql FROM sqlite_master").fetchall()
    return {
        (kind, table, name): re.sub(r"\s+", " ", sql or "")
        for kind, table, name, sql in rows
        if table not in ("schema_migration", "sqlite_sequence")
    }


def _postgresql_shape():
    columns = db.execute_sql(
        "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns "
        "WHERE table_schema = 'public' AND table_name <> 'schema_migration'"
    ).fetchall()
    constraints = db.execute_sql(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE connamespace = 'public'::regnamespace "
        "AND conrelid::regclass::text <> 'schema_migration'"
    ).fetchall()
    indexes = db.execute_sql(
        "SELECT tablename, indexname, indexdef FROM pg_indexes "
        "WHERE schemaname = 'public' AND tablename <> 'schema_migration'"
    ).fetchall()
    return {(row[0], row[1]): row[2:] for row in (*columns, *constraints, *indexes)}


def test_the_migrations_build_what_the_models_describe(database):
    built = shape()
    db.drop_tables(list(reversed(EVERY_TABLE)))
    try:
        db.create_tables(EVERY_TABLE)
        assert built == shape()
    finally:
        db.drop_tables(list(reversed(EVERY_TABLE)))
        migrations.runner().History.delete().execute()
        migrations.runner().up()


def test_every_migration_goes_back_and_forward_again(database):
    built = shape()
    names = [m.name for m in migrations.runner().status()]
    migrations.migrate_back(database.folder, names[0])
    assert shape() == {}
    assert migrations.migrate(database.folder) == names
    assert shape() == built


def test_every_table_of_the_database_is_a_model_and_named_once(database):
    models = {table._meta.table_name for table in EVERY_TABLE}
    assert len(models) == len(EVERY_TABLE)
    assert set(db.get_tables()) - {"schema_migration"} == models
