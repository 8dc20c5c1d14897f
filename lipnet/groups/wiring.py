"""How this room joins the house."""

from collections.abc import Iterator

from flask import Flask, render_template
from markupsafe import Markup

from lipnet.core import clock, permissions, web
from lipnet.core.i18n import lazy
from lipnet.core.permissions import Role, may
from lipnet.groups import steps, threads
from lipnet.groups.access import Can
from lipnet.groups.agreements import wiring as agreements
from lipnet.groups.manage_rules import bp
from lipnet.groups.models import KIND_NAMES, SEAT_ROLE_NAMES, appointments_of
from lipnet.groups.waiting import waiting_for


def wire(app: Flask) -> None:
    app.register_blueprint(bp)
    app.jinja_env.filters.update(body_kind=KIND_NAMES.get, seat_role=SEAT_ROLE_NAMES.get)
    web.menu_item(lazy("Groups"), "groups.index", Can.SEE_GROUPS, floor=3)
    permissions.body_roles_from(roles_by_seat)
    web.waiting_from(waiting_for)
    web.box_on("person", _seats_of)
    agreements.wire(app)
    steps.join()
    threads.join()


def roles_by_seat(person) -> Iterator[tuple[Role, int]]:
    """(role, body id) for each seat the person holds today; co-chairs do what chairs do."""
    for row in appointments_of(person, clock.today()):
        yield Role.MEMBER, row.seat.body_id
        if row.role in ("chair", "co_chair"):
            yield Role.CHAIR, row.seat.body_id


def _seats_of(person, reader) -> Markup | str:
    rows = appointments_of(person, clock.today())
    if not rows or not may(reader, Can.SEE_GROUPS):
        return ""
    return Markup(render_template("groups/seats_of.html", rows=rows))  # noqa: S704 - our template
