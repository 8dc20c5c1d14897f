"""Support of another organisation for a nomination: asked for, given or not."""

from datetime import timedelta

import peewee

from lipnet.core import clock, links
from lipnet.core.db import db
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.nominations.meant import (
    NewNominee,
    check_not_reading,
    check_undecided,
    person_of,
)
from lipnet.nominations.models import Nomination
from lipnet.nominations.public_words import CANNOT_BE_ASKED
from lipnet.nominations.seconds import SECOND_PURPOSE, Second
from lipnet.people.models import Organisation, Person

ASKED = declare("nominations.second_asked", lazy("%(who)s asked somebody to second."))
SECONDED = declare("nominations.seconded", lazy("%(who)s seconded the nomination."))
NOT_SECONDED = declare("nominations.not_seconded", lazy("%(who)s does not second the nomination."))


@operation
def ask_to_second(
    nomination: Nomination,
    seconder: Person | NewNominee,
    organisation: Organisation,
    *,
    lasts: timedelta = timedelta(days=14),
    discreet: bool = False,
    by: Person,
) -> Second:
    """Ask `seconder`, who speaks for `organisation`, by a letter with a one-time link.

    Raises Refusal if the nominee has not accepted (until then nobody learns the name), the call
    asks for no seconders, the seconder nominated or was nominated, or the organisation is the
    nominator's, the nominee's or was already asked. With `discreet` it says nothing of whom we
    know behind an address: `by` has shown no account.
    """
    check_undecided(nomination.call)
    _check_wanted(nomination)
    person = person_of(seconder, by)
    _check_organisation(nomination, organisation)
    try:
        _check_seconder(nomination, person, organisation)
    except Refusal:
        if discreet:
            raise Refusal(CANNOT_BE_ASKED, field="seconder") from None
        raise
    second = _asked(nomination, person, organisation, seconder.name)
    link = links.make(SECOND_PURPOSE, second.id, lasts)
    record(ASKED, nomination, by=by, second=second.id, link=link.id)
    return second


@operation
def second_nomination(link: OneTimeLink, *, by: Person) -> Second:
    """The organisation supports the nomination; this uses the link up."""
    second = _answered_by(link, by)
    second.confirmed_at = clock.now()
    second.save(only=[Second.confirmed_at])
    record(SECONDED, second.nomination, by=by, second=second.id)
    return second


@operation
def decline_to_second(link: OneTimeLink, *, by: Person) -> Second:
    """The seconder would rather not; no reason is asked, and another organisation may be."""
    second = _answered_by(link, by)
    second.declined_at = clock.now()
    second.save(only=[Second.declined_at])
    record(NOT_SECONDED, second.nomination, by=by, second=second.id)
    return second


def _check_wanted(nomination: Nomination) -> None:
    if not nomination.call.rules.seconders:
        raise Refusal(lazy("This call asks for no seconders."))
    if not nomination.stands:
        raise Refusal(lazy("Seconders are asked once the nominee has accepted."))


def _check_seconder(nomination: Nomination, person: Person, organisation: Organisation) -> None:
    if person.id in (nomination.nominee_id, nomination.nominator_id):
        raise Refusal(
            lazy("Who nominates or is nominated cannot second as well."), field="seconder"
        )
    check_not_reading(nomination.call, person, "seconder")
    if not person.is_active or not person.email:
        raise Refusal(lazy("We cannot write to this person."), field="seconder")
    if person.organisation_id not in (None, organisation.id):
        raise Refusal(
            lazy("%(name)s belongs to another organisation.", name=person.name),
            field="organisation",
        )


def _check_organisation(nomination: Nomination, organisation: Organisation) -> None:
    theirs = {nomination.nominee.organisation_id, nomination.nominator.organisation_id}
    if organisation.id in theirs or _is_named(nomination.organisation, organisation):
        raise Refusal(
            lazy("Choose another organisation than the nominee's and the nominator's."),
            field="organisation",
        )


def _is_named(words: str, organisation: Organisation) -> bool:
    """Whether the nominee, who may belong to no organisation we know, wrote its name."""
    return words.casefold() in {name.casefold() for name in organisation.name.values()}


def _asked(nomination: Nomination, person: Person, organisation: Organisation, name: str) -> Second:
    try:
        with db.atomic():
            return Second.create(
                nomination=nomination,
                person=person,
                organisation=organisation,
                asked_as=name.strip(),
                asked_at=clock.now(),
            )
    except peewee.IntegrityError:
        raise Refusal(
            lazy("This person or organisation has already been asked. Choose another."),
            field="organisation",
        ) from None


def _answered_by(link: OneTimeLink, by: Person) -> Second:
    second = Second.get_or_none(Second.id == int(link.record_id))
    if link.purpose != SECOND_PURPOSE or second is None or second.person != by:
        raise Refusal(links.EXPIRED)
    if not second.is_waiting or not second.nomination.stands or not by.is_active:
        raise Refusal(links.EXPIRED)
    check_undecided(second.nomination.call)
    links.use(link)
    return second
