"""Who translates what we ask: glossary, doors, translators, signatures, languages as they are."""

from datetime import UTC, datetime

from peewee import (
    BooleanField,
    Check,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    TextField,
)

TABLES = (
    "kept_messages", "language_offer", "translation_signature", "translator", "translation_door",
    "glossary_term",
)  # fmt: skip


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class OneTimeLink(Base):
        class Meta:
            table_name = "one_time_link"

    class Person(Base):
        class Meta:
            table_name = "person"

    class Survey(Base):
        class Meta:
            table_name = "survey"

    class SurveyVersion(Base):
        number = IntegerField()
        document = JSONField()
        published_at = DateTimeField(null=True)

        class Meta:
            table_name = "survey_version"

    class GlossaryTerm(Base):
        language = TextField()
        term = TextField()
        folded_term = TextField()
        wanted = JSONField()
        locked = BooleanField(default=False)
        note = TextField(default="")

        class Meta:
            table_name = "glossary_term"
            indexes = ((("language", "folded_term"), True),)
            constraints = [Check("folded_term <> ''", name="glossary_term_is_a_word")]

    class TranslationDoor(Base):
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        language = TextField()
        kind = TextField()
        name = TextField()
        email = TextField()
        organisation = TextField(default="")
        link = ForeignKeyField(OneTimeLink, null=True, on_delete="SET NULL")
        made_at = DateTimeField()
        closed_at = DateTimeField(null=True)

        class Meta:
            table_name = "translation_door"
            constraints = [Check("kind IN ('translate', 'review')", name="translation_door_kind")]

    class Translator(Base):
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        language = TextField()
        key = TextField()
        name = TextField()
        organisation = TextField(default="")
        person = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        last_on = DateField()

        class Meta:
            table_name = "translator"
            indexes = ((("survey", "language", "key"), True),)

    class TranslationSignature(Base):
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        language = TextField()
        digest = TextField()
        name = TextField()
        organisation = TextField(default="")
        person = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        at = DateTimeField()

        class Meta:
            table_name = "translation_signature"
            indexes = ((("survey", "language", "digest"), False),)
            constraints = [
                Check("length(digest) = 64", name="translation_signature_is_of_a_wording")
            ]

    class LanguageOffer(Base):
        version = ForeignKeyField(SurveyVersion, on_delete="CASCADE")
        language = TextField()
        at = DateTimeField()
        by = ForeignKeyField(Person, null=True, on_delete="SET NULL")
        taken_back_at = DateTimeField(null=True)

        class Meta:
            table_name = "language_offer"

    class KeptMessages(Base):
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        language = TextField()
        messages = JSONField()

        class Meta:
            table_name = "kept_messages"
            indexes = ((("survey", "language"), True),)

    db.create_tables(
        [GlossaryTerm, TranslationDoor, Translator, TranslationSignature, LanguageOffer,
         KeptMessages],
        safe=False,
    )  # fmt: skip
    _offer_what_people_answer_in(SurveyVersion, LanguageOffer)


def _offer_what_people_answer_in(SurveyVersion, LanguageOffer):
    """A language that was offered before this rule goes on being offered."""
    now = datetime.now(UTC).replace(tzinfo=None)
    for version in SurveyVersion.select().where(SurveyVersion.published_at.is_null(False)):
        for tag in version.document.get("languages", ["en"]):
            LanguageOffer.create(version=version, language=tag, at=now)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
