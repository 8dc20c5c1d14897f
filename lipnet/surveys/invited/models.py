"""Who is invited to a survey, and that a right to answer was used: two ledgers."""

import peewee

from lipnet.core.db import Base
from lipnet.people.models import folded_address
from lipnet.surveys.models import Survey, Unordered


class ByInvitation(Base):
    """That a survey takes one answer from each person invited; without it anybody may answer.

    `remind_days` before the last day those who have not answered are reminded by themselves; None
    for never. `reminded_on` is the day of the last reminder.
    """

    survey = peewee.ForeignKeyField(
        Survey, unique=True, backref="by_invitation", on_delete="CASCADE"
    )
    remind_days = peewee.IntegerField(null=True)
    reminded_on = peewee.DateField(null=True)

    class Meta:
        table_name = "by_invitation"
        constraints = [
            peewee.Check(
                "remind_days IS NULL OR remind_days BETWEEN 1 AND 60", name="by_invitation_days"
            )
        ]

    @classmethod
    def of(cls, survey: Survey) -> "ByInvitation | None":
        return cls.get_or_none(cls.survey == survey)


class Invitee(Base):
    """A person asked to answer. Nothing here changes when she opens her link or answers.

    `link_seed` is what her link is made from, with a key outside the database; `link_hash` is how
    it is recognised. A new seed ends the link before it.
    """

    survey = peewee.ForeignKeyField(Survey, backref="invitees", on_delete="CASCADE")
    name = peewee.TextField()
    email = peewee.TextField()
    folded_email = peewee.TextField()
    language = peewee.TextField()
    link_seed = peewee.TextField(null=True)
    link_hash = peewee.TextField(null=True, unique=True)
    sent_on = peewee.DateField(null=True)
    bounced_on = peewee.DateField(null=True)
    bounce_reason = peewee.TextField(default="")
    stopped_on = peewee.DateField(null=True)

    class Meta:
        table_name = "invitee"
        indexes = ((("survey", "folded_email"), True),)
        constraints = [
            peewee.Check(
                "(sent_on IS NULL) = (link_hash IS NULL) AND (sent_on IS NULL) = "
                "(link_seed IS NULL)",
                name="invitee_sent_has_a_link",
            ),
            peewee.Check(
                "bounced_on IS NULL OR sent_on IS NOT NULL", name="invitee_bounced_was_sent"
            ),
        ]

    @classmethod
    def by_address(cls, survey: Survey, email: str) -> "Invitee | None":
        return cls.get_or_none((cls.survey == survey) & (cls.folded_email == folded_address(email)))

    @classmethod
    def of(cls, survey: Survey) -> "list[Invitee]":
        """Everybody invited, by name."""
        rows = cls.select().where(cls.survey == survey)
        return sorted(rows, key=lambda row: (row.name.casefold(), row.folded_email))

    @property
    def may_be_written_to(self) -> bool:
        """Whether a letter may still go to this address."""
        return self.bounced_on is None and self.stopped_on is None


class SpentInvitation(Unordered):
    """That somebody used a right to answer: a keyed hash of who, so that the database alone does
    not tell whom. No time, no number, no value that an answer has, too.

    `shown`: the list of invitees says so; marks are let go in batches.
    """

    key = peewee.TextField(primary_key=True)
    survey = peewee.ForeignKeyField(Survey, backref="spent", on_delete="CASCADE")
    shown = peewee.BooleanField(default=False)

    class Meta:
        table_name = "spent_invitation"
        constraints = [
            peewee.Check("length(key) = 64", name="spent_invitation_key_is_a_hash"),
        ]
