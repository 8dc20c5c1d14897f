"""A call with all its nominations, read at once: as many queries for thirty of them as for three.

For pages that show them, never for operations: what was read stays as it was.
"""

from collections import defaultdict

import peewee

from lipnet.core import links
from lipnet.groups.models import Appointment, Seat
from lipnet.nominations.ballots.contests import Contest, ContestCandidate
from lipnet.nominations.eligibility import CORRECTION_PURPOSE, EligibilityFinding
from lipnet.nominations.models import LINK_PURPOSE, AcclaimedSeat, Call, Nomination
from lipnet.nominations.seconds import SECOND_PURPOSE, Second
from lipnet.people.models import Person


def gather(call: Call) -> Call:
    """What is asked of `call` and its nominations from now on comes from memory."""
    rows = _with_people(call)
    _put_beside(rows, "findings", EligibilityFinding.select())
    _put_beside(rows, "seconds", Second.select())
    _put_beside(rows, "contest_places", _with(ContestCandidate, Contest))
    _put_beside(rows, "acclaimed_seats", _with(AcclaimedSeat, Appointment, Seat))
    links.read_open(LINK_PURPOSE, rows)
    links.read_open(SECOND_PURPOSE, [each for row in rows for each in row.seconds])
    links.read_open(CORRECTION_PURPOSE, [each for row in rows for each in row.findings])
    call.__dict__.update(_rules=call.rules, _is_decided=call.is_decided, _everybody=rows)
    return call


def _with_people(call: Call) -> list[Nomination]:
    """As Call.everybody, with who proposed them and which seat they prefer."""
    nominee, nominator = Person.alias(), Person.alias()
    found = (
        Nomination.select(Nomination, nominee, nominator, Seat)
        .join(nominee, on=Nomination.nominee, attr="nominee")
        .switch(Nomination)
        .join(nominator, on=Nomination.nominator, attr="nominator")
        .switch(Nomination)
        .join(Seat, peewee.JOIN.LEFT_OUTER)
        .where(Nomination.call == call)
    )
    rows = sorted(found, key=lambda row: (row.nominee.folded_name, row.id))
    for row in rows:
        row.call = call
    return rows


def _with(model, *others) -> peewee.ModelSelect:
    rows = model.select(model, *others)
    for other in others:
        rows = rows.join(other)
    return rows


def _put_beside(rows: list[Nomination], name: str, found: peewee.ModelSelect) -> None:
    """Each nomination keeps its own of `found` under `name`, in the order they were made."""
    mine, model = defaultdict(list), found.model
    for each in found.where(model.nomination.in_(rows)).order_by(model.id):
        mine[each.nomination_id].append(each)
    for row in rows:
        row.__dict__[name] = mine[row.id]
