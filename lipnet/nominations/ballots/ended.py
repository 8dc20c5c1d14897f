"""The letters after a vote is decided: to those appointed, and to those who stood and were not."""

from collections.abc import Iterable

from lipnet.core.events import Event
from lipnet.core.mail import Letter
from lipnet.nominations import letters, outcomes
from lipnet.nominations.ballots.contests import Contest
from lipnet.nominations.models import Call, Nomination


def of_call(event: Event) -> Iterable[Letter]:
    """To everybody who stood in the one ballot of a call."""
    call = Call.get_or_none(Call.id == int(event.record_id))
    return _to_all(call.candidates) if call else ()


def of_contest(event: Event) -> Iterable[Letter]:
    """To everybody who stood in one contest, as soon as that is decided."""
    contest = Contest.get_or_none(Contest.id == event.particulars["contest"])
    return _to_all([row.nomination for row in contest.standing]) if contest else ()


def _to_all(nominations: list[Nomination]) -> Iterable[Letter]:
    somebody = any(row.appointment for row in nominations)
    for row in nominations:
        if row.appointment:
            yield from letters.to_appointed(row, row.appointment)
        elif row.stands:
            yield from outcomes.thanks(row) if somebody else outcomes.nobody_was_chosen(row)
