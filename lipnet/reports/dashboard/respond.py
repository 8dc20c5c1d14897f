"""The plan for everybody: the whole page, and a small one for the frames of other sites."""

from flask import Blueprint

from lipnet.core.web import public_without_cookie
from lipnet.reports.dashboard import access, showing
from lipnet.reports.respond import check_language

bp = Blueprint("dashboard_public", __name__, url_prefix="/plan")


@bp.route("/<int:fiscal_year>/<lang>")
@public_without_cookie
def plan(fiscal_year, lang):
    return _page("whole", fiscal_year, lang)


@bp.route("/<lang>")
@public_without_cookie
def latest(lang):
    """The latest plan that is shown: it stays where links and bookmarks lead, year after year."""
    return _page("whole", None, lang)


@bp.route("/<int:fiscal_year>/<lang>/embed")
@public_without_cookie
def plan_embed(fiscal_year, lang):
    return _page("small", fiscal_year, lang)


@bp.route("/<lang>/embed")
@public_without_cookie
def latest_embed(lang):
    return _page("small", None, lang)


def _page(kind: str, fiscal_year: int | None, lang: str):
    check_language(lang)
    draw = {"whole": showing.whole, "small": showing.small}[kind]

    def make():
        shown = access.shown_plan(fiscal_year)
        return draw(shown.plan, with_notes=shown.with_notes)

    return showing.from_memory(kind, fiscal_year, make)
