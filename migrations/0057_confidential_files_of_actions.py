"""A file that shows what was done may be confidential: it then stays out of evidence packs."""

from peewee import Check, DateField, ForeignKeyField, Model, SqliteDatabase, TextField

GIVE_BACK = """
    INSERT INTO "action_file" ("id", "action_id", "note_id", "file_id", "name", "on", "by_id")
    SELECT "id", "action_id", "note_id", "file_id", "name", "on", "by_id" FROM "kept_file"
"""


def up(migrator, db):
    if isinstance(db, SqliteDatabase):
        _anew(db, _action_file(db))
    else:
        db.execute_sql("ALTER TABLE action_file ADD COLUMN confidential_on DATE")


def down(migrator, db):
    if isinstance(db, SqliteDatabase):
        _anew(db, _action_file(db, former=True))
    else:
        db.execute_sql("ALTER TABLE action_file DROP COLUMN confidential_on")


def _anew(db, model):
    """SQLite writes a new column behind the CHECKs, unlike a table that is made with it."""
    db.execute_sql('CREATE TEMPORARY TABLE "kept_file" AS SELECT * FROM "action_file"')
    db.execute_sql('DROP TABLE "action_file"')
    db.create_tables([model], safe=False)
    db.execute_sql(GIVE_BACK)
    db.execute_sql('DROP TABLE "kept_file"')


def _action_file(db, former=False):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    def known(name):
        meta = type("Meta", (), {"table_name": name})
        return type(name, (Base,), {"Meta": meta})

    class ActionFile(Base):
        action = ForeignKeyField(known("plan_action"), backref="+", on_delete="CASCADE")
        note = ForeignKeyField(known("progress_note"), null=True, backref="+", on_delete="CASCADE")
        file = ForeignKeyField(known("stored_file"), backref="+", on_delete="RESTRICT")
        name = TextField()
        on = DateField()
        by = ForeignKeyField(known("person"), null=True, backref="+", on_delete="SET NULL")
        if not former:
            confidential_on = DateField(null=True)

        class Meta:
            table_name = "action_file"
            constraints = [Check("name <> ''", name="action_file_named")]

    return ActionFile
