"""How following joins the room of meetings."""

from functools import partial

import peewee
from flask import Flask
from markupsafe import Markup

from lipnet.core import jobs as clockwork
from lipnet.core import mail, web
from lipnet.core.web import drawn_by
from lipnet.meetings.access import may_finish, may_see
from lipnet.meetings.following import jobs, letters, pages
from lipnet.meetings.following.models import ActionNote, ReminderChoice
from lipnet.meetings.following.operations import DIGESTED, REMINDED
from lipnet.people.models import Person

PAGES = (pages,)  # they add their routes to the blueprint


def wire(app: Flask) -> None:
    web.box_on("own_profile", reminders)
    web.box_on("notes_of_action", notes)
    clockwork.register("action reminders", jobs.TEN_MINUTES, jobs.remind)
    address = app.config["LIPNET"].site.address
    mail.on_event(REMINDED, partial(letters.reminder, address=address))
    mail.on_event(DIGESTED, partial(letters.digest, address=address))


def reminders(person, reader) -> Markup | str:
    """On one's own profile: which letters about actions were chosen, and the way to choose."""
    if not may_see(reader):
        return ""
    return _box("reminders", choice=ReminderChoice.of(person))


def notes(action, reader) -> Markup | str:
    """On an action: what was noted, and for who may finish it the way to note more."""
    rows = (
        ActionNote.select(ActionNote, Person)
        .join(Person, peewee.JOIN.LEFT_OUTER)
        .where(ActionNote.action == action)
    )
    may_note = may_finish(reader, action)
    found = list(rows.order_by(ActionNote.id))
    return _box("notes", action=action, notes=found, may_note=may_note) if found or may_note else ""


def _box(name: str, **particulars) -> Markup:
    return drawn_by(f"meetings/following/{name}.html", **particulars)
