"""Who sat on a day that is over, or is still to come."""

from datetime import date

from flask import render_template

from lipnet.core import clock
from lipnet.core.incoming import day_asked
from lipnet.core.web import requires
from lipnet.groups import access
from lipnet.groups.access import Can
from lipnet.groups.alternates.models import alternates_on
from lipnet.groups.hats.models import organisations_of
from lipnet.groups.manage import bp
from lipnet.groups.models import Appointment, Body, Seat, appointments_on, quorum_of, terms_on
from lipnet.people.models import Person


@bp.route("/<slug>/history")
@requires(Can.SEE_GROUPS)
def history(slug: str):
    """The day stands in the address, so that an answer can be sent on: ?on=2026-03-12."""
    body, day = access.body_to_see(slug), day_asked("on") or clock.today()
    sitting = appointments_on(body, day)
    return render_template(
        "groups/history.html",
        body=body,
        day=day,
        sitting=sitting,
        hats=organisations_of(sitting),
        alternates=alternates_on(body, day),
        terms=terms_on(body, day),
        quorum=quorum_of(body, day),
        changes=changes_of(body),
    )


def changes_of(body: Body) -> list[tuple[date, Appointment, str]]:
    """(day, appointment, came | went | went_on) of every change, the latest first."""
    found = Appointment.select(Appointment, Seat, Person).join(Seat).join_from(Appointment, Person)
    rows, changes = list(found.where(Seat.body == body)), []
    begun = {(row.from_on, row.seat_id, row.person_id) for row in rows}
    over = {(row.free_from, row.seat_id, row.person_id) for row in rows}
    for row in rows:
        goes_on = (row.from_on, row.seat_id, row.person_id) in over  # another term, another role
        changes.append((row.from_on, row, "went_on" if goes_on else "came"))
        left = (row.free_from, row.seat_id, row.person_id) not in begun
        if left and row.free_from <= clock.today():
            changes.append((row.free_from, row, "went"))
    return sorted(changes, key=lambda each: (each[0], each[1].id), reverse=True)
