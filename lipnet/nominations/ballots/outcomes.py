"""A counted ballot as the counting engine sees it: the contest, its file, how it went."""

from collections import Counter
from functools import lru_cache

from lipnet.counting import RULES, Contest, Outcome, StillToBeDrawn, write_blt
from lipnet.counting.simple import YES
from lipnet.nominations.ballots import places, rankings
from lipnet.nominations.ballots.lots import draw_of, drawn_of
from lipnet.nominations.ballots.models import Ballot, BallotCount
from lipnet.nominations.models import Nomination


def contest_of(ballot: Ballot, withdrawn: list[int]) -> Contest:
    ballots = Counter({rankings.read(row.ranking): row.times for row in ballot.counted})
    title = f"{ballot.call.body.slug} {ballot.id}"
    seats = 1 if ballot.rule == "slate" else ballot.seats
    numbers = {row.nomination_id: row.number for row in ballot.standing}
    reserved = places.reserved_of(ballot, numbers)
    return Contest(ballot.options, seats, ballots, title, frozenset(withdrawn), reserved)


def counted(ballot: Ballot, contest: Contest, seed: str) -> Outcome:
    """Nobody is elected where nobody is left, or no ballot names anybody. Raises StillToBeDrawn."""
    if not contest.standing or not contest.valid():
        return Outcome(ballot.rule, 0, 0, (), ())
    return RULES[ballot.rule](contest, draw_of(ballot, seed))


def awaited_lot(count: BallotCount) -> StillToBeDrawn | None:
    """The lot somebody has to draw before the count can go on."""
    if count.elected:
        return None
    try:
        outcome_of(count)
    except StillToBeDrawn as awaited:
        return awaited
    return None


def outcome_of(count: BallotCount) -> tuple[Contest, Outcome]:
    """Raises StillToBeDrawn."""
    drawn, withdrawn = tuple(drawn_of(count.ballot)), tuple(count.withdrawn)
    return _gone_through(count.ballot_id, count.file_hash, count.seed, withdrawn, drawn)


@lru_cache(maxsize=20)
def _gone_through(ballot_id: int, *_what_decides) -> tuple[Contest, Outcome]:
    """Everybody on the roll reads the outcome, and it stays as it is: remembered by the hash of the
    ballots and by whatever else decides it."""
    count = BallotCount.get(BallotCount.ballot == ballot_id)
    contest = contest_of(count.ballot, count.withdrawn)
    return contest, counted(count.ballot, contest, count.seed)


def file_of(contest: Contest) -> bytes:
    """The ballot file, sorted: it tells no order of casting."""
    return write_blt(contest).encode()


def elected(ballot: Ballot) -> list[Nomination]:
    """Who is elected and still stands, in order of election; a slate that is carried elects
    everybody on it."""
    numbers = ballot.count.elected
    standing = {row.number: row.nomination for row in ballot.standing}
    if ballot.rule == "slate":
        numbers = sorted(standing) if YES in numbers else []
    return [standing[number] for number in numbers if standing[number].stands]
