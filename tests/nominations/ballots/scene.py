"""A ballot prepared, opened, voted in and counted: made by the operations."""

from datetime import timedelta

from lipnet.core import clock
from lipnet.nominations.ballots import forgetting, operations
from lipnet.nominations.ballots.models import Ballot, RollEntry
from tests import cast
from tests.nominations import scene

SCRUTINEERS = ("Sofia Marin", "Theo Blanc")
STANDING = ("Amina Diallo", "Bijan Rahimi", "Chau Tran", "Dalia Haddad")


def prepared(
    alice,
    *,
    rule: str = "scottish",
    seats: int = 2,
    voters: int = 6,
    standing=STANDING,
    scrutineers=(),
    named: str = "Voter",
    drawer=None,
    receipts: bool = False,
) -> Ballot:
    """A draft with `voters` people on its roll, none of whom stands."""
    nominees = [cast.person(name) for name in standing]
    call = scene.closed(seats=seats, nominees=nominees, nominator=alice, by=alice)
    ballot = operations.prepare_ballot(
        call,
        rule=rule,
        seats=seats,
        closes_on=clock.today() + timedelta(days=7),
        drawer=drawer,
        receipts=receipts,
        scrutineers=scrutineers or [cast.person(each, "member") for each in SCRUTINEERS],
        by=alice,
    )
    people = [cast.person(f"{named} {n:03}") for n in range(1, voters + 1)]
    operations.put_on_roll(ballot, people, by=alice)
    return ballot


def opened(alice, **particulars) -> Ballot:
    return operations.open_ballot(prepared(alice, **particulars), by=alice)


def roll(ballot: Ballot) -> list[RollEntry]:
    return list(ballot.roll.order_by(RollEntry.id))


def vote(ballot: Ballot, *rankings) -> None:
    """The first people of the roll vote so."""
    for entry, ranking in zip(roll(ballot), rankings, strict=False):
        operations.cast_ballot(entry, ranking)


def counted(ballot: Ballot, by):
    with clock.at(clock.now() + timedelta(days=8)):
        return forgetting.count_and_forget(ballot, by=by)
