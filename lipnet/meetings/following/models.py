"""Who wants to be reminded, of what they were reminded, and what is noted on an action."""

from datetime import date

import peewee

from lipnet.core.db import Base
from lipnet.core.files import StoredFile
from lipnet.meetings.models import ActionItem
from lipnet.people.models import Person

OCCASIONS = ("week", "day")


class ReminderChoice(Base):
    """When a person wants letters about what they took on; without this they get none.

    `digest_on` is the day of the last weekly letter, or of the choice: the next one is of the
    Monday after.
    """

    person = peewee.ForeignKeyField(Person, unique=True, backref="+", on_delete="CASCADE")
    week_before = peewee.BooleanField()
    on_the_day = peewee.BooleanField()
    weekly = peewee.BooleanField()
    digest_on = peewee.DateField()

    class Meta:
        table_name = "reminder_choice"

    @classmethod
    def of(cls, person: Person) -> "ReminderChoice":
        """The choice of `person`; that nothing was chosen is not stored."""
        unchosen = cls(
            person=person, week_before=False, on_the_day=False, weekly=False, digest_on=date.min
        )
        return cls.get_or_none(cls.person == person) or unchosen

    @property
    def is_any(self) -> bool:
        return self.week_before or self.on_the_day or self.weekly


class ActionReminder(Base):
    """That a person was reminded of an action due on a day: once for each occasion."""

    action = peewee.ForeignKeyField(ActionItem, backref="reminders", on_delete="CASCADE")
    person = peewee.ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    occasion = peewee.TextField()
    due = peewee.DateField()

    class Meta:
        table_name = "action_reminder"
        indexes = ((("action", "person", "occasion", "due"), True),)
        constraints = [peewee.Check("occasion IN ('week', 'day')", name="action_reminder_occasion")]


class ActionNote(Base):
    """What is told about an action: words, a link or a file that shows it, at least one of them."""

    action = peewee.ForeignKeyField(ActionItem, backref="notes", on_delete="CASCADE")
    text = peewee.TextField(default="")
    link = peewee.TextField(default="")
    file = peewee.ForeignKeyField(StoredFile, null=True, backref="+", on_delete="RESTRICT")
    file_name = peewee.TextField(default="")
    on = peewee.DateField()
    by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "action_note"
        constraints = [
            peewee.Check(
                "text <> '' OR link <> '' OR file_id IS NOT NULL", name="action_note_says_something"
            ),
            peewee.Check("(file_id IS NULL) = (file_name = '')", name="action_note_file_named"),
        ]
