"""The log's pages: the list with its sums, one engagement, the same on paper and as a sheet."""

from flask import Blueprint, Response, render_template, request

from lipnet.core import clock, files
from lipnet.core.incoming import number_asked
from lipnet.core.permissions import may
from lipnet.core.web import me, requires
from lipnet.engagement import access
from lipnet.engagement.access import Can
from lipnet.engagement.figures import figures_of
from lipnet.engagement.models import KIND_NAMES, PopulationGroup, language_called, names_of
from lipnet.engagement.sheet import rows_of
from lipnet.engagement.showing import (
    Asked,
    listed,
    people_line,
    reached_by_side,
    smallest_for,
    years_with_engagements,
)
from lipnet.groups.models import Body
from lipnet.sheets.separated import separated
from lipnet.surveys.operations import threshold

bp = Blueprint("engagement", __name__, url_prefix="/engagement")


@bp.context_processor
def _words() -> dict:
    return {
        "kind_names": KIND_NAMES,
        "language_called": language_called,
        "may_log": may(me(), Can.LOG),
        "smallest": threshold(),
        "fiscal_years": lambda year: f"{year}–{year + 1}",
    }


@bp.route("")
@requires(Can.SEE)
def index():
    asked = _asked()
    return render_template(
        "engagement/index.html",
        asked=asked,
        lines=listed(asked, me()),
        figures=figures_of(asked.year, exact=access.sees_every_count(me())),
        years=years_with_engagements(),
        bodies=Body.standing(),
        populations=PopulationGroup.in_use(),
    )


@bp.route("/print")
@requires(Can.SEE)
def printed():
    asked = _asked()
    return render_template(
        "engagement/print.html",
        asked=asked,
        lines=listed(asked, me()),
        figures=figures_of(asked.year, exact=access.sees_every_count(me())),
        populations=names_of("population"),
        today=clock.today(),
    )


@bp.route("/engagements.csv")
@requires(Can.SEE)
def as_csv():
    found = [line.engagement for line in listed(_asked(), me())]
    headers = {"Content-Disposition": 'attachment; filename="engagements.csv"'}
    content = separated(rows_of(found, smallest_for(me())))
    return Response(content, mimetype="text/csv", headers=headers)


@bp.route("/<int:engagement_id>")
@requires(Can.SEE)
def show(engagement_id: int):
    found = access.engagement_of(engagement_id)
    return render_template(
        "engagement/show.html",
        engagement=found,
        line=people_line(found, me()),
        sides=reached_by_side(found, me()),
        heard=found.heard_in_order(),
    )


@bp.route("/files/<int:file_id>")
@requires(Can.SEE)
def file(file_id: int):
    """The file as it was brought: to be saved, never shown in a page."""
    kept = access.file_of(file_id)
    response = Response(files.read(kept.file), mimetype=kept.file.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=kept.name)
    return response


def _asked() -> Asked:
    return Asked(
        year=number_asked("year") or clock.fiscal_year(clock.today()),
        kind=request.args.get("kind", "") if request.args.get("kind") in KIND_NAMES else "",
        body=number_asked("body"),
        population=request.args.get("population", "")[:60],
    )
