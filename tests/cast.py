"""The cast: each test takes who it needs.

Alice coordinates. Bob chairs what a test makes him chair. Charlie is a member. Tam translates.
Vera may only look. Sam is the data steward. Olga is signed out and unknown.
"""

from lipnet.core import clock
from lipnet.core.text import folded
from lipnet.people.models import Organisation, Person, RoleGrant


def person(name: str, *roles: str, language: str = "en", organisation=None) -> Person:
    email = f"{folded(name).replace(' ', '.')}@example.org"
    row = Person.create(
        name=name,
        folded_name=folded(name),
        email=email,
        folded_email=email.casefold(),
        language=language,
        organisation=organisation,
        added_at=clock.now(),
    )
    for role in roles:
        RoleGrant.create(person=row, role=role, granted_at=clock.now())
    return row


def alice() -> Person:
    return person("Alice Moreau", "coordinator")


def bob() -> Person:
    return person("Bob Tremblay", "member")


def charlie() -> Person:
    return person("Charlie Osei", "member", language="fr")


def tam() -> Person:
    return person("Tam Nguyen", "translator")


def vera() -> Person:
    return person("Vera Lopez", "viewer")


def sam() -> Person:
    return person("Sam Achebe", "steward")


def organisation(name: str = "Riverside Settlement Services", sector: str = "settlement"):
    return Organisation.create(name={"en": name}, folded_name=folded(name), sector=sector)
