"""What an agenda is made of besides its items: usual items, and what came back."""

import peewee

from lipnet.core.db import Base, TextsField
from lipnet.groups.models import Body, one_of
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import PURPOSES, AgendaItem, Meeting
from lipnet.people.models import Person

KINDS = ("plain", "land", "conflicts", "consent", "arising", "closing")


class UsualItem(Base):
    """An item that stands on every agenda of a body.

    Its kind says what belongs there: words read aloud (land), conflicts of interest, the consent
    agenda, what is still open (arising); new items come before those that close a meeting.
    """

    body = peewee.ForeignKeyField(Body, backref="+", on_delete="CASCADE")
    position = peewee.IntegerField()
    kind = peewee.TextField()
    title = TextsField()
    purpose = peewee.TextField()
    minutes_planned = peewee.IntegerField(null=True)
    text = TextsField(default=dict)
    speaker = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "usual_item"
        constraints = [
            one_of("kind", KINDS, "usual_item_kind"),
            one_of("purpose", PURPOSES, "usual_item_purpose"),
            peewee.Check("minutes_planned > 0", name="usual_item_minutes_planned"),
        ]

    @classmethod
    def of(cls, body: Body) -> "list[UsualItem]":
        """In their order."""
        return list(cls.select().where(cls.body == body).order_by(cls.position, cls.id))


class StandingItem(Base):
    """That an item of an agenda stands there because the body always has it, and its words."""

    item = peewee.ForeignKeyField(AgendaItem, unique=True, backref="+", on_delete="CASCADE")
    kind = peewee.TextField()
    text = TextsField(default=dict)

    class Meta:
        table_name = "standing_item"
        constraints = [one_of("kind", KINDS, "standing_item_kind")]


class CameBack(Base):
    """That an item nothing was recorded under came back by itself, as `item`, for the `nth` time
    it is spoken of; or was left off for a reason, and then comes back no more."""

    meeting = peewee.ForeignKeyField(Meeting, backref="+", on_delete="CASCADE")
    item = peewee.ForeignKeyField(AgendaItem, null=True, unique=True, backref="+")
    earlier = peewee.ForeignKeyField(AgendaItem, unique=True, backref="+", on_delete="CASCADE")
    since = peewee.DateField()
    nth = peewee.IntegerField()
    left_off_because = peewee.TextField(default="")

    class Meta:
        table_name = "came_back"
        constraints = [
            peewee.Check("nth > 0", name="came_back_nth"),
            peewee.Check("item_id <> earlier_id", name="came_back_two_items"),
            peewee.Check("(item_id IS NULL) = (left_off_because <> '')", name="came_back_or_left"),
        ]


class StillOpen(Base):
    """That an action item not yet done stands on the agenda of a later meeting; or was left off
    this one agenda for a reason. The action itself lives on its own page."""

    meeting = peewee.ForeignKeyField(Meeting, backref="+", on_delete="CASCADE")
    action = peewee.ForeignKeyField(ActionItem, backref="+", on_delete="CASCADE")
    nth = peewee.IntegerField()
    left_off_because = peewee.TextField(default="")

    class Meta:
        table_name = "still_open"
        indexes = ((("meeting", "action"), True),)
        constraints = [peewee.Check("nth > 0", name="still_open_nth")]


class PlannedLength(Base):
    """How many minutes a meeting has; the next one of the body begins with as many."""

    meeting = peewee.ForeignKeyField(Meeting, unique=True, backref="+", on_delete="CASCADE")
    minutes = peewee.IntegerField()

    class Meta:
        table_name = "planned_length"
        constraints = [peewee.Check("minutes > 0", name="planned_length_minutes")]


def length_of(meeting: Meeting) -> int | None:
    row = PlannedLength.get_or_none(PlannedLength.meeting == meeting)
    return row.minutes if row else None


def standing_of(item: AgendaItem) -> StandingItem | None:
    return StandingItem.get_or_none(StandingItem.item == item)


def return_of(item: AgendaItem) -> CameBack | None:
    """How this item came back from an earlier agenda, if it did."""
    return CameBack.get_or_none(CameBack.item == item)


def still_open_at(meeting: Meeting) -> list[StillOpen]:
    """The actions on the agenda of this meeting, the oldest first."""
    rows = StillOpen.select(StillOpen, ActionItem, Meeting).join(ActionItem).join(Meeting)
    on_it = rows.where((StillOpen.meeting == meeting) & (StillOpen.left_off_because == ""))
    return list(on_it.order_by(Meeting.on, ActionItem.id))
