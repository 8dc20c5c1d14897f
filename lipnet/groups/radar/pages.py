"""The radar of all groups, and its box on the page of one."""

from itertools import groupby

from flask import render_template
from markupsafe import Markup

from lipnet.core import clock
from lipnet.core.i18n import format_percent, lazy
from lipnet.core.signs import Sign
from lipnet.core.web import drawn_by, me, requires
from lipnet.groups.access import Can, bodies_to_watch, may_watch
from lipnet.groups.manage import bp
from lipnet.groups.models import Body, appointments_on
from lipnet.groups.radar.looking import is_francophone, signs_of

TITLES = {
    "lived_experience": lazy("Seats for lived experience that are empty"),
    "empty": lazy("Other empty seats"),
    "sector": lazy("Sectors nobody speaks for"),
    "francophone": lazy("Francophone voice"),
    "ending": lazy("Terms that end within six months"),
    "alternate": lazy("Seats without an alternate"),
    "regrets": lazy("Three meetings missed in a row"),
    "review": lazy("Terms of reference to be reviewed"),
}


@bp.route("/radar")
@requires(Can.WATCH_SEATS)
def radar():
    bodies = [(body, sections_of(body), share_of(body)) for body in bodies_to_watch(me())]
    return render_template("groups/radar.html", bodies=bodies)


def box_on_body(body: Body, person) -> Markup | str:
    """How many signs of each kind the group shows, and the way to them."""
    if body.dissolved_on or not may_watch(person, body):
        return ""
    sections = sections_of(body)
    return drawn_by("groups/radar_box.html", body=body, sections=sections) if sections else ""


def sections_of(body: Body) -> list[tuple[str, list[Sign]]]:
    """(title, signs) of each kind there is any of."""
    kinds = list(TITLES)
    found = sorted(signs_of(body, me()), key=lambda sign: kinds.index(sign.kind))
    return [(TITLES[kind], list(rows)) for kind, rows in groupby(found, lambda sign: sign.kind)]


def share_of(body: Body) -> tuple[int, int, str]:
    """How many sit as a francophone voice, of how many, and the share of it."""
    sitting = appointments_on(body, clock.today())
    voices = sum(is_francophone(row.seat) for row in sitting)
    return voices, len(sitting), format_percent(voices / len(sitting)) if sitting else ""
