"""The ballot is counted once; scrutineers sign; who is elected is appointed."""

import hashlib
from collections import Counter
from datetime import date

from peewee import chunked

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import ROWS_A_STATEMENT, declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.counting import Contest, StillToBeDrawn
from lipnet.groups.models import Seat
from lipnet.nominations.appointing import check_assignment, seat_everybody
from lipnet.nominations.ballots import ledger, outcomes
from lipnet.nominations.ballots.lots import DrawnLot
from lipnet.nominations.ballots.models import (
    Ballot,
    BallotCount,
    CastBallot,
    CastReceipt,
    CountedBallot,
    CountedMark,
    CountedReceipt,
    PaperBallot,
    Scrutineer,
    VotingMark,
)
from lipnet.nominations.ballots.operations.deciding import CONTEST_ELECTED
from lipnet.nominations.ballots.settling import settle
from lipnet.nominations.models import Acclamation, Nomination

COUNTED = declare("ballots.counted", lazy("%(who)s had the ballot counted."))
SIGNED = declare("ballots.signed", lazy("%(who)s signed a recount."))
DRAWN = declare("ballots.lot_drawn", lazy("%(who)s wrote down a lot that was drawn: %(number)s."))
ELECTED = declare("ballots.elected", lazy("%(who)s appointed those elected."))


@operation
def count_ballot(ballot: Ballot, *, by) -> BallotCount:
    """Count, and part voters and votes for good: both ledgers are copied, sorted by what they hold,
    into tables of their own, and emptied, in this one transaction.

    Raises Refusal while somebody can still vote, or papers are not keyed by two people. The caller
    then has the engine forget what it keeps of the old rows (forgetting.forget_order).
    """
    ballot = hold(ballot)
    entitled = ballot.roll.count()
    marks = sorted(row.key for row in ballot.marks)
    _check_over(ballot, voted=len(marks), entitled=entitled)
    cast = _rankings(ballot)
    if sum(cast.values()) != len(marks):
        raise Refusal(lazy("There are not as many ballots as people who voted. Do not count; ask "
                           "whoever runs the server."))  # fmt: skip
    _check_receipts(ballot)
    _copy(ballot, cast, marks)
    counted = _counted(ballot, entitled, len(marks))
    record(COUNTED, ballot, by=by)
    return counted


@operation
def draw_lot(ballot: Ballot, candidate: int, *, by) -> DrawnLot:
    """What was drawn by hand is written down, and the count goes on to its end or the next lot.

    Raises Refusal where no lot is awaited, or not among candidates of whom this is one.
    """
    ballot = hold(ballot)
    count = ballot.count
    awaited = outcomes.awaited_lot(count) if count else None
    if awaited is None:
        raise Refusal(lazy("No lot is to be drawn."))
    if candidate not in awaited.among:
        raise Refusal(lazy("The lot is drawn among others."), field="drawn")
    lot = DrawnLot.create(
        ballot=ballot, number=awaited.number, candidate=candidate, drawn_on=clock.today(), by=by
    )
    contest = outcomes.contest_of(ballot, count.withdrawn)
    count.elected = _elected(ballot, contest, count.seed)
    count.save(only=[BallotCount.elected])
    record(DRAWN, ballot, by=by, number=awaited.number)
    return lot


@operation
def sign_recount(scrutineer: Scrutineer, *, agrees: bool, remark: str = "", by) -> Scrutineer:
    """A scrutineer counted the file anew, and says whether the outcome is the same."""
    scrutineer = hold(scrutineer)
    if not scrutineer.ballot.count:
        raise Refusal(lazy("This ballot has not been counted yet."))
    if outcomes.awaited_lot(scrutineer.ballot.count):
        raise Refusal(lazy("A lot is still to be drawn."))
    if scrutineer.person_id != by.id:
        raise Refusal(lazy("Only the scrutineer can sign."))
    if scrutineer.signed_on:
        raise Refusal(lazy("You have signed already."))
    scrutineer.signed_on, scrutineer.agrees = clock.today(), agrees
    scrutineer.remark = remark.strip()
    scrutineer.save()
    record(SIGNED, scrutineer.ballot, by=by)
    return scrutineer


@operation
def appoint_elected(
    ballot: Ballot, seats: dict[Nomination, Seat], *, from_on: date, to_on: date, by
) -> Acclamation:
    """Everybody elected is appointed to the seat given, which decides the call, or the contest."""
    call = hold(ballot.call)
    if call.is_decided:
        raise Refusal(lazy("This call has already been decided."))
    if not ballot.count:
        raise Refusal(lazy("This ballot has not been counted yet."))
    elected = outcomes.elected(ballot)
    if not elected:
        raise Refusal(lazy("Nobody was elected, so there is nobody to appoint."))
    check_assignment(call, elected, seats, ballot.seats_to_fill)
    if contest := ballot.contest:
        return settle(contest, seats, from_on, to_on, by, CONTEST_ELECTED)
    decided = seat_everybody(call, seats, from_on, to_on, by)
    record(ELECTED, call, by=by)
    return decided


def _check_over(ballot: Ballot, *, voted: int, entitled: int) -> None:
    if ballot.is_draft:
        raise Refusal(lazy("This ballot has not been opened yet."))
    if ballot.count:
        raise Refusal(lazy("This ballot has been counted already."))
    if ballot.votes_lost:
        raise Refusal(lazy("The votes of this ballot were lost. It is held again first."))
    if ballot.is_open and voted < entitled:
        raise Refusal(
            lazy("The ballot stays open until the end of its last day, as people were told.")
        )
    on_paper = ballot.marks.where(VotingMark.on_paper).count()
    twice = ballot.papers.where(PaperBallot.second_by.is_null(False)).count()
    if twice != on_paper or ballot.papers.count() != on_paper:
        raise Refusal(
            lazy(
                "Votes on paper: %(taken)s received, %(keyed)s keyed by two people. All of them "
                "must be keyed first.",
                taken=on_paper,
                keyed=twice,
            )
        )


def _rankings(ballot: Ballot) -> Counter[str]:
    return Counter(row.ranking for table in (ballot.cast, ballot.papers) for row in table)


def _check_receipts(ballot: Ballot) -> None:
    """Each vote cast through a link has one, where receipts are given, and papers have none."""
    if ballot.receipts_given.count() != (ballot.cast.count() if ballot.receipts else 0):
        raise Refusal(lazy("There are not as many receipts as ballots. Do not count; ask whoever "
                           "runs the server."))  # fmt: skip


def _copy(ballot: Ballot, cast: Counter[str], marks: list[str]) -> None:
    rows = [{"ballot": ballot.id, "ranking": text, "times": cast[text]} for text in sorted(cast)]
    _insert(CountedBallot, rows)
    _insert(CountedMark, [{"key": key, "ballot": ballot.id} for key in marks])
    receipts = sorted(row.key for row in ballot.receipts_given)
    _insert(CountedReceipt, [{"key": key, "ballot": ballot.id} for key in receipts])
    for table in (CastBallot, VotingMark, PaperBallot, CastReceipt):
        table.delete().where(table.ballot == ballot).execute()


def _insert(table, rows: list[dict]) -> None:
    for some in chunked(rows, ROWS_A_STATEMENT):
        table.insert_many(some).execute()


def _counted(ballot: Ballot, entitled: int, turnout: int) -> BallotCount:
    withdrawn = [row.number for row in ballot.standing if not row.nomination.stands]
    if ballot.rule == "slate":
        withdrawn = []
    contest = outcomes.contest_of(ballot, withdrawn)
    seed = ledger.seed_of(ballot)
    return BallotCount.create(
        ballot=ballot,
        counted_on=clock.today(),
        entitled=entitled,
        turnout=turnout,
        seed=seed,
        file_hash=hashlib.sha256(outcomes.file_of(contest)).hexdigest(),
        withdrawn=withdrawn,
        elected=_elected(ballot, contest, seed),
    )


def _elected(ballot: Ballot, contest: Contest, seed: str) -> list[int]:
    """Nobody yet, while a lot is still to be drawn."""
    try:
        return list(outcomes.counted(ballot, contest, seed).elected)
    except StillToBeDrawn:
        return []
