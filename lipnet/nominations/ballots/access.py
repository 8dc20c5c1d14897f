"""Loaders of ballots, for who may look and who may act."""

from lipnet.core.refusals import NotFound
from lipnet.core.web import may_change, me
from lipnet.nominations.access import Can, may_see_call
from lipnet.nominations.ballots.models import Ballot, PaperBallot, RollEntry, Scrutineer


def may_see_ballot(person, ballot: Ballot) -> bool:
    return may_see_call(person, ballot.call)


def ballot_to_see(ballot_id: int) -> Ballot:
    ballot = Ballot.get_or_none(Ballot.id == ballot_id)
    if ballot is None or not may_see_ballot(me(), ballot):
        raise NotFound
    return ballot


def ballot_to_manage(ballot_id: int) -> Ballot:
    ballot = ballot_to_see(ballot_id)
    may_change(me(), Can.MANAGE_CALLS)
    return ballot


def entry_to_manage(ballot_id: int, entry_id: int) -> RollEntry:
    return _part(RollEntry, ballot_to_manage(ballot_id), entry_id)


def paper_to_manage(ballot_id: int, paper_id: int) -> PaperBallot:
    return _part(PaperBallot, ballot_to_key(ballot_id), paper_id)


def ballot_to_key(ballot_id: int) -> Ballot:
    """Votes on paper are keyed by coordinators and by the ballot's scrutineers."""
    ballot = ballot_to_see(ballot_id)
    if scrutineer_of(ballot, me()) is None:
        may_change(me(), Can.MANAGE_CALLS)
    return ballot


def scrutineer_of(ballot: Ballot, person) -> Scrutineer | None:
    return Scrutineer.get_or_none((Scrutineer.ballot == ballot) & (Scrutineer.person == person))


def _part(table, ballot: Ballot, key: int):
    row = table.get_or_none((table.id == key) & (table.ballot == ballot))
    if row is None:
        raise NotFound
    return row
