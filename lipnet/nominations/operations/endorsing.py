"""The nominee's own organisation: asked whether it supports them, and its answer."""

from datetime import timedelta

from lipnet.core import clock, links
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.nominations.endorsing import ENDORSE_PURPOSE, Endorsement, answerable
from lipnet.nominations.meant import (
    NewNominee,
    check_not_reading,
    check_undecided,
    person_of,
)
from lipnet.nominations.models import Nomination
from lipnet.people.models import Person

ASKED_TO_ENDORSE = declare(
    "nominations.endorsement_asked", lazy("%(who)s asked the nominee's organisation.")
)
ENDORSED = declare("nominations.endorsed", lazy("%(who)s confirmed the organisation's support."))
NOT_ENDORSED = declare(
    "nominations.not_endorsed", lazy("%(who)s does not confirm the organisation's support.")
)


@operation
def ask_to_endorse(
    nomination: Nomination,
    endorser: Person | NewNominee,
    *,
    lasts: timedelta = timedelta(days=14),
    by: Person,
) -> Endorsement:
    """Ask somebody of the organisation the nominee names, by a letter with a one-time link.

    Who was asked before and has not confirmed is asked no more. Raises Refusal if no organisation
    is named, it has confirmed, or the person is the nominee or cannot be written to.
    """
    check_undecided(nomination.call)
    if not nomination.stands or not nomination.organisation:
        raise Refusal(lazy("The nominee has named no organisation."))
    if nomination.endorsements.where(Endorsement.confirmed_at.is_null(False)).exists():
        raise Refusal(lazy("The organisation has confirmed its support already."))
    person = person_of(endorser, by)
    if person == nomination.nominee:
        raise Refusal(lazy("Somebody else of the organisation confirms it."), field="email")
    check_not_reading(nomination.call, person, "email")
    if not person.is_active or not person.email:
        raise Refusal(lazy("We cannot write to this person."), field="email")
    Endorsement.delete().where(Endorsement.nomination == nomination).execute()
    asked = Endorsement.create(nomination=nomination, person=person, asked_at=clock.now())
    link = links.make(ENDORSE_PURPOSE, asked.id, lasts)
    record(ASKED_TO_ENDORSE, nomination, by=by, endorsement=asked.id, link=link.id)
    return asked


@operation
def endorse_nomination(link: OneTimeLink, *, by: Person) -> Endorsement:
    """The organisation supports the nominee; this uses the link up."""
    asked = _answered_by(link, by)
    asked.confirmed_at = clock.now()
    asked.save(only=[Endorsement.confirmed_at])
    record(ENDORSED, asked.nomination, by=by)
    return asked


@operation
def decline_to_endorse(link: OneTimeLink, *, by: Person) -> Endorsement:
    """It does not; no reason is asked."""
    asked = _answered_by(link, by)
    asked.declined_at = clock.now()
    asked.save(only=[Endorsement.declined_at])
    record(NOT_ENDORSED, asked.nomination, by=by)
    return asked


def _answered_by(link: OneTimeLink, by: Person) -> Endorsement:
    asked = answerable(link)
    if asked.person != by or not by.is_active:
        raise Refusal(links.EXPIRED)
    links.use(link)
    return asked
