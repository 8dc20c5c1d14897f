"""What is kept of unfinished answers: a sealed text that nobody here can read."""

from datetime import timedelta

import peewee

from lipnet.core import clock, secrets
from lipnet.surveys.models import Survey, Unordered

KEPT_FOR = timedelta(days=14)
MOST_KEPT = 200_000  # characters of one sealed text


class SavedAnswers(Unordered):
    """Unfinished answers of somebody, to be found by their link and opened by their phrase.

    `key` is a keyed hash of the link, `sealed` is encrypted with a key made from the phrase and
    `salt`, `kept_until` is the last day on which they can be opened. Which version, which language,
    which page, when begun: all that is inside.
    """

    key = peewee.TextField(primary_key=True)
    survey = peewee.ForeignKeyField(Survey, backref="saved", on_delete="CASCADE")
    salt = peewee.TextField()
    sealed = peewee.TextField()
    kept_until = peewee.DateField()

    class Meta:
        table_name = "saved_answers"
        constraints = [
            peewee.Check("length(key) = 64", name="saved_answers_key_is_a_hash"),
            peewee.Check(f"length(sealed) <= {MOST_KEPT}", name="saved_answers_not_too_large"),
        ]

    @classmethod
    def behind(cls, survey: Survey, link: str) -> "SavedAnswers | None":
        row = cls.get_or_none(cls.key == key_of(survey, link))
        return row if row is not None and row.kept_until >= clock.today() else None


def key_of(survey: Survey, link: str) -> str:
    return secrets.in_use().keyed_hash("later", f"{survey.id}:{link}")


def last_day(survey: Survey):
    """Until when answers saved today are kept."""
    day = clock.today() + KEPT_FOR
    return min(day, survey.closes_on) if survey.closes_on else day
