"""A funder's questions from a spreadsheet, looked at first and then brought in; and into one."""

from io import BytesIO

from flask import redirect, render_template, send_file, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.rehearsing import CarriedRows, rehearsed
from lipnet.core.web import me, requires
from lipnet.reports.access import Can
from lipnet.reports.funders import access
from lipnet.reports.funders.bringing import Bringing, bring_questions
from lipnet.reports.funders.forms import SheetForm
from lipnet.reports.funders.models import FunderTemplate
from lipnet.reports.funders.operations import MOST_QUESTIONS
from lipnet.reports.funders.pages import bp
from lipnet.reports.funders.sheet import COLUMNS, HEADS, QuestionRow, read_questions, rows_of
from lipnet.sheets import Sheet, Unreadable, Workbook
from lipnet.sheets.separated import separated
from lipnet.sheets.writing import write_workbook

SEVERITIES = {"error": lazy("Left out"), "warning": lazy("Please look")}
MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}


@bp.route("/<int:template_id>/sheet", methods=["GET", "POST"])
@requires(Can.MANAGE)
def sheet(template_id: int):
    template, form = access.template_of(template_id), SheetForm()
    if rows := form.carry_out(lambda: _read(form)):
        return _looked_at(template, rows)
    return render_template(
        "reports/funders/sheet.html", form=form, template=template, heads=HEADS.values()
    )


@bp.post("/<int:template_id>/sheet/bringing")
@requires(Can.MANAGE)
def bring_sheet(template_id: int):
    template, form = access.template_of(template_id), CarriedRows()
    rows = [QuestionRow(texts, at) for texts, at in form.read(COLUMNS, MOST_QUESTIONS)]
    if not form.carry_out(lambda: bring_questions(template, rows, by=me())):
        return _looked_at(template, rows, form), 422
    pages.notice(_("The questions are brought in."))
    return redirect(url_for(".template", template_id=template.id), 303)


@bp.route("/<int:template_id>/questions.<kind>")
@requires(Can.MANAGE)
def questions_file(template_id: int, kind: str):
    template = access.template_of(template_id)
    if kind not in MEDIA_TYPES:
        raise NotFound
    rows = list(rows_of(template))
    if kind == "xlsx":
        content = write_workbook(Workbook([Sheet("Questions", rows)]))
    else:
        content = separated(rows).encode()
    return send_file(
        BytesIO(content), MEDIA_TYPES[kind], as_attachment=True, download_name=f"questions.{kind}"
    )


def looked_at(template: FunderTemplate, rows: list[QuestionRow], by) -> Bringing:
    """What bringing these rows would do."""
    return rehearsed(lambda: Bringing(template, by).bring(rows))


def _read(form: SheetForm) -> list[QuestionRow]:
    try:
        rows = read_questions(form.sheet.data.read(), form.sheet.data.filename or "")
    except Unreadable as error:
        raise Refusal(_("The file could not be read as a spreadsheet."), field="sheet") from error
    if not rows:
        raise Refusal(
            _("No columns of numbers and questions with rows below them were found."),
            field="sheet",
        )
    if len(rows) > MOST_QUESTIONS:
        raise Refusal(
            _("A template holds at most %(most)s questions.", most=MOST_QUESTIONS), field="sheet"
        )
    return rows


def _looked_at(template: FunderTemplate, rows: list[QuestionRow], form: CarriedRows | None = None):
    """The dry run: nothing has been kept but on the page."""
    form = form or CarriedRows(formdata=None)
    form.carry((dict(row), row.at) for row in rows)
    told = looked_at(template, rows, me())
    found = [(each.cell, SEVERITIES[each.severity], each.wrong) for each in told.found]
    return render_template(
        "reports/funders/sheet_look.html", form=form, template=template, new=told.new, found=found
    )
