"""Pictures and sounds shown with questions and options."""

from peewee import Check, DateTimeField, ForeignKeyField, IntegerField, JSONField, Model, TextField


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

    db.create_tables([SurveyMedia], safe=False)


def down(migrator, db):
    db.execute_sql('DROP TABLE "survey_media"')
