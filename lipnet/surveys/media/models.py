"""The pictures and sounds a survey shows."""

import peewee

from lipnet.core.db import Base, MomentField, TextsField
from lipnet.core.files import StoredFile
from lipnet.people.models import Person
from lipnet.surveys.models import Survey

EXTENSIONS = {
    "image/webp": "webp",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
}


class SurveyMedia(Base):
    """One file a questionnaire shows, under the name the questionnaire has for it (named.key_of).

    alt: what a picture shows, for who cannot see it. edition: one more with every change, so that
    pages made before are known to be old.
    """

    survey = peewee.ForeignKeyField(Survey, backref="media", on_delete="CASCADE")
    name = peewee.TextField()
    kind = peewee.TextField()
    file = peewee.ForeignKeyField(StoredFile, on_delete="RESTRICT")
    width = peewee.IntegerField(null=True)
    height = peewee.IntegerField(null=True)
    alt = TextsField()
    edition = peewee.IntegerField(default=1)
    uploaded_at = MomentField()
    uploaded_by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")

    class Meta:
        table_name = "survey_media"
        indexes = ((("survey", "name"), True),)
        constraints = [
            peewee.Check("kind IN ('image', 'audio')", name="survey_media_kind"),
            peewee.Check(
                "(kind = 'image') = (width IS NOT NULL AND height IS NOT NULL)",
                name="survey_media_size_of_pictures",
            ),
            peewee.Check("length(name) > 0", name="survey_media_has_a_name"),
            peewee.Check("edition >= 1", name="survey_media_edition"),
        ]

    @classmethod
    def of(cls, survey: Survey) -> "list[SurveyMedia]":
        """Every file of a survey with where it is stored, by name."""
        rows = cls.select(cls, StoredFile).join(StoredFile).where(cls.survey == survey)
        return list(rows.order_by(cls.name))

    @property
    def extension(self) -> str:
        return EXTENSIONS[self.file.media_type]

    @property
    def address(self) -> str:
        """The last part of its address: changes with the content, so it may be kept for ever."""
        return f"{self.file.sha256}.{self.extension}"
