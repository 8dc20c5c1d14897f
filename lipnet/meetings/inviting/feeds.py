"""Calendars that a calendar program asks for by itself, at a secret address of one person's."""

from datetime import timedelta

from flask import Blueprint, Response, current_app, redirect, request, url_for
from markupsafe import Markup

from lipnet.core import clock, i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import drawn_by, me, public_without_cookie, requires
from lipnet.groups.models import Body, appointments_of
from lipnet.groups.operations import alternate_seats_of
from lipnet.meetings.access import Can, may_see
from lipnet.meetings.inviting import entries, operations
from lipnet.meetings.inviting.doors import feed_token, reader_of
from lipnet.meetings.inviting.models import CalendarFeed, MeetingReply
from lipnet.meetings.manage import bp
from lipnet.meetings.models import Meeting
from lipnet.people.models import Person

KEPT = timedelta(days=365)  # what is longer past leaves the calendar
FRESH = 900  # seconds

public = Blueprint("calendars_public", __name__)


@public.route("/calendar/<token>.ics")
@public_without_cookie
def own(token: str):
    """The meetings of every group in which the person sits or stands in for somebody."""
    reader = _reader(token)
    return _as_calendar(reader, _meetings_of(reader), lambda: _("My meetings"))


@public.route("/calendar/<token>/<slug>.ics")
@public_without_cookie
def of_body(token: str, slug: str):
    """The meetings of one group, for any member of the partnership."""
    reader, body = _reader(token), Body.by_slug(slug)
    if body is None:
        raise NotFound
    rows = _recent().where(Meeting.body == body)
    return _as_calendar(reader, list(rows), lambda: plain(body.name))


@bp.post("/calendar")
@requires(Can.SEE_MEETINGS)
def renew_calendar():
    operations.renew_calendar(me(), by=me())
    notice(_("Your calendar has a new address. One that you had before works no more."))
    return redirect(url_for("people.own_profile", _anchor="calendar"), 303)


def own_calendar(person, _reader) -> Markup | str:
    """On one's own profile: the addresses, or the way to them."""
    if not may_see(person):
        return ""
    feed = CalendarFeed.get_or_none(person=person)
    token, address = feed_token(feed) if feed else "", _address()
    return drawn_by(
        "meetings/inviting/own_calendar.html",
        own=address + url_for("calendars_public.own", token=token) if feed else "",
        bodies=[(body, f"{address}{_path(token, body)}") for body in Body.standing() if feed],
    )


def _address() -> str:
    return current_app.config["LIPNET"].site.address.rstrip("/")


def _path(token: str, body: Body) -> str:
    return url_for("calendars_public.of_body", token=token, slug=body.slug)


def _reader(token: str) -> Person:
    reader = reader_of(token)
    if reader is None or not may_see(reader):
        raise NotFound
    return reader


def _meetings_of(reader: Person) -> list[Meeting]:
    today = clock.today()
    seats = [row.seat.body_id for row in appointments_of(reader, today)]
    seats += [row.appointment.seat.body_id for row in alternate_seats_of(reader, today)]
    instead = MeetingReply.select(MeetingReply.meeting).where(MeetingReply.instead == reader)
    return list(_recent().where(Meeting.body.in_(seats) | Meeting.id.in_(instead)))


def _recent():
    rows = Meeting.select(Meeting, Body).join(Body).where(Meeting.on >= clock.today() - KEPT)
    return rows.order_by(Meeting.on, Meeting.starts_at, Meeting.id)


def _as_calendar(reader: Person, meetings: list[Meeting], name) -> Response:
    """In the reader's language; a program that has it already is told so (ETag, RFC 9110)."""
    with i18n.speaking(reader.language):
        text = entries.feed(meetings, name=str(name()), address=_address())
    response = Response(text, mimetype="text/calendar")
    response.cache_control.private = True
    response.cache_control.max_age = FRESH
    response.add_etag()
    return response.make_conditional(request)
