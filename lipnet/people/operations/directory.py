"""Organisations and persons: added, changed, leaving."""

from datetime import date

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.refusals import Refusal
from lipnet.core.text import folded
from lipnet.people.checks import refuse_last_coordinator, refuse_taken
from lipnet.people.corrections.models import AddressChange, OrganisationWish
from lipnet.people.models import DirectoryEntry, Organisation, Person, RoleGrant, folded_address
from lipnet.people.ways_in import end_sign_ins, revoke_tokens, use_up_links

ORGANISATION_ADDED = declare("people.organisation_added", lazy("%(who)s added the organisation."))
ORGANISATION_CHANGED = declare(
    "people.organisation_changed", lazy("%(who)s changed the organisation's particulars.")
)
ORGANISATION_LEFT = declare(
    "people.organisation_left", lazy("%(who)s noted that the organisation has left.")
)
ORGANISATION_BACK = declare(
    "people.organisation_back", lazy("%(who)s noted that the organisation is back at the table.")
)
PERSON_ADDED = declare("people.person_added", lazy("%(who)s added the person."))
PERSON_CHANGED = declare("people.person_changed", lazy("%(who)s changed the person's particulars."))
PROFILE_CHANGED = declare("people.profile_changed", lazy("%(who)s changed their own profile."))
LEFT = declare("people.left", lazy("%(who)s noted that the person has left the partnership."))


TOLD = ("phone", "position", "postal_address", "channel")
ENTRY = (*TOLD, "shows_email", "shows_phone", "shows_position")


@operation
def add_organisation(name: dict, *, sector: str, website: str = "", by) -> Organisation:
    """A new organisation at the table; `sector` is one of models.SECTORS."""
    organisation = Organisation.create(
        name=name, folded_name=folded(plain(name, "en")), sector=sector, website=website
    )
    record(ORGANISATION_ADDED, organisation, by=by)
    return organisation


@operation
def change_organisation(
    organisation: Organisation, *, name: dict, sector: str, website: str = "", by
) -> Organisation:
    organisation.name, organisation.folded_name = name, folded(plain(name, "en"))
    organisation.sector, organisation.website = sector, website
    organisation.save()
    record(ORGANISATION_CHANGED, organisation, by=by)
    return organisation


@operation
def organisation_leaves(organisation: Organisation, *, on: date | None = None, by) -> Organisation:
    """The organisation is at the table no more from the day `on` (today); what it did stays."""
    if organisation.left_on:
        raise Refusal(lazy("This organisation has already left."))
    organisation.left_on = on or clock.today()
    organisation.save(only=[Organisation.left_on])
    record(ORGANISATION_LEFT, organisation, by=by)
    return organisation


@operation
def organisation_returns(organisation: Organisation, *, by) -> Organisation:
    """It is at the table again, or never left."""
    if not organisation.left_on:
        raise Refusal(lazy("This organisation is at the table."))
    organisation.left_on = None
    organisation.save(only=[Organisation.left_on])
    record(ORGANISATION_BACK, organisation, by=by)
    return organisation


@operation
def add_person(
    name: str,
    *,
    email: str | None = None,
    language: str = "en",
    organisation: Organisation | None = None,
    shows_email: bool = True,
    by,
) -> Person:
    """A person we know, without a sign-in; raises Refusal if the address is somebody's already.

    `shows_email` is False for who gave an address for one purpose only: then members do not see it.
    """
    refuse_taken(email)
    person = Person.create(
        name=name,
        folded_name=folded(name),
        email=email or None,
        folded_email=folded_address(email),
        language=language,
        organisation=organisation,
        added_at=clock.now(),
    )
    if not shows_email:
        DirectoryEntry.create(person=person, shows_email=False)
    record(PERSON_ADDED, person, by=by)
    return person


@operation
def change_person(
    person: Person,
    *,
    name: str,
    email: str | None,
    language: str,
    organisation: Organisation | None,
    entry: dict | None = None,
    by,
) -> Person:
    """What a coordinator changes. Another address ends the sign-ins and links of the old one.

    `entry` has fields of DirectoryEntry; what members see of it is the person's own choice.
    """
    refuse_taken(email, except_for=person)
    if not email:
        refuse_last_coordinator(person)
    if folded_address(email) != person.folded_email:
        end_sign_ins(person)
        use_up_links(person)
    if organisation != person.organisation:
        OrganisationWish.delete().where(OrganisationWish.person == person).execute()
    person.name, person.folded_name = name, folded(name)
    person.email, person.folded_email = email or None, folded_address(email)
    person.language, person.organisation = language, organisation
    person.save()
    _keep_entry(person, entry, of=TOLD)
    record(PERSON_CHANGED, person, by=by)
    return person


@operation
def change_profile(
    person: Person, *, name: str, language: str, entry: dict | None = None, by
) -> Person:
    """What a person changes about themselves: name, language, and their entry in the directory."""
    person.name, person.folded_name, person.language = name, folded(name), language
    person.save(only=[Person.name, Person.folded_name, Person.language])
    _keep_entry(person, entry, of=ENTRY)
    record(PROFILE_CHANGED, person, by=by)
    return person


@operation
def leave(person: Person, *, by) -> Person:
    """The person leaves: no role, no sign-in, no link, no entry; what they did stays written."""
    if not person.is_active:
        raise Refusal(lazy("This person has already left."))
    refuse_last_coordinator(person)
    person.left_at, person.password_hash = clock.now(), None
    person.save(only=[Person.left_at, Person.password_hash])
    RoleGrant.delete().where(RoleGrant.person == person).execute()
    for table in (DirectoryEntry, AddressChange, OrganisationWish):
        table.delete().where(table.person == person).execute()
    person.forget_roles()
    end_sign_ins(person)
    use_up_links(person)
    revoke_tokens(person)
    record(LEFT, person, by=by)
    return person


def _keep_entry(person: Person, given: dict | None, *, of: tuple[str, ...]) -> None:
    """Keep those fields of the entry that may be changed here; None leaves all as they are."""
    if given is None:
        return
    entry = DirectoryEntry.of(person)
    for name in set(of) & set(given):
        setattr(entry, name, given[name])
    if entry.channel == "phone" and not entry.phone:
        raise Refusal(lazy("Write the telephone number, or choose e-mail."), field="phone")
    if entry.channel == "post" and not entry.postal_address:
        raise Refusal(lazy("Write the postal address, or choose e-mail."), field="postal_address")
    entry.save()
