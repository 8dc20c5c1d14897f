"""The register as a page, and as a file for a spreadsheet."""

from flask import Response, render_template, request

from lipnet.core.web import me, requires
from lipnet.meetings.access import Can, hidden_from
from lipnet.meetings.manage import bp
from lipnet.meetings.register.resting import resting_on
from lipnet.meetings.register.seeking import Register, Sought
from lipnet.meetings.register.sheet import rows_of
from lipnet.meetings.words import WITHOUT_MOTION
from lipnet.sheets.separated import separated


@bp.route("/decisions")
@requires(Can.SEE_MEETINGS)
def register():
    register = Register(_sought(), hidden_from(me()))
    whole = "whole" in request.args
    here = min(max(request.args.get("page", 1, type=int), 1), register.pages)
    entries = register.found if whole else register.page(here)
    return render_template(
        "meetings/register.html",
        register=register,
        entries=entries,
        here=here,
        whole=whole,
        resting=resting_on(entries, register.bodies, me()),
        WITHOUT_MOTION=WITHOUT_MOTION,
    )


@bp.get("/decisions.csv")
@requires(Can.SEE_MEETINGS)
def register_as_csv():
    register = Register(_sought(), hidden_from(me()))
    resting = resting_on(register.found, register.bodies, me())
    content = separated(rows_of(register, resting))
    response = Response(content, mimetype="text/csv")
    response.headers.set("Content-Disposition", "attachment", filename="decisions.csv")
    return response


def _sought() -> Sought:
    said = request.args
    return Sought(
        said.get("q", "").strip()[:200],
        said.get("body", type=int),
        said.get("year", type=int),
        said.get("result", ""),
        said.get("theme", type=int),
    )
