"""People put their own entry right: another address, once it is confirmed; the organisation, by
asking for it."""

import peewee

from lipnet.core import clock, links
from lipnet.core.db import db, hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.people.corrections.models import LASTS, AddressChange, OrganisationWish
from lipnet.people.models import Person, folded_address
from lipnet.people.ways_in import NEW_ADDRESS, end_sign_ins, use_up_links

ADDRESS_ASKED = declare("people.address_asked", lazy("%(who)s asked for another e-mail address."))
ADDRESS_NOTICED = declare(
    "people.address_noticed", lazy("The present address of %(who)s is told that another was asked.")
)
ADDRESS_KEPT = declare("people.address_kept", lazy("%(who)s keeps the present e-mail address."))
ADDRESS_CHANGED = declare(
    "people.address_changed", lazy("%(who)s confirmed another e-mail address.")
)
ADDRESS_FORGOTTEN = declare(
    "people.address_forgotten", lazy("An address that no longer counts was erased.")
)
WISHED = declare(
    "people.organisation_wished", lazy("%(who)s asked for the organisation to be put right.")
)
WISH_SETTLED = declare(
    "people.organisation_wish_settled", lazy("%(who)s left the organisation as it is.")
)


@operation
def ask_for_address(person: Person, email: str, *, by) -> AddressChange:
    """The person wants to be reached at `email`: a letter goes there, and one to where they are
    reached now. What was asked before no longer counts.

    For an address that is somebody's the same is done, so that nobody learns it here; then the
    letter goes to whose it is, and has no link. Raises Refusal for one's own present address.
    """
    person, email = _themselves(person, by), email.strip()
    if folded_address(email) == person.folded_email:
        raise Refusal(lazy("This is your address already."), field="email")
    _end_asked(person)
    change = AddressChange.create(
        person=person, email=email, was=person.email, asked_at=clock.now()
    )
    link = links.make(NEW_ADDRESS, person.id, LASTS)
    record(ADDRESS_ASKED, person, by=by, link=link.id)
    record(ADDRESS_NOTICED, person, by=by, link=link.id)
    return change


@operation
def keep_address(person: Person, *, by) -> None:
    """The person wants no other address after all."""
    if AddressChange.waiting_of(_themselves(person, by)) is None:
        raise Refusal(lazy("No other address waits to be confirmed."))
    _end_asked(person)
    record(ADDRESS_KEPT, person, by=by)


@operation
def take_new_address(link: OneTimeLink, *, this_sign_in: int | None = None, by: Person) -> Person:
    """From now on the person is reached at the new address, and signs in with it.

    Every sign-in (but the one with the id `this_sign_in`) and every link of the old address ends.
    Raises Refusal if the link is not theirs, has ended, or the address is somebody's by now.
    """
    person = hold(by)
    change = AddressChange.waiting_of(person)
    is_theirs = link.purpose == NEW_ADDRESS and link.record_id == str(person.id)
    if not (change and is_theirs and person.may_sign_in) or change.holder:
        raise Refusal(links.EXPIRED)
    links.use(link)
    _move(person, change.email)
    change.confirmed_at = clock.now()
    change.save(only=[AddressChange.confirmed_at])
    end_sign_ins(person, except_for=this_sign_in)
    use_up_links(person)
    record(ADDRESS_CHANGED, person, by=by)
    return person


@operation
def forget_address_change(change: AddressChange, *, by) -> None:
    """Its addresses are erased: it was not confirmed in time, or everything is done."""
    AddressChange.delete().where(AddressChange.id == change.id).execute()
    record(ADDRESS_FORGOTTEN, change.person, by=by)


@operation
def wish_for_organisation(person: Person, text: str, *, by) -> OrganisationWish:
    """The person tells the coordinators to which organisation they belong; it changes nothing."""
    person, text = _themselves(person, by), " ".join(text.split())
    if not text:
        raise Refusal(lazy("Write the name of your organisation."), field="text")
    OrganisationWish.delete().where(OrganisationWish.person == person).execute()
    wish = OrganisationWish.create(person=person, text=text, asked_at=clock.now())
    record(WISHED, person, by=by)
    return wish


@operation
def settle_organisation_wish(wish: OrganisationWish, *, by) -> None:
    """The organisation stays as it is: a coordinator says so, or the person after all."""
    if not OrganisationWish.delete().where(OrganisationWish.id == wish.id).execute():
        raise Refusal(lazy("This has been settled already."))
    record(WISH_SETTLED, wish.person, by=by)


def _themselves(person: Person, by) -> Person:
    """The person, held; nobody asks for another, nor who can no longer sign in."""
    person = hold(person)
    if by.id != person.id or not person.may_sign_in:
        raise Refusal(lazy("Everybody puts their own entry right."))
    return person


def _end_asked(person: Person) -> None:
    """No link to confirm an address works any more; links to sign in do."""
    open_still = links.made_for(NEW_ADDRESS, person.id).where(OneTimeLink.used_at.is_null())
    ids = [link.id for link in open_still]
    OneTimeLink.update(used_at=clock.now()).where(OneTimeLink.id.in_(ids)).execute()
    AddressChange.delete().where(AddressChange.person == person).execute()


def _move(person: Person, email: str) -> None:
    """Of two who take the same address in one moment, the second is refused."""
    person.email, person.folded_email = email, folded_address(email)
    try:
        with db.atomic():
            person.save(only=[Person.email, Person.folded_email])
    except peewee.IntegrityError:
        raise Refusal(links.EXPIRED) from None
