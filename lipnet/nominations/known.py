"""Who is among the people we know only because somebody nominated them, or they somebody."""

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
    reviewer has still to read without the name, and who only put forward or supported somebody.
    Who asked for support does not find whom either: an address would tell a name. Coordinators find
    everybody."""
    if may(reader, Can.MANAGE_CALLS):
        return set()
    rows = list(_nominations())
    hidden = {row.nominee_id for row in rows} | _nominators() | _supporters()
    return hidden - _found(reader, rows)


def _found(reader: Person, rows: list[Nomination]) -> set[int]:
    """The nominees whom `reader` finds all the same."""
    blind_in, named = _calls_read_by(reader), _named_to(reader)
    found = {reader.id}
    for row in rows:
        knows = row.call_id not in blind_in or row.id in named
        if row.nominator_id == reader.id or (is_shown(row) and knows):
            found.add(row.nominee_id)
    return found


def _only_named() -> peewee.ModelSelect:
    """People without an organisation, a seat or a way to sign in, now or before."""
    return Person.select(Person.id).where(
        Person.organisation.is_null()
        & Person.password_hash.is_null()
        & Person.id.not_in(RoleGrant.select(RoleGrant.person))
        & Person.id.not_in(Appointment.select(Appointment.person))
    )


def _nominations() -> peewee.ModelSelect:
    return Nomination.select().where(Nomination.nominee.in_(_only_named()))


def _nominators() -> set[int]:
    rows = Nomination.select(Nomination.nominator)
    return {row.nominator_id for row in rows.where(Nomination.nominator.in_(_only_named()))}


def _supporters() -> set[int]:
    known = _only_named()
    return {
        row.person_id
        for kind in (Second, Endorsement)
        for row in kind.select(kind.person).where(kind.person.in_(known))
    }


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
