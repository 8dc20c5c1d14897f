"""The seats of a call are divided into contests, and it is said who stands in which; or they are
put together again. Ballots of several contests are prepared, and opened, in one act."""

from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.nominations.ballots.contests import (
    Contest,
    ContestCandidate,
    ContestSeat,
    contests_of,
    drafts_of,
    kinds_of,
    may_move_seats,
    overview,
    proposed_kind,
)
from lipnet.nominations.ballots.drafts import CONTEST_DECIDED, check_everybody_placed
from lipnet.nominations.ballots.models import Ballot, RollEntry
from lipnet.nominations.ballots.opening import begin, send_links
from lipnet.nominations.ballots.operations.preparing import (
    give_up_ballot,
    prepare_ballot,
)
from lipnet.nominations.ballots.places import ReservedMember
from lipnet.nominations.ballots.terms import check_call
from lipnet.nominations.models import Call, CallSeat, Nomination

DIVIDED = declare("ballots.divided", lazy("%(who)s divided the seats into contests."))
UNDIVIDED = declare("ballots.undivided", lazy("%(who)s put the seats of the contests together."))
MOVED = declare("ballots.seats_moved", lazy("%(who)s moved seats between the contests."))
PLACED = declare("ballots.placed", lazy("%(who)s said who stands in which contest."))


@operation
def divide_seats(call: Call, *, by) -> list[Contest]:
    """A contest for each sector, and for the seats kept for a group. Preferred seats and
    organisations propose who stands in which.

    Raises Refusal if the call has a ballot or contests, or all its seats are of one kind.
    """
    call = hold(call)
    check_call(call)
    kinds = kinds_of(call)
    if call.contests.exists() or call.ballots.exists():
        raise Refusal(lazy("This call has a ballot already."))
    if len(kinds) < 2:
        raise Refusal(lazy("All seats of this call are of one kind. One ballot is enough."))
    contests = {kind: _contest(call, kind, rows) for kind, rows in kinds.items()}
    for nomination in call.candidates:
        if kind := proposed_kind(nomination, kinds):
            ContestCandidate.create(contest=contests[kind], nomination=nomination)
    record(DIVIDED, call, by=by)
    return list(contests.values())


@operation
def undivide_seats(call: Call, *, by) -> None:
    """All seats are voted on together after all; ballots in preparation are given up."""
    call = hold(call)
    contests = contests_of(call)
    if any(contest.is_fixed for contest in contests):
        raise Refusal(lazy("People vote already, or a contest is decided: the seats stay divided."))
    for contest in contests:
        if contest.ballot:
            give_up_ballot(contest.ballot, by=by)
    for table in (ContestCandidate, ContestSeat):
        table.delete().where(table.contest.in_(contests)).execute()
    Contest.delete().where(Contest.call == call).execute()
    record(UNDIVIDED, call, by=by)


@operation
def move_seats(call: Call, chosen: dict[CallSeat, str], *, by) -> list[Contest]:
    """Each of `chosen` is filled by the contest of the group given (a key of GROUP_NAMES), which is
    made if there is none. Of a contest that is left without seats nothing stays: who stood in it
    is to be placed anew.

    Raises Refusal once a ballot is prepared or a contest decided, or if one contest would have all.
    """
    call = hold(call)
    if not may_move_seats(call):
        raise Refusal(lazy("A ballot is prepared, or a contest is decided: the seats stay where "
                           "they are."))  # fmt: skip
    contests = {each.kind: each for each in contests_of(call)}
    for wanted, kind in chosen.items():
        contest = contests.get(kind) or Contest.create(call=call, kind=kind)
        contests[kind] = contest
        ContestSeat.update(contest=contest).where(ContestSeat.call_seat == wanted).execute()
    left = [each for each in contests.values() if not each.contest_seats.exists()]
    if len(contests) - len(left) < 2:
        raise Refusal(lazy("One contest would have all seats. Vote on all seats together instead."))
    ContestCandidate.delete().where(ContestCandidate.contest.in_(left)).execute()
    Contest.delete().where(Contest.id.in_(left)).execute()
    record(MOVED, call, by=by)
    return contests_of(call)


@operation
def place_candidates(call: Call, chosen: dict[Nomination, Contest], *, by) -> None:
    """Each of `chosen` stands in the contest given. Raises Refusal where one of the contests, she
    leaves or she joins, has been opened or decided."""
    call = hold(call)
    present = {each.id: each for each in contests_of(call)}
    for nomination, contest in chosen.items():
        _place(nomination, present.get(contest.id))
    record(PLACED, call, by=by)


@operation
def prepare_contests(call: Call, *, by, **terms) -> list[Ballot]:
    """A ballot for each contest in which more people stand than there are seats, all with the same
    terms (those of prepare_ballot); each can be changed until it opens."""
    hold(call)
    check_everybody_placed(call)
    wanting = [each.contest for each in overview(call) if each.wants_ballot]
    if not wanting:
        raise Refusal(lazy("No contest waits for a ballot."))
    return [
        prepare_ballot(call, contest=each, seats=len(each.seats), by=by, **terms)
        for each in wanting
    ]


@operation
def open_contests(call: Call, *, by) -> list[Ballot]:
    """Every ballot that is prepared opens. Whoever is on several rolls gets one letter with a link
    for each: the roll tells that in any case, and no ballot can be joined by it."""
    hold(call)
    drafts = drafts_of(call)
    if not drafts:
        raise Refusal(lazy("No ballot is prepared."))
    opened = [begin(ballot, by) for ballot in drafts]
    send_links(RollEntry.select().where(RollEntry.ballot.in_(opened)), by)
    return opened


def _contest(call: Call, kind: str, rows) -> Contest:
    contest = Contest.create(call=call, kind=kind)
    for row in rows:
        ContestSeat.create(contest=contest, call_seat=row)
    return contest


def _place(nomination: Nomination, contest: Contest | None) -> None:
    """`contest` as it is stored now: its ballot may have been opened since the page was shown."""
    if contest is None:
        raise Refusal(lazy("This contest is not part of the call."))
    row = ContestCandidate.get_or_none(ContestCandidate.nomination == nomination)
    if row is not None and row.contest_id == contest.id:
        return
    _check_may_move(contest)
    if row is None:
        ContestCandidate.create(contest=contest, nomination=nomination)
        return
    _check_may_move(row.contest)
    ReservedMember.delete().where(ReservedMember.nomination == nomination).execute()
    row.contest = contest
    row.save()


def _check_may_move(contest: Contest) -> None:
    if contest.decided_on:
        raise Refusal(CONTEST_DECIDED)
    if contest.is_fixed:
        raise Refusal(lazy("People vote already: who stands does not change any more."))
