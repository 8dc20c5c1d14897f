"""Papers laid beside the items of an agenda."""

import peewee

from lipnet.core.db import Base, MomentField, TextsField
from lipnet.core.files import StoredFile
from lipnet.meetings.models import AgendaItem, Meeting


class Paper(Base):
    """A file that was brought, or the address of a page, for whoever may see the meeting."""

    item = peewee.ForeignKeyField(AgendaItem, backref="+", on_delete="CASCADE")
    title = TextsField()
    link = peewee.TextField(default="")
    file = peewee.ForeignKeyField(StoredFile, null=True, backref="+", on_delete="RESTRICT")
    file_name = peewee.TextField(default="")
    added_at = MomentField()

    class Meta:
        table_name = "paper"
        constraints = [
            peewee.Check("(link <> '') = (file_id IS NULL)", name="paper_link_or_file"),
            peewee.Check("(file_id IS NULL) = (file_name = '')", name="paper_file_name"),
        ]


def papers_of(meeting: Meeting) -> dict[int, list[Paper]]:
    """By item, in the order in which they were added."""
    rows = Paper.select(Paper, AgendaItem).join(AgendaItem).where(AgendaItem.meeting == meeting)
    found: dict[int, list[Paper]] = {}
    for row in rows.order_by(Paper.id):
        found.setdefault(row.item_id, []).append(row)
    return found


def titles_of_papers(meeting: Meeting) -> dict[int, list[dict[str, str]]]:
    """By item; for the letter that brings the agenda."""
    return {item: [row.title for row in rows] for item, rows in papers_of(meeting).items()}
