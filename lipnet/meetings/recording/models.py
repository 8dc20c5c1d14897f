"""The lines as they were typed."""

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField
from lipnet.meetings.models import Meeting
from lipnet.people.models import Person


class TypedLines(Base):
    """What was typed at a meeting. Each saving counts `version` one further, by which a page tells
    whether somebody else wrote meanwhile; lines kept as records begin with a mark."""

    meeting = peewee.ForeignKeyField(Meeting, unique=True, on_delete="CASCADE")
    text = peewee.TextField()
    language = peewee.TextField()
    version = peewee.IntegerField()
    changed_at = MomentField()
    changed_by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "typed_lines"
        constraints = [peewee.Check("version >= 0", name="typed_lines_version")]


def lines_of(meeting: Meeting, language: str = "") -> TypedLines:
    """What was typed so far; nothing yet, in `language`, is not stored."""
    blank = {"text": "", "language": language, "version": 0, "changed_at": clock.now()}
    return TypedLines.get_or_none(TypedLines.meeting == meeting) or TypedLines(
        meeting=meeting, **blank
    )
