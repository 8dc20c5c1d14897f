"""How this room joins the house."""

from collections.abc import Iterator
from functools import partial

from flask import Flask
from markupsafe import Markup

from lipnet.core import clock, mail, permissions, web
from lipnet.core.i18n import lazy
from lipnet.core.permissions import Role, may
from lipnet.core.web import drawn_by
from lipnet.groups import history, manage_rules, role_pages, steps, threads
from lipnet.groups.access import Can
from lipnet.groups.agreements import wiring as agreements
from lipnet.groups.alternates import letters
from lipnet.groups.alternates import pages as alternates
from lipnet.groups.alternates.models import alternate_seats_of
from lipnet.groups.hats import pages as hats
from lipnet.groups.hats.models import organisations_of
from lipnet.groups.manage import bp
from lipnet.groups.models import (
    PRESIDING,
    SEAT_ROLE_NAMES,
    appointments_of,
    earlier_appointments_of,
)
from lipnet.groups.naming import pages as naming
from lipnet.groups.naming.models import kind_called
from lipnet.groups.operations.alternates import ASKED
from lipnet.groups.radar import acts
from lipnet.groups.radar import pages as radar
from lipnet.groups.roster import pages as roster
from lipnet.groups.terms import pages as terms
from lipnet.groups.waiting import waiting_for

PAGES = (
    manage_rules,
    history,
    role_pages,
    alternates,
    naming,
    hats,
    radar,
    roster,
    terms,
)  # each puts its pages on the blueprint


def wire(app: Flask) -> None:
    app.register_blueprint(bp)
    app.jinja_env.filters.update(body_kind=kind_called, seat_role=SEAT_ROLE_NAMES.get)
    web.menu_item(lazy("Groups"), "groups.index", Can.SEE_GROUPS, floor=3)
    permissions.body_roles_from(roles_by_seat)
    web.waiting_from(waiting_for)
    web.box_on("person", _seats_of)
    web.box_on("body", radar.box_on_body)
    acts.join()
    address = app.config["LIPNET"].site.address.rstrip("/")
    mail.on_event(ASKED, partial(letters.asking, address=address))
    agreements.wire(app)
    steps.join()
    threads.join()


def roles_by_seat(person) -> Iterator[tuple[Role, int]]:
    """(role, body id) for each seat the person holds today.

    Co-chairs and vice-chairs do what chairs do, a secretary runs the meetings.

    Who comes in a member's place reads what the member reads.
    """
    today = clock.today()
    for row in appointments_of(person, today):
        yield Role.MEMBER, row.seat.body_id
        if row.role in PRESIDING:
            yield Role.CHAIR, row.seat.body_id
        elif row.role == "secretary":
            yield Role.SECRETARY, row.seat.body_id
    for alternate in alternate_seats_of(person, today):
        yield Role.MEMBER, alternate.appointment.seat.body_id


def _seats_of(person, reader) -> Markup | str:
    """Every hat the person wears, and those worn before."""
    today = clock.today()
    rows, earlier = appointments_of(person, today), earlier_appointments_of(person, today)
    alternates = alternate_seats_of(person, today)
    hats_worn = organisations_of([*rows, *earlier])
    if not (rows or earlier or alternates) or not may(reader, Can.SEE_GROUPS):
        return ""
    return drawn_by(
        "groups/seats_of.html", rows=rows, alternates=alternates, earlier=earlier, hats=hats_worn
    )
