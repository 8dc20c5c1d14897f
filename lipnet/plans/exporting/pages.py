"""The plan taken away as a spreadsheet, with the filters of the page it is taken from."""

from flask import Blueprint, Response, request

from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.plans import access
from lipnet.plans.access import Can
from lipnet.plans.exporting.rows import table_of
from lipnet.plans.viewing.rows import whole_plan
from lipnet.plans.viewing.seeking import found, sought_in
from lipnet.sheets import Sheet, Workbook
from lipnet.sheets.separated import separated
from lipnet.sheets.writing import write_workbook

bp = Blueprint("plan_export", __name__, url_prefix="/plans")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/<int:fiscal_year>/plan.<kind>")
@requires(Can.READ)
def plan_as_sheet(fiscal_year: int, kind: str):
    """Every action, or those that the address asks for, in its order."""
    if kind not in ("csv", "xlsx"):
        raise NotFound
    whole = whole_plan(access.plan_of(fiscal_year))
    asked = whole.only(found(whole, sought_in(request.args)))
    rows = list(table_of(asked, me(), with_money=may(me(), Can.SEE_MONEY)))
    if kind == "csv":
        return _taken_away(separated(rows), "text/csv", f"plan-{fiscal_year}.csv")
    book = write_workbook(Workbook([Sheet(f"Plan {fiscal_year}-{fiscal_year + 1}", rows)]))
    return _taken_away(book, XLSX, f"plan-{fiscal_year}.xlsx")


def _taken_away(content: str | bytes, media_type: str, name: str) -> Response:
    response = Response(content, mimetype=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
