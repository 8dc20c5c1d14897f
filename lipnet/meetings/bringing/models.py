"""The original as it was brought, and the desk of what it seems to say."""

import peewee

from lipnet.core.db import Base, MomentField
from lipnet.groups.models import Body
from lipnet.meetings.models import Meeting
from lipnet.people.models import Person

MOST_BYTES = 10 * 1024 * 1024


class BroughtMinutes(Base):
    """A file of old minutes. `desk` holds the proposals and what became of each; nothing of it is
    a record before the minutes are recorded, from when on `meeting` is theirs."""

    body = peewee.ForeignKeyField(Body, backref="+")
    name = peewee.TextField()
    media_type = peewee.TextField()
    size = peewee.IntegerField()
    digest = peewee.TextField()
    content = peewee.BlobField()
    text = peewee.TextField()
    desk = peewee.JSONField()
    brought_at = MomentField()
    brought_by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
    meeting = peewee.ForeignKeyField(Meeting, null=True, backref="originals", on_delete="CASCADE")
    recorded_at = MomentField(null=True)

    class Meta:
        table_name = "brought_minutes"
        indexes = ((("body", "digest"), True),)
        constraints = [
            peewee.Check("size > 0 AND size <= 10485760", name="brought_minutes_size"),
            peewee.Check("name <> ''", name="brought_minutes_has_a_name"),
            peewee.Check(
                "(meeting_id IS NULL) = (recorded_at IS NULL)", name="brought_minutes_recorded"
            ),
        ]

    @property
    def is_recorded(self) -> bool:
        return self.recorded_at is not None

    @property
    def proposals(self) -> list[dict]:
        return self.desk["proposals"]

    def proposal(self, key: str) -> dict | None:
        return next((each for each in self.proposals if each["key"] == key), None)

    @classmethod
    def open_desks(cls, bodies: list[Body]) -> "list[BroughtMinutes]":
        """What waits to be checked for these bodies, the oldest first."""
        waiting = cls.recorded_at.is_null() & cls.body.in_(bodies)
        return list(cls._listed().where(waiting).order_by(cls.id))

    @classmethod
    def of_meeting(cls, meeting: Meeting) -> "list[BroughtMinutes]":
        return list(cls._listed().where(cls.meeting == meeting).order_by(cls.id))

    @classmethod
    def _listed(cls):
        """Without what is in the files."""
        return cls.select(*(f for f in cls._meta.sorted_fields if f not in (cls.content, cls.text)))
