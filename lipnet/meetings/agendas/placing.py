"""Where a new item stands on an agenda."""

from lipnet.meetings.agendas.models import CameBack, StandingItem
from lipnet.meetings.models import AgendaItem, Meeting


def make_room(meeting: Meeting, *, came_back: bool = False) -> int:
    """The place of the next item, those after it moved on by one.

    What came back stands below the item for what is still open, if there is one; everything else
    before the items that close the meeting.
    """
    agenda = meeting.agenda()
    kinds = _kinds(agenda)
    place = _before_closing(agenda, kinds)
    if came_back and "arising" in kinds.values():
        place = _below_arising(agenda, kinds)
    for position, item in enumerate(agenda[place:], start=place + 2):
        item.position = position
        item.save(only=["position"])
    return place + 1


def _kinds(agenda: list[AgendaItem]) -> dict[int, str]:
    rows = StandingItem.select().where(StandingItem.item.in_([item.id for item in agenda]))
    return {row.item_id: row.kind for row in rows}


def _before_closing(agenda: list[AgendaItem], kinds: dict[int, str]) -> int:
    place = len(agenda)
    while place and kinds.get(agenda[place - 1].id) == "closing":
        place -= 1
    return place


def _below_arising(agenda: list[AgendaItem], kinds: dict[int, str]) -> int:
    place = next(n for n, item in enumerate(agenda, 1) if kinds.get(item.id) == "arising")
    returned = {row.item_id for row in CameBack.select().where(CameBack.item.in_(agenda))}
    while place < len(agenda) and agenda[place].id in returned:
        place += 1
    return place
