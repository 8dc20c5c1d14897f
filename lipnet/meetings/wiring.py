"""How meetings join the house."""

from functools import partial

from flask import Flask, url_for
from markupsafe import Markup

from lipnet.core import jobs as clockwork
from lipnet.core import mail, signs, soundness
from lipnet.core.config import Config
from lipnet.core.i18n import format_day, lazy
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.web import Waiting, box_on, drawn_by, menu_item, waiting_from
from lipnet.meetings import letters
from lipnet.meetings.access import Can, appointed_by, bodies_to_run, lines_seen_by, may_run, may_see
from lipnet.meetings.agendas import wiring as agendas
from lipnet.meetings.bringing.joining import join as join_old_minutes
from lipnet.meetings.citing import wiring as naming
from lipnet.meetings.evotes import wiring as evotes
from lipnet.meetings.following import wiring as following
from lipnet.meetings.following.models import open_actions_of
from lipnet.meetings.inviting import wiring as inviting
from lipnet.meetings.manage import bp
from lipnet.meetings.minuting import wiring as minuting
from lipnet.meetings.models import AppointmentRatification, TermsAdoption, minutes_in_circulation
from lipnet.meetings.notice import short_notice_of
from lipnet.meetings.operations.calling import CALLED, CALLED_OFF_EVENT, CHANGED
from lipnet.meetings.operations.minutes import CIRCULATED
from lipnet.meetings.presence import may_be_called_again
from lipnet.meetings.recording import forgetting
from lipnet.meetings.register import pages as register
from lipnet.meetings.regrets import regrets_in_a_row
from lipnet.meetings.room import pages as room
from lipnet.meetings.second_call import first_of, second_of
from lipnet.meetings.series import wiring as series
from lipnet.meetings.soundness import faults
from lipnet.meetings.telling import to_tell_in_person
from lipnet.meetings.threads import FLOOR, register_kinds

PAGES = (register, room)  # they add their routes to the blueprint


def wire(app: Flask) -> None:
    app.register_blueprint(bp)
    menu_item(lazy("Meetings"), "meetings.index", Can.SEE_MEETINGS, floor=FLOOR)
    register_kinds()
    naming.join()
    agendas.wire(app)
    soundness.register(faults)
    waiting_from(actions_wait)
    waiting_from(minutes_wait)
    box_on("finding", put_on_an_agenda)
    box_on("terms_of_reference", terms_adoption)
    box_on("appointment", ratification)
    box_on("meeting", how_it_was_called)
    join_old_minutes()
    box_on("call", ratifications)
    signs.look_out_for("body", regrets_in_a_row)
    series.wire()
    inviting.wire(app)
    following.wire(app)
    minuting.wire(app)
    evotes.wire(app)
    clockwork.register("typed lines", forgetting.AN_HOUR, forgetting.forget)
    _send_letters(app.config["LIPNET"])


def actions_wait(person) -> list[Waiting]:
    """What the person took on at meetings and has not finished."""
    if not may_see(person):
        return []
    return [
        Waiting(
            _action_sentence(action),
            url_for("meetings.action", action_id=action.id),
            action.meeting.on,
        )
        for action in lines_seen_by(person, open_actions_of(person))
    ]


def put_on_an_agenda(finding, person) -> Markup | str:
    """On a finding's page, for who runs meetings: the way onto an agenda."""
    if person is None or not bodies_to_run(person):
        return ""
    return _box("finding", finding=finding)


def terms_adoption(terms, person) -> Markup | str:
    """On terms of reference: the motion that adopted them, or the way to it."""
    if not may_see(person):
        return ""
    adoption = TermsAdoption.get_or_none(TermsAdoption.terms == terms)
    return _box(
        "terms",
        terms=terms,
        motion=adoption.motion if adoption else None,
        runs=may_run(person, terms.body),
    )


def ratification(appointment, person) -> Markup | str:
    """On an appointment: the motion that ratified it, or the way to it."""
    if not may_see(person):
        return ""
    ratified = AppointmentRatification.get_or_none(
        AppointmentRatification.appointment == appointment
    )
    return _box(
        "appointment",
        appointment=appointment,
        motion=ratified.motion if ratified else None,
        runs=may_run(person, appointment.seat.body),
    )


def ratifications(call, person) -> Markup | str:
    """On a call that was decided: the motions that ratified the appointments, or the way to one."""
    appointments = appointed_by(call)
    if not appointments or not may_see(person):
        return ""
    known = AppointmentRatification.select().where(
        AppointmentRatification.appointment.in_([row.id for row in appointments])
    )
    by_appointment = {row.appointment_id: row.motion for row in known}
    rows = [(row, by_appointment.get(row.id)) for row in appointments]
    return _box("call", call=call, rows=rows, runs=may_run(person, call.body))


def how_it_was_called(meeting, person) -> Markup | str:
    """On a meeting: too short a notice, the meeting it repeats or that repeats it, whom to call."""
    runs = may_run(person, meeting.body)
    told = {
        "notice": None if meeting.is_called_off else short_notice_of(meeting),
        "first": first_of(meeting),
        "second": second_of(meeting),
        "again": runs and may_be_called_again(meeting),
        "untold": to_tell_in_person(meeting) if runs and meeting.is_upcoming else [],
    }
    return _box("meeting", meeting=meeting, **told) if any(told.values()) else ""


def _box(name: str, **particulars) -> Markup:
    return drawn_by(f"meetings/boxes/{name}.html", **particulars)


def minutes_wait(person) -> list[Waiting]:
    """Minutes that went round and are not adopted yet, for who runs that body's meetings."""
    return [
        Waiting(
            _("The minutes of %(body)s wait to be adopted.", body=plain(minutes.meeting.body.name)),
            url_for("meetings.minutes", meeting_id=minutes.meeting_id),
            minutes.meeting.on,
        )
        for minutes in minutes_in_circulation()
        if may_run(person, minutes.meeting.body)
    ]


def _action_sentence(action) -> str:
    text = plain(action.text)
    if action.due is None:
        return _("You took on: %(text)s", text=text)
    if action.is_overdue:
        return _("Was due on %(day)s: %(text)s", day=format_day(action.due), text=text)
    return _("Due on %(day)s: %(text)s", day=format_day(action.due), text=text)


def _send_letters(config: Config) -> None:
    address = config.site.address
    post = letters.Post(address, config.mail.sender)
    mail.on_event(CALLED, partial(letters.meeting_called, post=post))
    mail.on_event(CHANGED, partial(letters.meeting_changed, post=post))
    mail.on_event(CALLED_OFF_EVENT, partial(letters.meeting_called_off, post=post))
    mail.on_event(CIRCULATED, partial(letters.minutes_circulated, address=address))
