"""Save and continue later: unfinished answers, sealed with a phrase."""

from peewee import Check, DateField, ForeignKeyField, Model, SqliteDatabase, TextField


def up(migrator, db):
    on_sqlite = isinstance(db, SqliteDatabase)

    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Survey(Base):
        class Meta:
            table_name = "survey"

    class SavedAnswers(Base):
        key = TextField(primary_key=True)
        survey = ForeignKeyField(Survey, backref="saved", on_delete="CASCADE")
        salt = TextField()
        sealed = TextField()
        kept_until = DateField()

        class Meta:
            table_name = "saved_answers"
            without_rowid = on_sqlite
            constraints = [
                Check("length(key) = 64", name="saved_answers_key_is_a_hash"),
                Check("length(sealed) <= 200000", name="saved_answers_not_too_large"),
            ]

    db.create_tables([SavedAnswers], safe=False)


def down(migrator, db):
    db.execute_sql('DROP TABLE "saved_answers"')
