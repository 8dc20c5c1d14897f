"""What somebody took on; what is noted on it, who wants to be reminded, and of what they were."""

from datetime import date

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, TextsField
from lipnet.core.files import StoredFile
from lipnet.meetings.models import AgendaItem, Meeting
from lipnet.people.models import Organisation, Person

OCCASIONS = ("week", "day")


class ActionItem(Base):
    """What somebody took on. The minutes freeze its words; its life goes on."""

    meeting = peewee.ForeignKeyField(Meeting, backref="actions")
    agenda_item = peewee.ForeignKeyField(AgendaItem, null=True, backref="actions")
    text = TextsField()
    owner = peewee.ForeignKeyField(Person, null=True, backref="action_items")
    owner_organisation = peewee.ForeignKeyField(Organisation, null=True)
    due = peewee.DateField(null=True)
    done_on = peewee.DateField(null=True)
    done_by = peewee.ForeignKeyField(Person, null=True, backref="+")

    class Meta:
        table_name = "action_item"
        constraints = [
            peewee.Check(
                "owner_id IS NULL OR owner_organisation_id IS NULL", name="action_item_one_owner"
            ),
            peewee.Check("done_on IS NOT NULL OR done_by_id IS NULL", name="action_item_done_by"),
        ]

    @property
    def owner_name(self) -> "str | dict":
        """The person's name, or the organisation's in its languages."""
        if self.owner:
            return self.owner.name
        return self.owner_organisation.name if self.owner_organisation else ""

    @property
    def is_open(self) -> bool:
        return self.done_on is None

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.due is not None and self.due < clock.today()


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


def open_actions() -> list[ActionItem]:
    """What was taken on and is not finished: the soonest due first, undated last."""
    rows = ActionItem.select(ActionItem, Meeting).join(Meeting).where(ActionItem.done_on.is_null())
    return sorted(rows, key=lambda action: (action.due is None, action.due or action.id, action.id))


def open_actions_of(person: Person) -> list[ActionItem]:
    """What `person`, or the organisation they belong to, took on and has not finished."""
    return [
        action
        for action in open_actions()
        if action.owner_id == person.id
        or (
            action.owner_organisation_id is not None
            and action.owner_organisation_id == person.organisation_id
        )
    ]
