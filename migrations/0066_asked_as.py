"""A seconder is shown to who asked by the name that was written; whom we know behind the address
is not told."""

from peewee import Check, DateTimeField, ForeignKeyField, Model, SqliteDatabase, TextField

COLUMNS = "id, nomination_id, person_id, organisation_id, asked_at, confirmed_at, declined_at"


def up(migrator, db):
    if isinstance(db, SqliteDatabase):
        _rebuild(db, f"{COLUMNS}, asked_as", f"{COLUMNS}, ''")
        return
    db.execute_sql("ALTER TABLE second ADD COLUMN asked_as TEXT NOT NULL DEFAULT ''")
    db.execute_sql("ALTER TABLE second ALTER COLUMN asked_as DROP DEFAULT")


def down(migrator, db):
    if isinstance(db, SqliteDatabase):
        _rebuild(db, COLUMNS, COLUMNS, former=True)
        return
    db.execute_sql("ALTER TABLE second DROP COLUMN asked_as")


def _rebuild(db, into, out_of, former=False):
    """SQLite writes a new column behind the CHECKs; nothing refers to this table."""
    _second(db, "second_anew", former)._schema.create_table(safe=False)
    db.execute_sql(" ".join(("INSERT INTO second_anew", f"({into}) SELECT", out_of, "FROM second")))
    db.execute_sql('DROP TABLE "second"')
    db.execute_sql('ALTER TABLE "second_anew" RENAME TO "second"')
    _second(db, "second", former)._schema.create_indexes(safe=False)


def _second(db, name, former=False):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    def known(table):
        return type(table, (Base,), {"Meta": type("Meta", (), {"table_name": table})})

    class Second(Base):
        nomination = ForeignKeyField(known("nomination"), backref="+")
        person = ForeignKeyField(known("person"), backref="+")
        organisation = ForeignKeyField(known("organisation"), backref="+")
        if not former:
            asked_as = TextField(default="")
        asked_at = DateTimeField()
        confirmed_at = DateTimeField(null=True)
        declined_at = DateTimeField(null=True)

        class Meta:
            table_name = name
            indexes = ((("nomination", "organisation"), True), (("nomination", "person"), True))
            constraints = [
                Check("confirmed_at IS NULL OR declined_at IS NULL", name="second_one_answer")
            ]

    return Second
