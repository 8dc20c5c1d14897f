"""Who is among the people we know only because somebody nominated them."""

import peewee

from lipnet.core.permissions import may
from lipnet.groups.models import Appointment
from lipnet.nominations.access import Can, is_shown
from lipnet.nominations.endorsing import Endorsement
from lipnet.nominations.models import Nomination
from lipnet.nominations.reviewing import Reading, Recusal, Reviewer
from lipnet.nominations.seconds import Second
from lipnet.people.models import Person, RoleGrant


def kept_back(reader: Person) -> set[int]:
    """Whom `reader` does not find among people: nominees who did not agree to be shown, or whom a
    reviewer has still to read without the name, and whoever was only asked to support somebody.
    Coordinators find everybody."""
    if may(reader, Can.MANAGE_CALLS):
        return set()
    rows, blind_in, named = list(_nominations()), _calls_read_by(reader), _named_to(reader)
    found = {reader.id}
    for row in rows:
        knows = row.call_id not in blind_in or row.id in named
        if row.nominator_id == reader.id or (is_shown(row) and knows):
            found.add(row.nominee_id)
    return ({row.nominee_id for row in rows} | _only_asked()) - found


def _nominations() -> peewee.ModelSelect:
    """Of people whom we may know by nothing else."""
    return Nomination.select().where(Nomination.nominee.in_(_only_named()))


def _only_asked() -> set[int]:
    """Whom we know only because somebody gave their address to ask them for support."""
    known = _only_named()
    return {
        row.person_id
        for kind in (Second, Endorsement)
        for row in kind.select(kind.person).where(kind.person.in_(known))
    }


def _only_named() -> peewee.ModelSelect:
    """People without an organisation, a seat or a way to sign in, now or before."""
    return Person.select(Person.id).where(
        Person.organisation.is_null()
        & Person.password_hash.is_null()
        & Person.id.not_in(RoleGrant.select(RoleGrant.person))
        & Person.id.not_in(Appointment.select(Appointment.person))
    )


def _calls_read_by(reader: Person) -> set[int]:
    return {row.call_id for row in Reviewer.select().where(Reviewer.person == reader)}


def _named_to(reader: Person) -> set[int]:
    """The nominations whose reading `reader` has noted, or from which they stepped back."""
    mine = Reviewer.select(Reviewer.id).where(Reviewer.person == reader)
    return {
        row.nomination_id
        for kind in (Reading, Recusal)
        for row in kind.select(kind.nomination).where(kind.reviewer.in_(mine))
    }
