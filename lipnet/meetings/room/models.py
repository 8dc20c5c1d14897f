"""That somebody came or left while a meeting went on."""

import peewee

from lipnet.core.db import Base
from lipnet.meetings.models import Attendance


class Movement(Base):
    """At the local time `at` ("HH:MM") somebody present came (`there`) or left."""

    attendance = peewee.ForeignKeyField(Attendance, backref="movements", on_delete="CASCADE")
    at = peewee.TextField()
    there = peewee.BooleanField()

    class Meta:
        table_name = "movement"
        indexes = ((("attendance", "at"), True),)
        constraints = [peewee.Check("length(at) = 5", name="movement_at")]
