"""What members answer to an invitation, their calendars' addresses, which agenda was sent."""

import peewee

from lipnet.core.db import Base, MomentField
from lipnet.groups.models import one_of
from lipnet.meetings.models import Meeting
from lipnet.people.models import Person

ANSWERS = ("come", "online", "cannot")
COMING = ("come", "online")


class MeetingReply(Base):
    """What a member answered; who cannot come may say who comes instead."""

    meeting = peewee.ForeignKeyField(Meeting, backref="replies", on_delete="CASCADE")
    person = peewee.ForeignKeyField(Person, backref="+")
    answer = peewee.TextField()
    instead = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
    instead_name = peewee.TextField(default="")
    at = MomentField()

    class Meta:
        table_name = "meeting_reply"
        indexes = ((("meeting", "person"), True),)
        constraints = [
            one_of("answer", ANSWERS, "meeting_reply_answer"),
            peewee.Check(
                "answer = 'cannot' OR (instead_id IS NULL AND instead_name = '')",
                name="meeting_reply_instead",
            ),
            peewee.Check(
                "instead_id IS NULL OR instead_name = ''", name="meeting_reply_one_instead"
            ),
        ]

    @property
    def comes(self) -> bool:
        return self.answer in COMING

    @property
    def replacement(self) -> str:
        """The name of who comes instead; empty if nobody does."""
        return self.instead.name if self.instead else self.instead_name


class CalendarFeed(Base):
    """What makes the secret address of a person's calendar hers; renewed, the old one ends."""

    person = peewee.ForeignKeyField(Person, unique=True, backref="+", on_delete="CASCADE")
    nonce = peewee.TextField(unique=True)
    made_at = MomentField()

    class Meta:
        table_name = "calendar_feed"


class AgendaSending(Base):
    """That the agenda went to the members, as it was then."""

    meeting = peewee.ForeignKeyField(Meeting, backref="agenda_sendings", on_delete="CASCADE")
    agenda = peewee.JSONField()
    at = MomentField()

    class Meta:
        table_name = "agenda_sending"
