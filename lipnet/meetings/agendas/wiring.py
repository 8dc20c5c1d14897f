"""How agendas join the house."""

from contextlib import suppress
from functools import partial

from flask import Flask, url_for
from markupsafe import Markup

from lipnet.core import jobs, mail
from lipnet.core.events import THE_PROGRAM
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.refusals import Refusal
from lipnet.core.web import Waiting, box_on, drawn_by, waiting_from
from lipnet.groups.models import Body
from lipnet.meetings.access import may_run, may_see
from lipnet.meetings.agendas import (
    conflict_pages,
    consent_pages,
    dossier_page,
    letters,
    pages,
    paper_pages,
    proposal_pages,
    usual_pages,
)
from lipnet.meetings.agendas.models import StillOpen, UsualItem
from lipnet.meetings.agendas.operations.proposing import ACCEPTED, DECLINED
from lipnet.meetings.agendas.operations.returning import look_for_open
from lipnet.meetings.agendas.papers import titles_of_papers
from lipnet.meetings.agendas.proposals import ProposedItem
from lipnet.meetings.agendas.returning import next_meeting_of
from lipnet.meetings.inviting.agenda_sent import papers_from
from lipnet.meetings.models import Meeting

HOURS_6 = 6 * 3600
# imported, they stand on the blueprint of meetings
PAGES = (
    pages,
    usual_pages,
    proposal_pages,
    paper_pages,
    consent_pages,
    conflict_pages,
    dossier_page,
)


def wire(app: Flask) -> None:
    box_on("body", usual_items)
    box_on("action_item", where_it_came_back)
    waiting_from(proposals_wait)
    papers_from(titles_of_papers)
    jobs.register("what is still open", HOURS_6, lambda _: look_everywhere())
    address = app.config["LIPNET"].site.address
    mail.on_event(ACCEPTED, partial(letters.proposal_answered, address=address))
    mail.on_event(DECLINED, partial(letters.proposal_answered, address=address))


def look_everywhere() -> None:
    """Also where nobody sends the minutes round, what is open comes back on the next agenda."""
    for body in Body.standing():
        meeting = next_meeting_of(body)
        if meeting is not None:
            with suppress(Refusal):
                look_for_open(meeting, by=THE_PROGRAM)


def proposals_wait(person) -> list[Waiting]:
    """Items that members proposed, for who runs the meetings of that body."""
    rows = ProposedItem.select(ProposedItem, Meeting).join(Meeting)
    rows = rows.where(ProposedItem.answered_at.is_null() & Meeting.called_off_at.is_null())
    return [
        Waiting(
            _("%(name)s proposes an item: %(title)s", name=row.person.name, title=plain(row.title)),
            url_for("meetings.proposal", proposed_id=row.id),
            row.proposed_at.date(),
        )
        for row in rows.order_by(ProposedItem.id)
        if row.meeting.is_upcoming and may_run(person, row.meeting.body)
    ]


def usual_items(body, person) -> Markup | str:
    """On a group, for who runs its meetings: the way to the usual items of its agendas."""
    if body.dissolved_on or not may_run(person, body):
        return ""
    return _box("body", body=body, count=len(UsualItem.of(body)))


def where_it_came_back(action, person) -> Markup | str:
    """On an action item: its history on later agendas."""
    rows = StillOpen.select(StillOpen, Meeting).join(Meeting).where(StillOpen.action == action)
    rows = list(rows.order_by(Meeting.on))
    return _box("action", rows=rows) if rows and may_see(person) else ""


def _box(name: str, **particulars) -> Markup:
    return drawn_by(f"meetings/boxes/{name}.html", **particulars)
