"""Roles in the whole partnership: granted and withdrawn."""

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.permissions import Role
from lipnet.core.refusals import Refusal
from lipnet.people.checks import held_by, refuse_last_coordinator
from lipnet.people.models import Person, RoleGrant

GRANTED = declare("people.role_granted", lazy("%(who)s gave the role %(role)s."))
WITHDRAWN = declare("people.role_withdrawn", lazy("%(who)s took the role %(role)s away."))


@operation
def grant_role(person: Person, role: str, *, by) -> None:
    """Give `person` a role everywhere; raises Refusal if they hold it already or have left."""
    if not person.is_active:
        raise Refusal(lazy("This person has left the partnership."))
    if role in held_by(person):
        raise Refusal(lazy("This person already has this role."), field="role")
    RoleGrant.create(person=person, role=Role(role), granted_at=clock.now())
    person.forget_roles()
    record(GRANTED, person, by=by, role=str(role))


@operation
def withdraw_role(person: Person, role: str, *, by) -> None:
    """Take a role away; the partnership always keeps one coordinator."""
    if role not in held_by(person):
        raise Refusal(lazy("This person does not have this role."))
    if role == Role.COORDINATOR:
        refuse_last_coordinator(person)
    RoleGrant.delete().where((RoleGrant.person == person) & (RoleGrant.role == role)).execute()
    person.forget_roles()
    record(WITHDRAWN, person, by=by, role=str(role))
