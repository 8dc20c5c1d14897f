"""The agenda that goes to the members before a meeting, and what changed since it last went."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from lipnet.core import clock
from lipnet.groups.models import terms_on
from lipnet.meetings.inviting.models import AgendaSending
from lipnet.meetings.models import Meeting
from lipnet.meetings.series.models import is_planned

WITHOUT_RULE = 7  # days, where no terms of reference are in force

_papers: list[Callable[[Meeting], dict[int, list]]] = []


def papers_from(provider: Callable[[Meeting], dict[int, list]]) -> None:
    """Register provider(meeting) -> {item id: titles of its papers, each {language: text}}."""
    if provider not in _papers:
        _papers.append(provider)


class Changes(NamedTuple):
    """Items as they are in an agenda sent: those new, those changed, those that fell away."""

    added: list[dict]
    changed: list[dict]
    dropped: list[dict]


def agenda_as_sent(meeting: Meeting) -> list[dict]:
    """The items in their order, with what a member reads of them."""
    papers: dict[int, list] = {}
    for provider in _papers:
        papers |= provider(meeting)
    return [
        {
            "id": item.id,
            "title": item.title,
            "purpose": item.purpose,
            "presenter": item.presenter.name if item.presenter else "",
            "minutes": item.minutes_planned,
            "papers": papers.get(item.id, []),
        }
        for item in meeting.agenda()
    ]


def last_sending(meeting: Meeting) -> AgendaSending | None:
    return meeting.agenda_sendings.order_by(AgendaSending.id.desc()).first()


def changes_between(before: list[dict], after: list[dict]) -> Changes:
    """Another place alone is no change. An item whose title is another in every language is told
    as a new one, since the number of a removed item may be given to the next."""
    known = {item["id"]: item for item in before}
    same = [item for item in after if _is_same(item, known.get(item["id"]))]
    kept = {item["id"] for item in same}
    return Changes(
        [item for item in after if item["id"] not in kept],
        [item for item in same if item != known[item["id"]]],
        [item for item in before if item["id"] not in kept],
    )


def _is_same(item: dict, before: dict | None) -> bool:
    return before is not None and bool(before["title"].items() & item["title"].items())


def send_on(meeting: Meeting) -> date:
    """The day on which the agenda goes, by the notice that the terms of reference ask for."""
    terms = terms_on(meeting.body, meeting.on)
    return meeting.on - timedelta(days=terms.notice_days if terms else WITHOUT_RULE)


def may_be_sent(meeting: Meeting) -> bool:
    """To members who were called, before the meeting is held."""
    waits = meeting.is_upcoming and meeting.held_at is None
    return waits and not is_planned(meeting)


def due_to_be_sent() -> list[Meeting]:
    """Meetings whose agenda should have gone by now and never did; an empty one waits."""
    sent = AgendaSending.select(AgendaSending.meeting)
    rows = Meeting.select().where(Meeting.on >= clock.today(), Meeting.id.not_in(sent))
    today = clock.today()
    return [
        meeting
        for meeting in rows.order_by(Meeting.on, Meeting.id)
        if may_be_sent(meeting) and send_on(meeting) <= today and meeting.agenda()
    ]
