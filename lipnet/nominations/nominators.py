"""Who may nominate for a group: what its terms of reference in force say of it."""

from lipnet.core import clock
from lipnet.core.i18n import lazy
from lipnet.core.permissions import Role
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Appointment, Body, people_of
from lipnet.groups.operations import NOMINATOR_NAMES, clauses_on
from lipnet.people.models import Person


def nominators_of(body: Body) -> str:
    """One of NOMINATORS; without terms of reference that say anything of it, anybody."""
    further = clauses_on(body, clock.today())
    return further.nominators if further and further.id else "anyone"


def may_put_forward(body: Body, person: Person) -> bool:
    """Whether `person` may nominate for the group, somebody else or themselves. The coordinator
    may always, for those who came to the office."""
    match nominators_of(body):
        case "group":
            allowed = person in people_of(body, clock.today())
        case "organisations":
            allowed = person.organisation_id is not None
        case "members":
            allowed = person.may_sign_in or _sits_somewhere(person)
        case _:
            allowed = True
    return allowed or Role.COORDINATOR in person.roles


def check_nominator(body: Body, person: Person) -> None:
    """Raises Refusal if the rules of the group want others to nominate."""
    if not may_put_forward(body, person):
        names = NOMINATOR_NAMES[nominators_of(body)]
        raise Refusal(
            lazy("By its terms of reference, this group is nominated for by: %(who)s.", who=names)
        )


def _sits_somewhere(person: Person) -> bool:
    rows = Appointment.select().where(Appointment.person == person)
    return any(row.in_effect(clock.today()) for row in rows)
