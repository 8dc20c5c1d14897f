"""Who sees and changes what an agenda is made of."""

from lipnet.core.refusals import NotFound, NotYours
from lipnet.core.web import may_change, me
from lipnet.groups.models import Body
from lipnet.meetings.access import Can, item_to_see, may_run, meeting_to_see
from lipnet.meetings.agendas.conflicts import DeclaredConflict
from lipnet.meetings.agendas.consent import PulledItem
from lipnet.meetings.agendas.models import StillOpen, UsualItem
from lipnet.meetings.agendas.papers import Paper
from lipnet.meetings.agendas.proposals import ProposedItem, sits_in
from lipnet.meetings.models import AgendaItem, Meeting


def body_to_run(slug: str) -> Body:
    body = Body.by_slug(slug)
    if body is None:
        raise NotFound
    may_change(me(), Can.RUN_MEETINGS, body=body.id)
    return body


def usual_to_change(usual_id: int) -> UsualItem:
    usual = _found(UsualItem, usual_id)
    may_change(me(), Can.RUN_MEETINGS, body=usual.body_id)
    return usual


def still_open_to_run(row_id: int) -> StillOpen:
    row = _found(StillOpen, row_id)
    may_change(me(), Can.RUN_MEETINGS, body=row.meeting.body_id)
    return row


def takes_part(person, meeting: Meeting) -> bool:
    """Whether `person` sits in the body on that day, or runs its meetings."""
    return sits_in(person, meeting) or may_run(person, meeting.body)


def meeting_to_take_part_in(meeting_id: int) -> Meeting:
    meeting = meeting_to_see(meeting_id)
    if not takes_part(me(), meeting):
        raise NotYours
    return meeting


def item_to_take_part_in(item_id: int) -> AgendaItem:
    item = item_to_see(item_id)
    meeting_to_take_part_in(item.meeting_id)
    return item


def proposal_to_see(proposal_id: int) -> ProposedItem:
    """For who proposed it, and who runs the meeting."""
    proposal = _found(ProposedItem, proposal_id)
    if proposal.person_id != me().id and not may_run(me(), proposal.meeting.body):
        raise NotYours
    return proposal


def proposal_to_answer(proposal_id: int) -> ProposedItem:
    proposal = _found(ProposedItem, proposal_id)
    may_change(me(), Can.RUN_MEETINGS, body=proposal.meeting.body_id)
    return proposal


def paper_to_run(paper_id: int) -> Paper:
    paper = _found(Paper, paper_id)
    may_change(me(), Can.RUN_MEETINGS, body=paper.item.meeting.body_id)
    return paper


def paper_to_see(paper_id: int) -> Paper:
    paper = _found(Paper, paper_id)
    item_to_see(paper.item_id)
    return paper


def pulled_to_put_back(pulled_id: int) -> PulledItem:
    """For who pulled it, and who runs the meeting."""
    pulled = _found(PulledItem, pulled_id)
    if pulled.person_id != me().id and not may_run(me(), pulled.item.meeting.body):
        raise NotYours
    return pulled


def conflict_to_take_back(conflict_id: int) -> DeclaredConflict:
    """For whose it is, and who runs the meeting."""
    row = _found(DeclaredConflict, conflict_id)
    if row.person_id != me().id and not may_run(me(), row.item.meeting.body):
        raise NotYours
    return row


def _found(model, record_id: int):
    record = model.get_or_none(model.id == record_id)
    if record is None:
        raise NotFound
    return record
