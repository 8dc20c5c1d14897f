"""Who may see and look after people; loaders that find a record or say no."""

from collections.abc import Callable

from lipnet.core.permissions import EVERY_ROLE, Role, declare, may
from lipnet.core.refusals import NotFound
from lipnet.core.web import me
from lipnet.people.models import ApiToken, Organisation, Person


class Can:
    SEE_PEOPLE = declare("people.see", *EVERY_ROLE)
    SEE_ADDRESSES = declare("people.addresses", Role.COORDINATOR, Role.CHAIR, Role.MEMBER)
    MANAGE_PEOPLE = declare("people.manage", Role.COORDINATOR)
    CHANGE_OWN_PROFILE = declare("people.own_profile", *EVERY_ROLE)


_keeping_back: list[Callable[[Person], set[int]]] = []


def keep_back(whom: Callable[[Person], set[int]]) -> None:
    """An upper floor names, by id, whom a reader does not find among people yet."""
    if whom not in _keeping_back:
        _keeping_back.append(whom)


def hidden_from(reader: Person) -> set[int]:
    return set().union(*(whom(reader) for whom in _keeping_back))


def present_to(reader: Person) -> list[Person]:
    """Who is with the partnership today and found by `reader`, by name: for lists of choices."""
    hidden = hidden_from(reader)
    return [person for person in Person.present() if person.id not in hidden]


def person_to_see(person_id: int) -> Person:
    """The person, also one who has left: their name stays on what they did."""
    if person_id in hidden_from(me()):
        raise NotFound
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
