"""A roster is looked at, brought in, and taken away as a sheet."""

from flask import Response, redirect, render_template, url_for
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, HiddenField

from lipnet.core import pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.rehearsing import rehearsed
from lipnet.core.web import me, requires
from lipnet.groups import operations
from lipnet.groups.access import Can
from lipnet.groups.manage import bp
from lipnet.groups.roster.bringing import Bringing
from lipnet.groups.roster.rows import RosterRow, packed, unpacked
from lipnet.groups.roster.sheet import MOST_ROWS, read_roster
from lipnet.groups.roster.taking import roster as roster_rows
from lipnet.sheets import Sheet, Unreadable, Workbook
from lipnet.sheets.separated import separated
from lipnet.sheets.writing import write_workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SEVERITIES = {
    "error": lazy("Left out"),
    "warning": lazy("Please look"),
    "notice": lazy("For your information"),
}


class RosterForm(Form):
    sheet = FileField(
        lazy("Spreadsheet with people and seats"),
        [FileRequired(lazy("Choose a file first: .xlsx, .xls, .ods or .csv."))],
    )


class BringForm(Form):
    """The rows that were looked at, carried by the page itself; checked once more."""

    rows = HiddenField()
    anew = BooleanField(
        lazy("Take from the sheet what it says otherwise of people, seats and groups known here")
    )

    def read(self) -> list[RosterRow]:
        return unpacked(self.rows.data or "", MOST_ROWS)


@bp.route("/roster", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def roster():
    form = RosterForm()
    rows = form.carry_out(lambda: _read(form))
    if rows:
        return _looked_at(rows)
    return render_template("groups/roster.html", form=form)


@bp.post("/roster/bringing")
@requires(Can.MANAGE_GROUPS)
def bring_roster():
    form = BringForm()
    brought = form.carry_out(
        lambda: operations.bring_roster(form.read(), anew=form.anew.data, by=me())
    )
    if not brought:
        return _looked_at(form.read(), form), 422
    pages.notice(_("The roster is brought in."))
    return redirect(url_for("groups.index"), 303)


@bp.get("/roster.csv")
@requires(Can.MANAGE_GROUPS)
def roster_as_csv():
    """The same columns as are read, so that a corrected export can be brought back."""
    return _taken_away(separated(roster_rows()), "text/csv", "roster.csv")


@bp.get("/roster.xlsx")
@requires(Can.MANAGE_GROUPS)
def roster_as_workbook():
    book = Workbook([Sheet(_("Roster")[:31], list(roster_rows()))])
    return _taken_away(write_workbook(book), XLSX, "roster.xlsx")


def looked_at(rows: list[RosterRow], by) -> Bringing:
    """What bringing these rows would do."""
    return rehearsed(lambda: Bringing(by).bring(rows))


def _read(form: RosterForm) -> list[RosterRow]:
    try:
        rows = read_roster(form.sheet.data.read(), form.sheet.data.filename or "")
    except Unreadable as error:
        raise Refusal(_why_unread(error), field="sheet") from error
    if not rows:
        raise Refusal(
            _("No column of names with rows below it was found in the first rows."), field="sheet"
        )
    if len(rows) > MOST_ROWS:
        raise Refusal(
            _("There are more than %(count)s rows. Bring them in parts.", count=MOST_ROWS),
            field="sheet",
        )
    return rows


def _why_unread(error: Unreadable) -> str:
    if error.code == "too_many_cells":
        return _("There are more than %(count)s rows. Bring them in parts.", count=MOST_ROWS)
    if error.code in ("too_large", "zip_bomb"):
        return _("The file is too large.")
    return _("The file could not be read as a spreadsheet.")


def _looked_at(rows: list[RosterRow], form: BringForm | None = None):
    """The dry run: nothing has been kept but on the page."""
    form = form or BringForm(formdata=None)
    form.rows.data = packed(rows)
    told = looked_at(rows, me())
    found = [(each.cell, SEVERITIES[each.severity], each.wrong) for each in told.found]
    return render_template("groups/roster_look.html", form=form, new=told.new, found=found)


def _taken_away(content: str | bytes, media_type: str, name: str) -> Response:
    response = Response(content, mimetype=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
