"""A person's ways in, sign-ins and links sent by letter: how operations close them."""

from lipnet.core import clock
from lipnet.core.links import OneTimeLink
from lipnet.people.corrections.models import AddressChange
from lipnet.people.models import ApiToken, Person, SignIn

INVITATION, SIGN_IN, NEW_ADDRESS = "invitation", "sign-in", "new-address"


def end_sign_ins(person: Person, *, except_for: int | None = None) -> int:
    """End the person's sign-ins but the one with the id `except_for`; returns how many."""
    running = (SignIn.person == person) & SignIn.ended_at.is_null()
    if except_for is not None:
        running &= SignIn.id != except_for
    return SignIn.update(ended_at=clock.now()).where(running).execute()


def use_up_links(person: Person) -> None:
    """No link sent to this person so far opens anything any more, nor does a new address wait."""
    OneTimeLink.update(used_at=clock.now()).where(
        OneTimeLink.purpose.in_((INVITATION, SIGN_IN, NEW_ADDRESS))
        & (OneTimeLink.record_id == str(person.id))
        & OneTimeLink.used_at.is_null()
    ).execute()
    waiting = (AddressChange.person == person) & AddressChange.confirmed_at.is_null()
    AddressChange.delete().where(waiting).execute()


def revoke_tokens(person: Person) -> None:
    """No program reads as this person any more."""
    working = (ApiToken.person == person) & ApiToken.revoked_on.is_null()
    ApiToken.update(revoked_on=clock.today()).where(working).execute()
