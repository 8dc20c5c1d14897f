"""What operations on people refuse, and why."""

from lipnet.core.db import is_sqlite
from lipnet.core.i18n import lazy
from lipnet.core.permissions import Role
from lipnet.core.refusals import Refusal
from lipnet.people.models import Person, RoleGrant


def refuse_taken(email: str | None, except_for: Person | None = None) -> None:
    """Raise Refusal if another person has this address."""
    holder = Person.by_address(email)
    if holder and holder != except_for:
        raise Refusal(lazy("Somebody with this e-mail address is already known."), field="email")


def refuse_last_coordinator(person: Person) -> None:
    """Raise Refusal if nobody but `person` is a coordinator who can sign in."""
    _hold_coordinators()
    others = (
        RoleGrant.select()
        .join(Person)
        .where(
            (RoleGrant.role == Role.COORDINATOR)
            & (RoleGrant.person != person)
            & Person.left_at.is_null()
            & Person.email.is_null(False)
        )
    )
    if Role.COORDINATOR in held_by(person) and not others.exists():
        raise Refusal(
            lazy("The partnership needs a coordinator. Give somebody else the role first.")
        )


def _hold_coordinators() -> None:
    """Two who would go at once ask one after the other (on SQLite they do so by themselves)."""
    if not is_sqlite():
        coordinators = RoleGrant.select().where(RoleGrant.role == Role.COORDINATOR)
        list(coordinators.order_by(RoleGrant.id).for_update())


def held_by(person: Person) -> set[str]:
    """The roles the person holds, read anew."""
    return {grant.role for grant in RoleGrant.select().where(RoleGrant.person == person)}
