"""What this room itself can do about a sign: appoint, and ask for an alternate."""

from flask import url_for

from lipnet.core import clock, signs
from lipnet.core.i18n import gettext as _
from lipnet.core.permissions import may
from lipnet.core.signs import Act
from lipnet.groups.access import Can, may_name_alternate
from lipnet.groups.alternates.models import alternate_on
from lipnet.groups.models import Appointment, Seat


def join() -> None:
    signs.mend("empty_seat", appoint_somebody)
    signs.mend("term_ends", appoint_for_next_term)
    signs.mend("last_term_ends", appoint_for_next_term)
    signs.mend("no_alternate", ask_for_one)
    signs.mend("missed_meetings", look_at_the_seat)


def appoint_somebody(seat: Seat, person) -> Act | None:
    if not may(person, Can.MANAGE_GROUPS, body=seat.body_id):
        return None
    url = url_for("groups.appoint", slug=seat.body.slug, number=seat.number)
    return Act(_("Appoint somebody"), url)


def appoint_for_next_term(row: Appointment, person) -> Act | None:
    if not may(person, Can.MANAGE_GROUPS, body=row.seat.body_id):
        return None
    begins = row.free_from.isoformat()
    url = url_for("groups.appoint", slug=row.seat.body.slug, number=row.seat.number, begins=begins)
    return Act(_("Appoint for the next term"), url)


def ask_for_one(row: Appointment, person) -> Act | None:
    """The coordinator asks; whoever sits there names one."""
    if not may_name_alternate(person, row):
        return None
    url = url_for("groups.alternate", slug=row.seat.body.slug, appointment_id=row.id)
    manages = may(person, Can.MANAGE_GROUPS, body=row.seat.body_id)
    return Act(_("Ask for an alternate") if manages else _("Name an alternate"), url)


def look_at_the_seat(row: Appointment, person) -> Act | None:
    """An alternate is asked for first; where there is one and nobody came, the seat is the matter:
    another role, an end before the term's."""
    if alternate_on(row, clock.today()) is None:
        return ask_for_one(row, person)
    url = url_for("groups.appointment", slug=row.seat.body.slug, appointment_id=row.id)
    return Act(_("Look at the appointment"), url)
