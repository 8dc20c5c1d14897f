"""Which items are confidential."""

from lipnet.meetings.minuting.models import ConfidentialItem
from lipnet.meetings.minuting.redacting import marked
from lipnet.meetings.models import AgendaItem, Meeting


def confidential_of(item: AgendaItem) -> ConfidentialItem | None:
    return ConfidentialItem.get_or_none(ConfidentialItem.item == item)


def every_confidential() -> list[tuple[int, Meeting]]:
    """(item id, its meeting) of every confidential item."""
    rows = ConfidentialItem.select(ConfidentialItem, AgendaItem, Meeting)
    rows = rows.join(AgendaItem).join(Meeting)
    return [(row.item_id, row.item.meeting) for row in rows]


def as_marked(document: dict) -> dict:
    """The document with what is confidential by now marked so."""
    lines = [*document["agenda"], *document.get("still_open", [])]
    items = {line.get("item", line["id"]) for line in lines}
    rows = ConfidentialItem.select().where(ConfidentialItem.item.in_(items))
    return marked(document, {row.item_id for row in rows})


def stay_confidential(item: AgendaItem, earlier: AgendaItem) -> None:
    """What was confidential is so where it comes back, too; part of an operation."""
    if row := confidential_of(earlier):
        ConfidentialItem.create(item=item, reason=row.reason, at=row.at, by=row.by)
