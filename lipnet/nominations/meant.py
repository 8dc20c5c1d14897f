"""Who is meant by a name and an address, and whether a call can still change."""

from typing import NamedTuple

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.public_words import DECIDED
from lipnet.nominations.reviewing import reviewer_of
from lipnet.people.models import Person
from lipnet.people.operations import add_person


class NewNominee(NamedTuple):
    """Somebody who may not be known yet; who has this address already is who is meant."""

    name: str
    email: str
    language: str = "en"


def check_undecided(call: Call) -> None:
    if call.is_decided:
        raise Refusal(DECIDED)


def check_not_reading(call: Call, person: Person, field: str) -> None:
    """Who reads the nominations of a call neither stands, nominates nor supports anybody in it."""
    if reviewer_of(call, person):
        raise Refusal(
            lazy("%(name)s is on the committee that reads the nominations.", name=person.name),
            field=field,
        )


def check_unsettled(nomination: Nomination) -> None:
    """Its call is undecided, and so is its contest."""
    check_undecided(nomination.call)
    if nomination.is_settled:
        raise Refusal(lazy("This contest has been decided. Nobody is moved in or out any more."))


def person_of(nominee: Person | NewNominee, by: Person) -> Person:
    if isinstance(nominee, Person):
        return nominee
    address = nominee.email.strip().casefold()
    return Person.get_or_none(Person.folded_email == address) or add_person(
        nominee.name,
        email=nominee.email.strip(),
        language=nominee.language,
        shows_email=False,  # it was given for letters about a nomination, and nothing else
        by=by,
    )
