"""What of a plan is mine: what I report on, what my organisation leads, what my groups lead."""

from typing import NamedTuple

from lipnet.plans.viewing.noting import bodies_of
from lipnet.plans.viewing.rows import Row, Whole


class Mine(NamedTuple):
    """Each action once, where it is nearest."""

    own: list[Row]
    organisation: list[Row]
    bodies: list[Row]

    @property
    def is_nothing(self) -> bool:
        return not any(self)


def mine_of(whole: Whole, person) -> Mine:
    seats = {body.id for body in bodies_of(person)}
    mine = Mine([], [], [])
    for row in whole.rows:
        action = row.action
        if action.lead_person_id == person.id:
            mine.own.append(row)
        elif action.lead_organisation_id and action.lead_organisation_id == person.organisation_id:
            mine.organisation.append(row)
        elif action.lead_body_id in seats:
            mine.bodies.append(row)
    return mine
