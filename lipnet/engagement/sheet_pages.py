"""Past engagements from a spreadsheet: looked at first, then brought in."""

from flask import redirect, render_template, url_for
from flask_wtf.file import FileField, FileRequired

from lipnet.core import pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.rehearsing import CarriedRows, rehearsed
from lipnet.core.web import me, requires
from lipnet.engagement import operations
from lipnet.engagement.access import Can
from lipnet.engagement.bringing import Bringing
from lipnet.engagement.manage import bp
from lipnet.engagement.rows import COLUMNS, HEADS, MOST_ROWS, LogRow, read_log
from lipnet.sheets import Unreadable

SEVERITIES = {"error": lazy("Left out"), "warning": lazy("Please look")}


class SheetForm(Form):
    sheet = FileField(
        lazy("Spreadsheet of past engagements"),
        [FileRequired(lazy("Choose a file first: .xlsx, .xls, .ods or .csv."))],
    )


@bp.route("/sheet", methods=["GET", "POST"])
@requires(Can.LOG)
def sheet():
    form = SheetForm()
    rows = form.carry_out(lambda: _read(form))
    if rows:
        return _looked_at(rows)
    return render_template("engagement/sheet.html", form=form, heads=HEADS.values())


@bp.post("/sheet/bringing")
@requires(Can.LOG)
def bring_sheet():
    form = CarriedRows()
    rows = [LogRow(texts, at) for texts, at in form.read(COLUMNS, MOST_ROWS)]
    if not form.carry_out(lambda: operations.bring_engagements(rows, by=me())):
        return _looked_at(rows, form), 422
    pages.notice(_("The engagements are brought in."))
    return redirect(url_for(".index"), 303)


def looked_at(rows: list[LogRow], by) -> Bringing:
    """What bringing these rows would do."""
    return rehearsed(lambda: Bringing(by).bring(rows))


def _read(form: SheetForm) -> list[LogRow]:
    try:
        rows = read_log(form.sheet.data.read(), form.sheet.data.filename or "")
    except Unreadable as error:
        raise Refusal(_("The file could not be read as a spreadsheet."), field="sheet") from error
    if not rows:
        raise Refusal(
            _("No columns of dates and titles with rows below them were found."), field="sheet"
        )
    if len(rows) > MOST_ROWS:
        raise Refusal(
            _("There are more than %(count)s rows. Bring them in parts.", count=MOST_ROWS),
            field="sheet",
        )
    return rows


def _looked_at(rows: list[LogRow], form: CarriedRows | None = None):
    """The dry run: nothing has been kept but on the page."""
    form = form or CarriedRows(formdata=None)
    form.carry((row.texts, row.at) for row in rows)
    told = looked_at(rows, me())
    found = [(each.cell, SEVERITIES[each.severity], each.wrong) for each in told.found]
    return render_template("engagement/sheet_look.html", form=form, new=told.new, found=found)
