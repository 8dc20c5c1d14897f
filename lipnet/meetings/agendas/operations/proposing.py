"""Members propose items; whoever runs the meeting accepts, moves or declines them."""

from lipnet.core import clock, files
from lipnet.core.brought import Brought
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import format_day, lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import is_web_address
from lipnet.meetings.agendas.operations.papers import NO_ADDRESS
from lipnet.meetings.agendas.papers import Paper
from lipnet.meetings.agendas.proposals import ProposedItem, last_day_to_propose, takes_proposals
from lipnet.meetings.checks import hold_open, words
from lipnet.meetings.models import PURPOSES, AgendaItem, Meeting
from lipnet.meetings.operations.agenda import put_on_agenda

PROPOSED = declare("meetings.item_proposed", lazy("%(who)s proposed an item for the agenda."))
ACCEPTED = declare("meetings.proposal_accepted", lazy("%(who)s accepted a proposed item."))
DECLINED = declare("meetings.proposal_declined", lazy("%(who)s declined a proposed item."))


@operation
def propose_item(
    meeting: Meeting,
    title: dict,
    *,
    purpose: str = "discussion",
    minutes_planned: int | None = None,
    why: str = "",
    link: str = "",
    brought: Brought | None = None,
    by,
) -> ProposedItem:
    """Ask for an item on the agenda, with one paper if need be.

    Raises Refusal once the notice goes out.
    """
    hold_open(meeting)
    if not takes_proposals(meeting):
        day = format_day(last_day_to_propose(meeting))
        raise Refusal(lazy("Items could be proposed until %(day)s.", day=day))
    if purpose not in PURPOSES:
        raise Refusal(lazy("Choose what the item is for."), field="purpose")
    if link and not is_web_address(link):
        raise Refusal(NO_ADDRESS, field="link")
    proposal = ProposedItem.create(
        meeting=meeting, person=by.id, title=words(title, "title"), purpose=purpose,
        minutes_planned=minutes_planned, why=why.strip(), link=link, proposed_at=clock.now(),
        file_name=brought.name[:200] if brought else "",
        file=brought and files.keep(brought.content, brought.name, brought.media_type),
    )  # fmt: skip
    record(PROPOSED, proposal, by=by)
    return proposal


@operation
def accept_proposal(proposal: ProposedItem, onto: Meeting, *, by) -> AgendaItem:
    """Put it on the agenda of its meeting, or of another one of the same body."""
    _hold_waiting(proposal)
    if onto.body_id != proposal.meeting.body_id:
        raise Refusal(lazy("Choose a meeting of the same group."), field="onto")
    item = put_on_agenda(
        onto, proposal.title, purpose=proposal.purpose, presenter=proposal.person,
        minutes_planned=proposal.minutes_planned, by=by,
    )  # fmt: skip
    _lay_papers(proposal, item)
    proposal.item, proposal.answered_at = item, clock.now()
    proposal.save(only=["item", "answered_at"])
    record(ACCEPTED, proposal, by=by, meeting=onto.id)
    return item


@operation
def decline_proposal(proposal: ProposedItem, reason: str, *, by) -> None:
    """Say no, and why; whoever proposed it gets the reason in a letter."""
    _hold_waiting(proposal)
    if not reason.strip():
        raise Refusal(lazy("Say why, so that whoever proposed it knows."), field="reason")
    proposal.declined_because, proposal.answered_at = reason.strip(), clock.now()
    proposal.save(only=["declined_because", "answered_at"])
    record(DECLINED, proposal, by=by)


def _hold_waiting(proposal: ProposedItem) -> None:
    if not hold(proposal).waits:
        raise Refusal(lazy("This proposal has been answered already."))


def _lay_papers(proposal: ProposedItem, item: AgendaItem) -> None:
    kept = {"item": item, "title": proposal.title, "added_at": clock.now()}
    if proposal.link:
        Paper.create(**kept, link=proposal.link)
    if proposal.file_id:
        Paper.create(**kept, file=proposal.file_id, file_name=proposal.file_name)
