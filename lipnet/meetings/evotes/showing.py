"""What the pages of a vote between meetings show, and to whom."""

import peewee

from lipnet.core.permissions import may
from lipnet.groups.models import Body
from lipnet.meetings.access import Can, own_vote
from lipnet.meetings.evotes import words
from lipnet.meetings.evotes.counting import tally_of
from lipnet.meetings.evotes.entering import line_of
from lipnet.meetings.evotes.models import EVote, EVoter, voters_of
from lipnet.meetings.evotes.seated import may_answer
from lipnet.meetings.models import Motion


def all_votes() -> tuple[list[dict], list[dict]]:
    """(those still open, those over), each with its figures: three queries, however many."""
    rows = EVote.select(EVote, Body, Motion).join(Body)
    rows = rows.join_from(EVote, Motion, peewee.JOIN.LEFT_OUTER)
    answers: dict[int, list] = {}
    for evote_id, choice in EVoter.select(EVoter.evote, EVoter.choice).tuples():
        answers.setdefault(evote_id, []).append(choice)
    found = [_line(vote, answers.get(vote.id, [])) for vote in rows.order_by(EVote.id.desc())]
    running = [line for line in found if not line["vote"].is_over]
    running.sort(key=lambda line: line["vote"].closes_at)
    return running, [line for line in found if line["vote"].is_over]


def particulars(evote: EVote, person) -> dict:
    """One vote for a page. While it is open nobody sees how others voted, only who has answered."""
    voters = voters_of(evote)
    tally = tally_of(row.choice for row in voters)
    own = own_vote(evote, person) if person else None
    return {
        "evote": evote,
        "voters": voters,
        "votes": line_of(evote)["votes"] if evote.closed_at else [],
        "runs": may(person, Can.ASK_EVOTES, body=evote.body_id),
        "tally": tally,
        "own": next((row for row in voters if own and row.id == own.id), None),
        "stands_in": bool(own and person and own.person_id != person.id),
        "ended": bool(own and person and not may_answer(own, person)),
        "everybody_answered": tally.answered == tally.members,
        "answered": words.answered_words(tally, evote.percent),
        "closing": words.closing_words(evote),
        "rule": words.rule_words(evote),
        "counts": words.tally_words(tally._asdict()),
    }


def _line(vote: EVote, answers: list) -> dict:
    tally = tally_of(answers)
    answered = words.answered_words(tally, vote.percent)
    counts = words.tally_words(tally._asdict())
    return {"vote": vote, "answered": answered, "counts": counts}
