"""Which actions a person may note progress on, asked once for a whole page."""

from collections.abc import Callable

from lipnet.core import clock
from lipnet.core.permissions import may
from lipnet.groups.models import Body, appointments_of
from lipnet.plans.access import Can
from lipnet.plans.viewing.rows import Row


def may_note_each(person) -> Callable[[Row], bool]:
    """As access.may_note says of one action; what it asks grows with the person's seats only."""
    if may(person, Can.MANAGE):
        return lambda row: True
    if not may(person, Can.READ):
        return lambda row: False
    chaired = {body.id for body in bodies_of(person) if may(person, Can.LEAD, body=body.id)}

    def leads(row: Row) -> bool:
        action = row.action
        return action.lead_body_id in chaired or action.lead_person_id == person.id

    return leads


def bodies_of(person) -> list[Body]:
    """Where the person sits today, each once."""
    seats = (row.seat for row in appointments_of(person, clock.today()))
    return list({seat.body_id: seat.body for seat in seats}.values())
