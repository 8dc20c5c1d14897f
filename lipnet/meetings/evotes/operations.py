"""The verbs: ask for a vote between meetings, vote, choose a reminder, withdraw, close, remind."""

from collections.abc import Sequence
from datetime import datetime

from lipnet.core import clock, files, thread
from lipnet.core.brought import Brought
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body, appointments_on
from lipnet.groups.operations import BetweenMeetings, alternates_on, between_meetings_on
from lipnet.meetings.checks import next_number, tie_all, wait_for_numbers, words, written
from lipnet.meetings.evotes.counting import Tally, result_of, tally_of
from lipnet.meetings.evotes.models import CHOICES, REMINDERS, EVote, EVotePaper, EVoter
from lipnet.meetings.evotes.seated import check_seat
from lipnet.meetings.models import Motion
from lipnet.people.models import Person

ASKED = declare("meetings.evote_asked", lazy("%(who)s asked for a vote between meetings."))
VOTED = declare("meetings.evote_voted", lazy("%(who)s voted between meetings."))
CHOSE = declare("meetings.evote_reminder", lazy("%(who)s chose when to be reminded of a vote."))
WITHDRAWN = declare("meetings.evote_withdrawn", lazy("%(who)s withdrew a vote between meetings."))
CLOSED = declare("meetings.evote_closed", lazy("A vote between meetings was closed."))
REMINDED = declare("meetings.evote_reminded", lazy("A member was reminded of a vote."))

NOT_ALLOWED = lazy("The terms of reference of this group do not allow votes between meetings.")
MOST_PAPERS = 5
OVER = lazy("This vote is closed. Nothing about it changes any more.")


@operation
def ask_for_vote(
    body: Body,
    text: dict,
    *,
    mover: Person,
    seconder: Person,
    closes_at: datetime,
    reasons: dict | None = None,
    link: str = "",
    papers: Sequence[Brought] = (),
    because=(),
    by,
) -> EVote:
    """Put a motion to the members with a vote; it is open at once, until the moment `closes_at`.

    Who votes, who may stand in, and the papers are fixed now. Raises Refusal where the terms of
    reference do not allow it, for a closing that has passed, for too many papers, and unless mover
    and seconder are two members with a vote.
    """
    clause = between_meetings_on(body, clock.today())
    if clause is None:
        raise Refusal(NOT_ALLOWED, field="body")
    seats = [row for row in appointments_on(body, clock.today()) if row.seat.voting]
    _check_movers(mover, seconder, {row.person_id for row in seats})
    if closes_at <= clock.now():
        raise Refusal(lazy("Choose a closing that is still to come."), field="closes_on")
    if link.strip() and not link.strip().startswith(("https://", "http://")):
        raise Refusal(lazy("A link begins with https://"), field="link")
    evote = EVote.create(
        body=body, text=words(text), reasons=written(reasons), link=link.strip(), mover=mover,
        seconder=seconder, percent=clause.percent, rule=clause.rule, asked_by=by.id,
        opened_at=clock.now(), closes_at=closes_at,
    )  # fmt: skip
    _enrol(evote, seats, clause)
    _lay(evote, papers)
    tie_all(evote, because, by=by)
    record(ASKED, evote, by=by)
    return evote


@operation
def cast_vote(voter: EVoter, choice: str, *, by) -> EVoter:
    """The member's answer, or the alternate's while the member has not answered; the latest counts.

    Raises Refusal from the closing moment on, also if the vote was not closed yet, and for who no
    longer sits there with a vote.
    """
    evote = hold(voter.evote)
    if not evote.takes_votes:
        raise Refusal(OVER)
    if choice not in CHOICES:
        raise Refusal(lazy("Choose one of the answers."))
    row = EVoter.get_by_id(voter.id)
    _check_caster(row, by)
    check_seat(row, by)
    row.choice, row.cast_by, row.cast_at = choice, by.id, clock.now()
    row.save(only=[EVoter.choice, EVoter.cast_by, EVoter.cast_at])
    record(VOTED, evote, by=by, person=row.person_id)
    return row


@operation
def choose_vote_reminder(voter: EVoter, remind: str, *, by) -> None:
    """When the member wants to be reminded, as long as no answer was given."""
    if remind not in REMINDERS:
        raise Refusal(lazy("Choose one of the answers."))
    if not voter.evote.takes_votes:
        raise Refusal(OVER)
    check_seat(voter, by)
    EVoter.update(remind=remind).where(EVoter.id == voter.id).execute()
    record(CHOSE, voter.evote, by=by, person=voter.person_id)


@operation
def withdraw_vote(evote: EVote, *, reason: str, by) -> EVote:
    """Nothing comes of this vote; the members are told why. Only before it closes."""
    fresh = hold(evote)
    if not fresh.takes_votes:
        raise Refusal(OVER)
    if not reason.strip():
        raise Refusal(lazy("Say why, so that the members understand."), field="reason")
    fresh.withdrawn_at, fresh.withdrawn_reason = clock.now(), reason.strip()
    fresh.save(only=[EVote.withdrawn_at, EVote.withdrawn_reason])
    record(WITHDRAWN, fresh, by=by)
    return fresh


@operation
def close_vote(evote: EVote, *, by) -> EVote:
    """Count the answers for good; a motion that carried or was defeated gets its number.

    Raises Refusal before the closing moment, unless every member has answered.
    """
    fresh = hold(evote)
    if fresh.is_over:
        raise Refusal(OVER)
    tally = tally_of(row.choice for row in fresh.voters)
    if fresh.takes_votes and tally.answered < tally.members:
        raise Refusal(lazy("Before its closing, a vote is closed only once everybody answered."))
    fresh.closed_at = min(clock.now(), fresh.closes_at)
    fresh.result = result_of(tally, fresh.percent, fresh.rule)
    if fresh.result != "too_few":
        fresh.motion = _motion(fresh, tally, by)
    fresh.save(only=[EVote.closed_at, EVote.result, EVote.motion])
    record(CLOSED, fresh, by=by, result=fresh.result)
    return fresh


@operation
def remind_of_vote(voter: EVoter, *, by) -> None:
    """Note that the member gets a letter about it now: once."""
    row = hold(voter)
    if row.reminded_at or row.choice or not row.evote.takes_votes:
        raise Refusal(lazy("There is nobody to remind."))
    row.reminded_at = clock.now()
    row.save(only=[EVoter.reminded_at])
    record(REMINDED, row.evote, by=by, person=row.person_id)


def _check_movers(mover, seconder, members: set[int]) -> None:
    for person, field in ((mover, "mover"), (seconder, "seconder")):
        if person is None:
            raise Refusal(lazy("Choose who moved and who seconded the motion."), field=field)
        if person.id not in members:
            raise Refusal(lazy("%(name)s is no member with a vote.", name=person.name), field=field)
    if mover == seconder:
        raise Refusal(lazy("Nobody can second their own motion."), field="seconder")


def _enrol(evote: EVote, seats, clause: BetweenMeetings) -> None:
    """One line for each member, however many seats they hold."""
    known = alternates_on(evote.body, clock.today()) if clause.alternates else {}
    standing_in = {row.person_id: known[row.id].person for row in seats if row.id in known}
    for person in {row.person_id: row.person for row in seats}.values():
        EVoter.create(evote=evote, person=person, alternate=standing_in.get(person.id))


def _lay(evote: EVote, papers: Sequence[Brought]) -> None:
    if len(papers) > MOST_PAPERS:
        most = lazy("At most %(most)s files at once.", most=MOST_PAPERS)
        raise Refusal(most, field="file")
    for paper in papers:
        kept = files.keep(paper.content, paper.name, paper.media_type)
        EVotePaper.create(evote=evote, file=kept, file_name=paper.name[:200])


def _check_caster(row: EVoter, by) -> None:
    if by.id == row.person_id:
        return
    if row.alternate_id is None or by.id != row.alternate_id:
        raise Refusal(lazy("Only the member, or who stands in for them, votes here."))
    if row.cast_by_id == row.person_id:
        raise Refusal(lazy("The member has answered, and that answer counts."))


def _motion(evote: EVote, tally: Tally, by) -> Motion:
    """The motion as any other, dated by its closing; what the vote rested on, it rests on now."""
    on = evote.closed_locally.date()
    wait_for_numbers()
    motion = Motion.create(
        between_body=evote.body, between_on=on, number=next_number(on.year), text=evote.text,
        mover=evote.mover, seconder=evote.seconder, result=evote.result,
        in_favour=tally.in_favour, against=tally.against, abstained=tally.abstained,
    )  # fmt: skip
    for link in thread.came_from(thread.ref(evote)):
        earlier = thread.kind(link.to_kind).load(link.to_id)
        if earlier is not None:
            thread.tie(motion, earlier, by=by)
    return motion
