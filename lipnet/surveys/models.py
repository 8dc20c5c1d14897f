"""Surveys, the versions of their questionnaire, and the anonymous answers."""

from datetime import datetime, time, timedelta

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField, TextsField, is_sqlite
from lipnet.core.files import StoredFile
from lipnet.people.models import Person

GRACE = timedelta(hours=2)
MODES = ("web", "kiosk", "paper", "interviewer")
ONE_OF_THE_MODES = "mode IN ({})".format(", ".join(f"'{mode}'" for mode in MODES))


class Survey(Base):
    """One asking. `opens_on` and `closes_on` are the first and the last day of answering."""

    slug = peewee.TextField(unique=True)
    title = TextsField()
    purpose = TextsField()
    collection_notice = TextsField()
    contact = peewee.TextField(default="")
    opens_on = peewee.DateField(null=True)
    closes_on = peewee.DateField(null=True)
    opened_at = MomentField(null=True)
    closed_at = MomentField(null=True)
    created_at = MomentField()

    class Meta:
        table_name = "survey"
        constraints = [
            peewee.Check(
                "opens_on IS NULL OR closes_on IS NULL OR opens_on <= closes_on",
                name="survey_opens_before_it_closes",
            ),
            peewee.Check(
                "closed_at IS NULL OR opened_at IS NOT NULL", name="survey_closed_was_opened"
            ),
        ]

    @property
    def is_draft(self) -> bool:
        return self.opened_at is None

    @property
    def is_awaited(self) -> bool:
        """Opened by its coordinator, but its first day is still to come."""
        return not (self.is_draft or self.is_closed) and clock.today() < self.first_day

    @property
    def is_open(self) -> bool:
        return not (self.is_draft or self.is_closed or self.is_awaited)

    @property
    def is_closed(self) -> bool:
        return self.ended_at is not None

    @property
    def first_day(self):
        return self.opens_on or self.opened_at.astimezone(clock.local_zone()).date()

    @property
    def last_day(self):
        """The day it closed, or will close; None while that is not said."""
        if self.closed_at is not None:
            return self.closed_at.astimezone(clock.local_zone()).date()
        return self.closes_on

    @property
    def ended_at(self) -> datetime | None:
        """The moment it closed: by hand, or at the end of its last day; None while it has not."""
        if self.closed_at is not None:
            return self.closed_at
        if self.is_draft or self.closes_on is None or clock.today() <= self.closes_on:
            return None
        return datetime.combine(
            self.closes_on + timedelta(days=1), time(), tzinfo=clock.local_zone()
        )

    @property
    def is_over(self) -> bool:
        """Closed, and so long ago that even who had begun before can no longer send."""
        return self.ended_at is not None and clock.now() > self.ended_at + GRACE

    def takes_answers(self, began: datetime | None) -> bool:
        """While it is open; after it ended, for two hours more from who had begun before."""
        ended = self.ended_at
        if ended is None:
            return self.is_open
        return began is not None and began <= ended and clock.now() <= ended + GRACE

    @property
    def latest_version(self) -> "SurveyVersion | None":
        return self.versions.order_by(SurveyVersion.number.desc()).first()

    @property
    def published_version(self) -> "SurveyVersion | None":
        """The version people answer, or answered."""
        return (
            self.versions.where(SurveyVersion.published_at.is_null(False))
            .order_by(SurveyVersion.number.desc())
            .first()
        )

    @property
    def knows_phrases(self) -> bool:
        with_phrase = (
            Response.select(Response.key)
            .join(SurveyVersion)
            .where((SurveyVersion.survey == self) & Response.withdrawal_hash.is_null(False))
        )
        return with_phrase.exists() or self.withdrawn.exists()


class SurveyVersion(Base):
    """One questionnaire; until it is published, it may be revised step by step."""

    survey = peewee.ForeignKeyField(Survey, backref="versions", on_delete="CASCADE")
    number = peewee.IntegerField()
    document = peewee.JSONField()
    findings = peewee.JSONField()
    file = peewee.ForeignKeyField(StoredFile, null=True, on_delete="SET NULL")
    published_at = MomentField(null=True)

    class Meta:
        table_name = "survey_version"
        indexes = ((("survey", "number"), True),)

    @classmethod
    def published(cls, slug: str | None = None) -> "list[SurveyVersion]":
        """Every version people could answer, of all surveys or of the one at the address `slug`."""
        found = cls.select(cls, Survey).join(Survey).where(cls.published_at.is_null(False))
        return list(found if slug is None else found.where(Survey.slug == slug))

    @property
    def revision(self) -> int:
        """How many times it was revised; whoever revises says which one was read."""
        latest = self.steps.order_by(VersionStep.revision.desc()).first()
        return latest.revision if latest else 0


class VersionStep(Base):
    """One change of an unpublished version: what was done, and the document as it was before.

    `what` is a code of step_words.STEP_WORDS, `about` fills its places. `revision` is the one the
    step led to; several small steps of the same kind may be kept as one.
    """

    version = peewee.ForeignKeyField(SurveyVersion, backref="steps", on_delete="CASCADE")
    revision = peewee.IntegerField()
    by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")
    at = MomentField()
    what = peewee.TextField()
    about = peewee.JSONField()
    before = peewee.JSONField()

    class Meta:
        table_name = "version_step"
        indexes = ((("version", "revision"), True),)
        constraints = [peewee.Check("revision > 0", name="version_step_counts_from_one")]


class SurveyWave(Base):
    """That a survey asks again what a former one asked."""

    survey = peewee.ForeignKeyField(Survey, backref="asked_after", unique=True, on_delete="CASCADE")
    former = peewee.ForeignKeyField(Survey, backref="asked_again", on_delete="CASCADE")

    class Meta:
        table_name = "survey_wave"
        constraints = [peewee.Check("survey_id <> former_id", name="survey_wave_follows_another")]


class IdentityReason(Base):
    """Why a question that says who a person is must be asked."""

    survey = peewee.ForeignKeyField(Survey, backref="identity_reasons", on_delete="CASCADE")
    name = peewee.TextField()
    reason = peewee.TextField()

    class Meta:
        table_name = "identity_reason"
        indexes = ((("survey", "name"), True),)
        constraints = [peewee.Check("reason <> ''", name="identity_reason_says_why")]


class Unordered(Base):
    """A table whose rows stand in the order of random keys: SQLite numbers none of them."""

    @classmethod
    def create_table(cls, safe=True, **options):
        cls._meta.without_rowid = is_sqlite()  # PostgreSQL has no rowid, and no word for it
        super().create_table(safe, **options)


class AnonymousAnswer(Unordered):
    """What is kept of an answer: no person, no time, no serial number, no order.

    `key` is a keyed hash of the submission's random id; `withdrawal_hash` one of the phrase by
    which the person may take the answer back, if she asked for one.
    """

    key = peewee.TextField(primary_key=True)
    day = peewee.DateField()
    language = peewee.TextField()
    mode = peewee.TextField()
    answers = peewee.JSONField()
    withdrawal_hash = peewee.TextField(null=True, unique=True)


class WaitingResponse(AnonymousAnswer):
    """The inbox: acknowledged, waiting to be shuffled in among others."""

    version = peewee.ForeignKeyField(SurveyVersion, backref="waiting", on_delete="RESTRICT")

    class Meta:
        table_name = "waiting_response"
        constraints = [
            peewee.Check(ONE_OF_THE_MODES, name="waiting_response_mode"),
            peewee.Check("length(key) = 64", name="waiting_response_key_is_a_hash"),
        ]


class Response(AnonymousAnswer):
    """Settled among others, in an order that says nothing."""

    version = peewee.ForeignKeyField(SurveyVersion, backref="responses", on_delete="RESTRICT")

    class Meta:
        table_name = "response"
        constraints = [
            peewee.Check(ONE_OF_THE_MODES, name="response_mode"),
            peewee.Check("length(key) = 64", name="response_key_is_a_hash"),
        ]


class Withdrawn(Unordered):
    """That a submission was taken back, so that its page sent once more does not bring it back."""

    key = peewee.TextField(primary_key=True)
    survey = peewee.ForeignKeyField(Survey, backref="withdrawn", on_delete="CASCADE")

    class Meta:
        table_name = "withdrawn"
