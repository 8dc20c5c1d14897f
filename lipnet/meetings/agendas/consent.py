"""The consent agenda: items adopted together, but for those that somebody wants to discuss."""

import peewee

from lipnet.core.db import Base, MomentField
from lipnet.meetings.agendas.models import StandingItem
from lipnet.meetings.models import CARRIED, AgendaItem, Meeting, Motion
from lipnet.people.models import Person


class PulledItem(Base):
    """That somebody asked to discuss an item of the consent agenda: it is an ordinary one now."""

    item = peewee.ForeignKeyField(AgendaItem, unique=True, backref="+", on_delete="CASCADE")
    person = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")
    at = MomentField()

    class Meta:
        table_name = "pulled_item"


class ConsentAdoption(Base):
    """That an item was adopted with others, without discussion, by one motion."""

    item = peewee.ForeignKeyField(AgendaItem, unique=True, backref="+", on_delete="CASCADE")
    motion = peewee.ForeignKeyField(Motion, backref="+", on_delete="CASCADE")

    class Meta:
        table_name = "consent_adoption"


def pulled_at(meeting: Meeting) -> dict[int, PulledItem]:
    rows = PulledItem.select(PulledItem, AgendaItem).join(AgendaItem)
    return {row.item_id: row for row in rows.where(AgendaItem.meeting == meeting)}


def adopted_at(meeting: Meeting) -> dict[int, Motion]:
    """By item, the motion that adopted it by consent and still stands as carried."""
    rows = ConsentAdoption.select(ConsentAdoption, Motion).join(Motion)
    rows = rows.where((Motion.meeting == meeting) & Motion.result.in_(CARRIED))
    return {row.item_id: row.motion for row in rows}


def is_adopted(item: AgendaItem) -> bool:
    return item.id in adopted_at(item.meeting)


def on_consent_agenda(meeting: Meeting) -> list[AgendaItem]:
    """The items that one motion would adopt together now; not the heading they stand under."""
    adopted = adopted_at(meeting)
    headings = {row.item_id for row in _headings(meeting)}
    return [
        item
        for item in meeting.agenda()
        if item.purpose == "consent" and item.id not in adopted and item.id not in headings
    ]


def heading_of(meeting: Meeting) -> AgendaItem | None:
    """The usual item under which the consent agenda is adopted, if the body has one."""
    row = _headings(meeting).first()
    return row.item if row else None


def _headings(meeting: Meeting):
    rows = StandingItem.select(StandingItem, AgendaItem).join(AgendaItem)
    return rows.where((AgendaItem.meeting == meeting) & (StandingItem.kind == "consent"))
