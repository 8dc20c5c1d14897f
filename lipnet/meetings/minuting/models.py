"""What is kept beside minutes: revisions, comments, what is confidential, what is public."""

import peewee

from lipnet.core.db import Base, MomentField, TextsField
from lipnet.groups.models import Body, one_of
from lipnet.meetings.models import AgendaItem, Minutes
from lipnet.people.models import Person

OCCASIONS = ("circulated", "adopted")
ABOUT = ("", "item", "motion", "decision", "action")
ANSWERS = ("put_right", "left")


class MinutesRevision(Base):
    """The minutes as they went round, or as they were adopted: the whole document, word by word."""

    minutes = peewee.ForeignKeyField(Minutes, backref="revisions", on_delete="CASCADE")
    number = peewee.IntegerField()
    occasion = peewee.TextField()
    document = peewee.JSONField()
    digest = peewee.TextField()
    at = MomentField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "minutes_revision"
        indexes = ((("minutes", "number"), True),)
        constraints = [
            one_of("occasion", OCCASIONS, "minutes_revision_occasion"),
            peewee.Check("number > 0", name="minutes_revision_number"),
        ]


class MinutesComment(Base):
    """What a member says of minutes that went round, on all or on one line; and its answer."""

    minutes = peewee.ForeignKeyField(Minutes, backref="comments", on_delete="CASCADE")
    person = peewee.ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    about = peewee.TextField(default="")
    about_id = peewee.IntegerField(null=True)
    about_text = TextsField(default=dict)
    text = peewee.TextField()
    at = MomentField()
    answer = peewee.TextField(default="")
    because = peewee.TextField(default="")
    answered_at = MomentField(null=True)
    answered_by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "minutes_comment"
        constraints = [
            one_of("about", ABOUT, "minutes_comment_about"),
            one_of("answer", ("", *ANSWERS), "minutes_comment_answer"),
            peewee.Check("text <> ''", name="minutes_comment_says_something"),
            peewee.Check("(about = '') = (about_id IS NULL)", name="minutes_comment_line"),
            peewee.Check("(answer = '') = (answered_at IS NULL)", name="minutes_comment_answered"),
            peewee.Check("answer <> 'left' OR because <> ''", name="minutes_comment_reason"),
        ]

    @property
    def waits(self) -> bool:
        return self.answer == ""


class ConfidentialItem(Base):
    """That an item, with everything written under it, is for the members of the body alone."""

    item = peewee.ForeignKeyField(AgendaItem, unique=True, backref="+", on_delete="CASCADE")
    reason = peewee.TextField()
    at = MomentField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "confidential_item"
        constraints = [peewee.Check("reason <> ''", name="confidential_item_reason")]


class PublicMinutes(Base):
    """That a body lets everybody read its adopted minutes, and whether they name its members."""

    body = peewee.ForeignKeyField(Body, unique=True, backref="+", on_delete="CASCADE")
    names = peewee.BooleanField()
    at = MomentField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "public_minutes"


class MinutesPublication(Base):
    """That adopted minutes stand open to everybody, until they are taken off again."""

    minutes = peewee.ForeignKeyField(Minutes, backref="publications", on_delete="CASCADE")
    at = MomentField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
    withdrawn_at = MomentField(null=True)

    class Meta:
        table_name = "minutes_publication"
