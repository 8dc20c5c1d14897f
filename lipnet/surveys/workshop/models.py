"""Who translates and reads a language of a survey, who answers for it, and the glossary."""

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField, TextsField
from lipnet.core.links import OneTimeLink
from lipnet.people.models import Person
from lipnet.surveys.models import Survey, SurveyVersion

DOOR_KINDS = ("translate", "review")
LINK_PURPOSE = "translate"


class GlossaryTerm(Base):
    """A word of one language that is always translated the same way. `locked`: no other will do."""

    language = peewee.TextField()
    term = peewee.TextField()
    folded_term = peewee.TextField()
    wanted = TextsField()
    locked = peewee.BooleanField(default=False)
    note = peewee.TextField(default="")

    class Meta:
        table_name = "glossary_term"
        indexes = ((("language", "folded_term"), True),)
        constraints = [peewee.Check("folded_term <> ''", name="glossary_term_is_a_word")]

    @classmethod
    def in_order(cls) -> "list[GlossaryTerm]":
        return list(cls.select().order_by(cls.language, cls.folded_term))


class TranslationDoor(Base):
    """An e-mailed way in to one language of one survey, for somebody without an account.

    `kind`: to translate, or to read what others translated. Open until its link ends or the
    coordinator closes it.
    """

    survey = peewee.ForeignKeyField(Survey, backref="translation_doors", on_delete="CASCADE")
    language = peewee.TextField()
    kind = peewee.TextField()
    name = peewee.TextField()
    email = peewee.TextField()
    organisation = peewee.TextField(default="")
    link = peewee.ForeignKeyField(OneTimeLink, null=True, on_delete="SET NULL")
    made_at = MomentField()
    closed_at = MomentField(null=True)

    class Meta:
        table_name = "translation_door"
        constraints = [
            peewee.Check("kind IN ('translate', 'review')", name="translation_door_kind")
        ]

    @property
    def is_open(self) -> bool:
        return (
            self.closed_at is None
            and self.link is not None
            and self.link.used_at is None
            and self.link.expires_at > clock.now()
        )


class Translator(Base):
    """That somebody worked on a language of a survey: then another must read it.

    `key` tells people apart: "person:5", or the folded name of somebody without an account.
    """

    survey = peewee.ForeignKeyField(Survey, backref="translators", on_delete="CASCADE")
    language = peewee.TextField()
    key = peewee.TextField()
    name = peewee.TextField()
    organisation = peewee.TextField(default="")
    person = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")
    last_on = peewee.DateField()

    class Meta:
        table_name = "translator"
        indexes = ((("survey", "language", "key"), True),)


class TranslationSignature(Base):
    """That a second reader answers for a language as it was worded then.

    `digest` is of the wording: the signature stands as long as the wording is the same.
    """

    survey = peewee.ForeignKeyField(Survey, backref="signatures", on_delete="CASCADE")
    language = peewee.TextField()
    digest = peewee.TextField()
    name = peewee.TextField()
    organisation = peewee.TextField(default="")
    person = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")
    at = MomentField()

    class Meta:
        table_name = "translation_signature"
        indexes = ((("survey", "language", "digest"), False),)
        constraints = [
            peewee.Check("length(digest) = 64", name="translation_signature_is_of_a_wording")
        ]


class LanguageOffer(Base):
    """That a language is offered as it is, although not everything in it is ready.

    Rows are never deleted, so their number tells whether anything changed.
    """

    version = peewee.ForeignKeyField(SurveyVersion, backref="offers", on_delete="CASCADE")
    language = peewee.TextField()
    at = MomentField()
    by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")
    taken_back_at = MomentField(null=True)

    class Meta:
        table_name = "language_offer"

    @classmethod
    def tags_of(cls, version: SurveyVersion) -> set[str]:
        standing = (cls.version == version) & cls.taken_back_at.is_null()
        return {row.language for row in cls.select(cls.language).where(standing)}


class KeptMessages(Base):
    """Messages with plural forms that a catalogue brought: they go out again with the next one."""

    survey = peewee.ForeignKeyField(Survey, backref="kept_messages", on_delete="CASCADE")
    language = peewee.TextField()
    messages = peewee.JSONField()

    class Meta:
        table_name = "kept_messages"
        indexes = ((("survey", "language"), True),)
