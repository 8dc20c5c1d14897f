"""The pages of the plan for everybody, made once and kept until something happens."""

from collections.abc import Callable
from typing import NamedTuple

from flask import Response, current_app, render_template

from lipnet.core import clock, i18n
from lipnet.core.kept import Kept, Shelf, newest_event, prepared, sent
from lipnet.core.pages import HEADERS
from lipnet.plans.models import ActionPlan, years
from lipnet.reports.dashboard.measuring import HIGH, WIDE
from lipnet.reports.dashboard.models import FramingSite
from lipnet.reports.dashboard.reading import board_of
from lipnet.reports.respond import PUBLIC_STATUS, PUBLIC_TONES, written_elsewhere

POLICY = HEADERS["Content-Security-Policy"]
KINDS_OF_BAR = {
    "not_started": "later", "on_track": "now", "at_risk": "risk", "delayed": "late",
    "done": "done", "carried_over": "later", "dropped": "off",
}  # fmt: skip


class Page(NamedTuple):
    """`policy`: which pages may hold it in a frame."""

    kept: Kept
    policy: str


def from_memory(kind: str, fiscal_year: int | None, make: Callable[[], Page]) -> Response:
    """The page as it was made, if nothing has happened since; `make` raises NotFound, or makes it.

    What has happened: any event, for a plan is made of much that other rooms change; or a new day.
    """
    shelf: Shelf = current_app.extensions["kept_plan_pages"]
    address = kind, fiscal_year, i18n.language().tag
    now = f"{clock.today()} {newest_event()}"
    page = shelf.find(address, now) or shelf.keep(address, now, make())
    response = sent(page.kept)
    response.headers["Content-Security-Policy"] = page.policy
    return response


def whole(plan: ActionPlan, *, with_notes: bool) -> Page:
    return Page(prepared(drawn("whole", plan, with_notes=with_notes)), POLICY)


def small(plan: ActionPlan, *, with_notes: bool) -> Page:
    """The page that the named sites may hold."""
    page = drawn("small", plan, with_notes=with_notes)
    sites = " ".join(FramingSite.origins()) or "'none'"
    policy = POLICY.replace("frame-ancestors 'none'", f"frame-ancestors {sites}")
    return Page(prepared(page), policy)


def drawn(kind: str, plan: ActionPlan, *, with_notes: bool, preview: bool = False) -> str:
    return render_template(
        f"reports/dashboard/{kind}.html",
        board=board_of(plan, with_notes=with_notes),
        today=clock.today(),
        preview=preview,
        public_status=PUBLIC_STATUS,
        public_tones=PUBLIC_TONES,
        kinds_of_bar=KINDS_OF_BAR,
        line_size=(WIDE, HIGH),
        written_elsewhere=written_elsewhere(),
        years=years,
    )
