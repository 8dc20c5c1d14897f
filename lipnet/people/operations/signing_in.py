"""Invitations, one-time links and passwords."""

from collections.abc import Iterable
from datetime import timedelta

from lipnet.core import links
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.links import OneTimeLink
from lipnet.core.permissions import Role
from lipnet.core.refusals import Refusal
from lipnet.core.text import folded
from lipnet.people import passwords
from lipnet.people.models import Organisation, Person, RoleGrant
from lipnet.people.operations.directory import add_person
from lipnet.people.operations.roles import grant_role
from lipnet.people.ways_in import INVITATION, SIGN_IN, end_sign_ins, use_up_links

INVITED = declare("people.invited", lazy("%(who)s invited the person to sign in."))
ACCEPTED = declare("people.invitation_accepted", lazy("%(who)s accepted the invitation."))
LINK_ASKED = declare("people.link_asked", lazy("%(who)s asked for a link to sign in."))
LINK_USED = declare("people.link_used", lazy("%(who)s signed in by a link."))
PASSWORD_SET = declare("people.password_set", lazy("%(who)s set a new password."))
SIGNED_OUT = declare("people.signed_out_everywhere", lazy("%(who)s signed out everywhere."))


@operation
def add_coordinator(name: str, email: str, password: str, *, language: str = "en", by) -> Person:
    """A coordinator who can sign in at once (the command line's way into a new house)."""
    passwords.refuse_weak(password, name, email)
    person = add_person(name, email=email, language=language, by=by)
    _keep_password(person, password)
    grant_role(person, Role.COORDINATOR, by=by)
    return person


@operation
def invite(
    name: str,
    email: str,
    *,
    roles: Iterable[str] = (),
    language: str = "en",
    organisation: Organisation | None = None,
    lasts: timedelta = timedelta(days=14),
    by,
) -> Person:
    """Invite somebody to sign in: the person, the roles, and a link that a letter brings.

    A person already known by this address and without a password is invited (again), and comes
    back if they had left; an earlier invitation stops working. Raises Refusal if the person can
    already sign in, or would have no role.
    """
    person = Person.by_address(email)
    if person and person.password_hash:
        raise Refusal(lazy("This person can already sign in."), field="email")
    if person is None:
        person = add_person(name, email=email, language=language, organisation=organisation, by=by)
    _come_back(person)
    for role in set(roles) - person.roles:
        grant_role(person, role, by=by)
    if not person.roles:
        raise Refusal(lazy("Choose at least one role."), field="roles")
    use_up_links(person)
    link = links.make(INVITATION, person.id, lasts)
    record(INVITED, person, by=by, link=link.id)
    return person


@operation
def accept_invitation(
    link: OneTimeLink, *, name: str, language: str, password: str, by: Person
) -> Person:
    """The invited person says how they are called, in which language, and sets a password."""
    _refuse_foreign(link, by)
    passwords.refuse_weak(password, name, by.email or "")
    links.use(link)
    by.name, by.folded_name, by.language = name, folded(name), language
    by.save(only=[Person.name, Person.folded_name, Person.language])
    _keep_password(by, password)
    record(ACCEPTED, by, by=by)
    return by


@operation
def request_sign_in_link(
    person: Person, *, lasts: timedelta = timedelta(minutes=30), by
) -> OneTimeLink:
    """A link to sign in, brought by a letter. For an unknown address nothing is called at all."""
    if not person.may_sign_in:
        raise Refusal(lazy("This person has no sign-in."))
    link = links.make(SIGN_IN, person.id, lasts)
    record(LINK_ASKED, person, by=by, link=link.id)
    return link


@operation
def use_sign_in_link(link: OneTimeLink, *, by: Person) -> Person:
    """Use the link up; of two browsers at once one gets in."""
    _refuse_foreign(link, by)
    links.use(link)
    record(LINK_USED, by, by=by)
    return by


@operation
def set_password(person: Person, password: str, *, this_sign_in: int | None = None, by) -> None:
    """Set a new password and end every other sign-in (`this_sign_in` is the id to keep)."""
    passwords.refuse_weak(password, person.name, person.email or "")
    _keep_password(person, password)
    end_sign_ins(person, except_for=this_sign_in)
    use_up_links(person)
    record(PASSWORD_SET, person, by=by)


@operation
def sign_out_everywhere(person: Person, *, by) -> int:
    """End every sign-in of the person, this one too; returns how many there were."""
    ended = end_sign_ins(person)
    use_up_links(person)
    record(SIGNED_OUT, person, by=by)
    return ended


def _refuse_foreign(link: OneTimeLink, person: Person) -> None:
    if link.record_id != str(person.id) or not person.may_sign_in:
        raise Refusal(links.EXPIRED)


def _keep_password(person: Person, password: str) -> None:
    person.password_hash = passwords.hashed(password)
    person.save(only=[Person.password_hash])


def _come_back(person: Person) -> None:
    if person.left_at:
        person.left_at = None
        person.save(only=[Person.left_at])
        RoleGrant.delete().where(RoleGrant.person == person).execute()
        person.forget_roles()
