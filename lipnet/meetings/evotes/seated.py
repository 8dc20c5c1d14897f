"""Who may still answer: the right to vote ends with the seat, also for who came by a letter."""

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body, appointments_on
from lipnet.groups.operations import alternates_on
from lipnet.meetings.evotes.models import EVote, EVoter
from lipnet.meetings.evotes.words import NO_ALTERNATE, NO_SEAT
from lipnet.people.models import Person


def members_with_vote(body: Body) -> set[int]:
    """The ids of the people who sit with a vote today."""
    rows = appointments_on(body, clock.today())
    return {row.person_id for row in rows if row.seat.voting}


def may_answer(voter: EVoter, person: Person) -> bool:
    """Whether the member still sits with a vote, and who stands in is still named for them."""
    if voter.person_id not in members_with_vote(voter.evote.body):
        return False
    return person.id == voter.person_id or _stands_in(voter, person)


def check_seat(voter: EVoter, person: Person) -> None:
    """Raises Refusal with the reason; what was answered before stays as it is."""
    if not may_answer(voter, person):
        raise Refusal(NO_SEAT if person.id == voter.person_id else NO_ALTERNATE)


def still_seated(evotes: list[EVote]) -> set[tuple[int, int]]:
    """(vote, person) of all who still sit with a vote: one question for each group."""
    bodies = {vote.body_id: vote.body for vote in evotes}
    seated = {body_id: members_with_vote(body) for body_id, body in bodies.items()}
    return {(vote.id, person) for vote in evotes for person in seated[vote.body_id]}


def _stands_in(voter: EVoter, person: Person) -> bool:
    named = alternates_on(voter.evote.body, clock.today()).values()
    return any(
        (one.person_id, one.appointment.person_id) == (person.id, voter.person_id) for one in named
    )
