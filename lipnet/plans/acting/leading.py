"""Who is asked how an action goes: each person for all that they lead."""

from lipnet.core import clock
from lipnet.groups.models import Appointment, Seat
from lipnet.people.models import Person
from lipnet.plans.models import ActionPlan, PlanAction, ProgressNote

CLOSED = ("carried_over", "dropped")


def led_by(plan: ActionPlan) -> dict[Person, list[PlanAction]]:
    """Each person who can be written to, with the actions they report on, by number.

    The person named for it reports; where none is, the chairs of the body in the lead, and of the
    organisation those who sit somewhere, or else everybody who belongs to it.
    """
    reporters = Reporters()
    found: dict[Person, list[PlanAction]] = {}
    for action in _going_on(plan):
        who = action.lead_person_id, action.lead_body_id, action.lead_organisation_id
        for person in reporters.of(*who):
            found.setdefault(person, []).append(action)
    return found


def led_by_one(plan: ActionPlan, person: Person) -> list[PlanAction]:
    return led_by(plan).get(person, [])


def without_reporter(plan: ActionPlan) -> list[PlanAction]:
    """What nobody can be asked about."""
    asked = {action.id for actions in led_by(plan).values() for action in actions}
    return [action for action in _going_on(plan) if action.id not in asked]


class Reporters:
    """Who can be written to about what has a person, a group or an organisation named for it;
    people and seats are read once."""

    def __init__(self) -> None:
        reached = Person.left_at.is_null() & Person.email.is_null(False)
        self.people = {person.id: person for person in Person.select().where(reached)}
        self.seated: set[int] = set()
        self.chairs: dict[int, list[int]] = {}
        for row in _appointments():
            self.seated.add(row.person_id)
            if row.role == "chair":
                self.chairs.setdefault(row.seat.body_id, []).append(row.person_id)

    def of(self, person: int | None, body: int | None, organisation: int | None) -> list[Person]:
        if person in self.people:
            return [self.people[person]]
        chairs = self.chairs.get(body, []) if body else []
        keys = dict.fromkeys([*chairs, *self._of_organisation(organisation)])
        return [self.people[key] for key in keys if key in self.people]

    def _of_organisation(self, organisation_id: int | None) -> list[int]:
        if organisation_id is None:
            return []
        people = self.people.values()
        theirs = [one.id for one in people if one.organisation_id == organisation_id]
        return [key for key in theirs if key in self.seated] or theirs


def _appointments():
    today = clock.today()
    return (
        Appointment.select(Appointment, Seat)
        .join(Seat)
        .where(
            Appointment.from_on <= today,
            Appointment.to_on >= today,
            Appointment.ended_on.is_null() | (Appointment.ended_on > today),
        )
        .order_by(Appointment.id)
    )


def _going_on(plan: ActionPlan) -> list[PlanAction]:
    """Its actions that were neither carried over nor dropped, by number."""
    actions = list(plan.actions.order_by(PlanAction.number))
    mine = ProgressNote.action.in_([action.id for action in actions])
    rows = ProgressNote.select(ProgressNote.action).where(mine, ProgressNote.status.in_(CLOSED))
    ended = {row.action_id for row in rows}
    return [action for action in actions if action.id not in ended]
