"""Conflicts of interest, declared for one item of an agenda."""

import peewee

from lipnet.core.db import Base, MomentField
from lipnet.core.i18n import gettext, join_list
from lipnet.meetings.models import AgendaItem, Meeting
from lipnet.people.models import Person


class DeclaredConflict(Base):
    """What somebody has at stake in an item, in their own words, and whether they step out."""

    item = peewee.ForeignKeyField(AgendaItem, backref="+", on_delete="CASCADE")
    person = peewee.ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    nature = peewee.TextField()
    steps_out = peewee.BooleanField()
    at = MomentField()

    class Meta:
        table_name = "declared_conflict"
        indexes = ((("item", "person"), True),)
        constraints = [peewee.Check("nature <> ''", name="declared_conflict_nature")]


def conflicts_of(meeting: Meeting) -> dict[int, list[DeclaredConflict]]:
    """By item, in the order in which they were declared."""
    rows = DeclaredConflict.select(DeclaredConflict, AgendaItem, Person)
    rows = rows.join(AgendaItem).switch(DeclaredConflict).join(Person)
    found: dict[int, list[DeclaredConflict]] = {}
    for row in rows.where(AgendaItem.meeting == meeting).order_by(DeclaredConflict.id):
        found.setdefault(row.item_id, []).append(row)
    return found


def declared_for(item: AgendaItem) -> list[dict]:
    """As the document of minutes holds them: {"name", "nature", "steps_out"}."""
    return [
        {"name": row.person.name, "nature": row.nature, "steps_out": row.steps_out}
        for row in conflicts_of(item.meeting).get(item.id, [])
    ]


def who_declared(item_id: int | None) -> str:
    """A sentence beside the motion or decision about an item: who has something at stake in it."""
    rows = DeclaredConflict.select(DeclaredConflict, Person).join(Person)
    rows = rows.where(DeclaredConflict.item == item_id).order_by(DeclaredConflict.id)
    names = [row.person.name for row in rows]
    if not names:
        return ""
    return gettext("Conflict of interest declared by %(names)s.", names=join_list(names))
