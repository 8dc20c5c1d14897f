"""Contests: some of the seats of a call, who stands for them, and the ballot that fills them.

A call whose seats are all voted on together has none.
"""

from collections.abc import Iterable
from typing import NamedTuple

import peewee

from lipnet.core.db import Base
from lipnet.groups.models import Seat, one_of
from lipnet.nominations.ballots.models import Ballot
from lipnet.nominations.ballots.places import FLAGS, GROUP_NAMES
from lipnet.nominations.models import Call, CallSeat, Nomination


class Contest(Base):
    """The seats of one sector, or those kept for one group. Without a ballot, because nobody
    prepared one or nobody needs one."""

    call = peewee.ForeignKeyField(Call, backref="contests")
    kind = peewee.TextField()
    ballot = peewee.ForeignKeyField(Ballot, null=True, unique=True, backref="contests")
    decided_on = peewee.DateField(null=True)

    class Meta:
        table_name = "contest"
        indexes = ((("call", "kind"), True),)
        constraints = [one_of("kind", tuple(GROUP_NAMES), "contest_kind")]

    @property
    def name(self) -> str:
        return str(GROUP_NAMES[self.kind])

    @property
    def seats(self) -> list[Seat]:
        rows = Seat.select().join(CallSeat).join(ContestSeat)
        return list(rows.where(ContestSeat.contest == self).order_by(Seat.number))

    @property
    def candidates(self) -> list[Nomination]:
        """Who stands in it and still may, sorted by name."""
        inside = {row.nomination_id for row in self.standing}
        return [row for row in self.call.candidates if row.id in inside]

    @property
    def is_fixed(self) -> bool:
        """Whether nobody is moved in or out any more."""
        return self.decided_on is not None or bool(self.ballot and not self.ballot.is_draft)

    @property
    def needs_vote(self) -> bool:
        return len(self.candidates) > len(self.seats)


class ContestSeat(Base):
    """A seat is filled by one contest only."""

    contest = peewee.ForeignKeyField(Contest, backref="contest_seats")
    call_seat = peewee.ForeignKeyField(CallSeat, unique=True, backref="contest_seats")

    class Meta:
        table_name = "contest_seat"


class ContestCandidate(Base):
    """A nominee stands in one contest only."""

    contest = peewee.ForeignKeyField(Contest, backref="standing")
    nomination = peewee.ForeignKeyField(Nomination, unique=True, backref="contest_places")

    class Meta:
        table_name = "contest_candidate"


def kind_of(seat: Seat) -> str:
    """The group a seat is kept for: its mark, or else its sector."""
    return next((mark for mark in FLAGS if getattr(seat, mark)), seat.sector)


def kinds_of(call: Call) -> dict[str, list[CallSeat]]:
    """The seats of the call by what they are kept for, in the order of their numbers."""
    kinds: dict[str, list[CallSeat]] = {}
    for wanted in call.wanted:
        kinds.setdefault(kind_of(wanted.seat), []).append(wanted)
    return kinds


def may_be_divided(call: Call) -> bool:
    """Whether its seats are of several kinds, and nobody prepared anything yet."""
    settled = call.is_decided or call.contests.exists() or call.ballots.exists()
    return call.is_closed and not settled and len(kinds_of(call)) > 1


def may_move_seats(call: Call) -> bool:
    """Whether it is divided, and nothing is prepared or decided for any of its contests."""
    found = contests_of(call)
    return bool(found) and not any(each.ballot_id or each.decided_on for each in found)


def proposed_kind(nomination: Nomination, kinds) -> str | None:
    """Where somebody stands as far as can be told: by the seat she prefers, or else her
    organisation."""
    organisation = nomination.nominee.organisation
    if nomination.seat is not None:
        told = kind_of(nomination.seat)
    else:
        told = organisation.sector if organisation else None
    return told if told in kinds else None


def contests_of(call: Call) -> list[Contest]:
    """In the order of their seats."""
    return list(call.contests.order_by(Contest.id))


class Seen(NamedTuple):
    """A contest with its seats and who stands for them, read once for all contests of a call."""

    contest: Contest
    seats: list[Seat]
    people: list[Nomination]

    @property
    def needs_vote(self) -> bool:
        return len(self.people) > len(self.seats)

    @property
    def wants_ballot(self) -> bool:
        return not (self.contest.decided_on or self.contest.ballot_id) and self.needs_vote


def overview(call: Call) -> list[Seen]:
    """All contests of the call, in the order of their seats."""
    contests, people = contests_of(call), call.candidates
    rows = ContestCandidate.select().where(ContestCandidate.contest.in_(contests))
    places = {row.nomination_id: row.contest_id for row in rows}
    found = ContestSeat.select(ContestSeat, CallSeat, Seat).join(CallSeat).join(Seat)
    seats = list(found.where(ContestSeat.contest.in_(contests)).order_by(Seat.number))
    return [
        Seen(
            each,
            [row.call_seat.seat for row in seats if row.contest_id == each.id],
            [row for row in people if places.get(row.id) == each.id],
        )
        for each in contests
    ]


def drafts_of(call: Call) -> list[Ballot]:
    """The ballots of its contests that were not opened yet."""
    found = [contest.ballot for contest in contests_of(call) if contest.ballot_id]
    return [ballot for ballot in found if ballot.is_draft]


def settled_seats(calls: Iterable[int]) -> set[int]:
    """Of the seats of these calls (their ids) those whose contest is decided already."""
    decided = Contest.call.in_(list(calls)) & Contest.decided_on.is_null(False)
    return {row.call_seat_id for row in ContestSeat.select().join(Contest).where(decided)}


def nowhere(call: Call) -> list[Nomination]:
    """Who stands, and nobody has said in which contest."""
    placed = ContestCandidate.select(ContestCandidate.nomination).join(Contest)
    known = {row.nomination_id for row in placed.where(Contest.call == call)}
    return [row for row in call.candidates if row.id not in known]
