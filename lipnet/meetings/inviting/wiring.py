"""How invitations join the house: a public page, calendars, boxes, letters."""

from functools import partial

from flask import Flask, url_for
from markupsafe import Markup

from lipnet.core import clock, mail
from lipnet.core import jobs as clockwork
from lipnet.core.web import box_on, drawn_by
from lipnet.groups.models import people_of
from lipnet.meetings.access import may_run, may_see
from lipnet.meetings.inviting import agenda_letters, feeds, jobs, letters, pages, reply, words
from lipnet.meetings.inviting.agenda_sent import (
    agenda_as_sent,
    last_sending,
    may_be_sent,
    send_on,
)
from lipnet.meetings.inviting.coming import expected_at, expected_quorum, may_answer
from lipnet.meetings.inviting.doors import reply_token
from lipnet.meetings.inviting.models import MeetingReply
from lipnet.meetings.inviting.operations import AGENDA_SENT, REPLIED
from lipnet.meetings.series.models import is_planned

PAGES = (pages.bp, feeds.bp)  # they stand on the blueprint of meetings


def wire(app: Flask) -> None:
    address = app.config["LIPNET"].site.address.rstrip("/")
    app.register_blueprint(reply.bp)
    app.register_blueprint(feeds.public)
    box_on("meeting", who_comes)
    box_on("own_profile", feeds.own_calendar)
    box_on("meeting", agenda_sent)
    mail.on_event(REPLIED, partial(letters.replied, address=address))
    mail.on_event(AGENDA_SENT, partial(agenda_letters.agenda_sent, address=address))
    clockwork.register("meetings.send_agendas", jobs.AN_HOUR, jobs.send_agendas)


def who_comes(meeting, person) -> Markup | str:
    """On a meeting still to come: one's own answer, and for who runs it everybody's."""
    if not may_see(person) or not may_answer(meeting) or is_planned(meeting):
        return ""
    invited, runs = person in people_of(meeting.body, meeting.on), may_run(person, meeting.body)
    if not invited and not runs:
        return ""
    rows = expected_at(meeting) if runs else []
    return drawn_by(
        "meetings/inviting/who_comes.html",
        rows=rows,
        sentence=words.quorum_expected(expected_quorum(meeting, rows)) if runs else "",
        own=_own(meeting, person) if invited else None,
        ANSWER_WORDS=words.ANSWER_WORDS,
        ANSWER_TONES=words.ANSWER_TONES,
    )


def agenda_sent(meeting, person) -> Markup | str:
    """On a meeting still to come, for who runs it: when the agenda goes, or when it went."""
    if not may_run(person, meeting.body) or not may_be_sent(meeting):
        return ""
    last, agenda = last_sending(meeting), agenda_as_sent(meeting)
    return drawn_by(
        "meetings/inviting/agenda_sent.html",
        meeting=meeting,
        last=last,
        on=max(send_on(meeting), clock.today()),
        ready=bool(agenda) and (last is None or last.agenda != agenda),
        empty=not agenda,
    )


def _own(meeting, person) -> dict:
    said = MeetingReply.get_or_none(meeting=meeting, person=person)
    page = url_for("invitations_public.reply", token=reply_token(meeting, person))
    return {"answer": said.answer if said else "", "url": page}
