"""Who may see and look after people; loaders that find a record or say no."""

from lipnet.core.permissions import EVERY_ROLE, Role, declare, may
from lipnet.core.refusals import NotFound
from lipnet.people.models import ApiToken, Organisation, Person


class Can:
    SEE_PEOPLE = declare("people.see", *EVERY_ROLE)
    SEE_ADDRESSES = declare("people.addresses", Role.COORDINATOR, Role.CHAIR, Role.MEMBER)
    MANAGE_PEOPLE = declare("people.manage", Role.COORDINATOR)
    CHANGE_OWN_PROFILE = declare("people.own_profile", *EVERY_ROLE)


def person_to_see(person_id: int) -> Person:
    """The person, also one who has left: their name stays on what they did."""
    return _found(Person.get_or_none(Person.id == person_id))


def organisation_to_see(organisation_id: int) -> Organisation:
    return _found(Organisation.get_or_none(Organisation.id == organisation_id))


def token_to_revoke(token_id: int, person: Person) -> ApiToken:
    """A token of one's own; the coordinator's any."""
    token = _found(ApiToken.get_or_none(ApiToken.id == token_id))
    if token.person_id != person.id and not may(person, Can.MANAGE_PEOPLE):
        raise NotFound
    return token


def _found(record):
    if record is None:
        raise NotFound
    return record
