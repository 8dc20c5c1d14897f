"""Pictures and sounds shown with questions and options; files that people send."""

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


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        class Meta:
            table_name = "person"

    class StoredFile(Base):
        class Meta:
            table_name = "stored_file"

    class Survey(Base):
        class Meta:
            table_name = "survey"

    class SurveyVersion(Base):
        class Meta:
            table_name = "survey_version"

    class SurveyMedia(Base):
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        name = TextField()
        kind = TextField()
        file = ForeignKeyField(StoredFile, on_delete="RESTRICT")
        width = IntegerField(null=True)
        height = IntegerField(null=True)
        alt = JSONField()
        edition = IntegerField(default=1)
        uploaded_at = DateTimeField()
        uploaded_by = ForeignKeyField(Person, null=True, on_delete="SET NULL")

        class Meta:
            table_name = "survey_media"
            indexes = ((("survey", "name"), True),)
            constraints = [
                Check("kind IN ('image', 'audio')", name="survey_media_kind"),
                Check(
                    "(kind = 'image') = (width IS NOT NULL AND height IS NOT NULL)",
                    name="survey_media_size_of_pictures",
                ),
                Check("length(name) > 0", name="survey_media_has_a_name"),
                Check("edition >= 1", name="survey_media_edition"),
            ]

    class AnswerFile(Base):
        key = TextField(primary_key=True)
        version = ForeignKeyField(SurveyVersion, on_delete="RESTRICT")
        slot = TextField()
        media_type = TextField()
        size = IntegerField()
        settled = BooleanField(default=False)
        content = BlobField()

        class Meta:
            table_name = "answer_file"
            without_rowid = isinstance(db, SqliteDatabase)
            constraints = [
                Check("length(key) = 64", name="answer_file_key_is_a_hash"),
                Check("size >= 0", name="answer_file_size"),
            ]

    db.create_tables([SurveyMedia, AnswerFile], safe=False)


def down(migrator, db):
    db.execute_sql('DROP TABLE "answer_file"')
    db.execute_sql('DROP TABLE "survey_media"')
