"""A workbook asked where a person is: one button asks for part of the postal code instead."""

from flask import redirect, request

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.questionnaire import Questionnaire, editing
from lipnet.questionnaire.placing import free_name_for
from lipnet.sheets.workbook import cell_place
from lipnet.surveys.access import Can
from lipnet.surveys.editor.desk import Desk, desk_to_edit
from lipnet.surveys.editor.pages import address
from lipnet.surveys.editor.postal_area import banked
from lipnet.surveys.editor.saving import Edit, keep
from lipnet.surveys.forms import ConfirmForm
from lipnet.surveys.manage import bp
from lipnet.surveys.uploads import findings_from_json
from lipnet.surveys.words import place_of


@bp.post("/surveys/<slug>/versions/<int:number>/repair")
@requires(Can.MANAGE_SURVEYS)
def repair(slug: str, number: int):
    """The first three characters of the postal code, in the row that asked where a person is."""
    desk = desk_to_edit(slug, number, me())
    row = _row_left_out(desk, request.form.get("place", ""))
    name = free_name_for(desk.questionnaire, banked())
    form = ConfirmForm()
    if form.carry_out(
        lambda: keep(desk.version, _asking(name, row), "place_replaced", {"name": name}, by=me())
    ):
        pages.notice(_("Added. Look at its words, and at where it stands."))
        return redirect(address(desk, "edit_item", name=name), 303)
    for error in form.form_errors:
        pages.notice(error, "error")
    return redirect(address(desk, "version"), 303)


def _row_left_out(desk: Desk, place: str) -> int:
    """From 1. Raises NotFound for anything but a place that asked for a location."""
    for finding in findings_from_json(desk.version.findings):
        if finding.code == "type_location" and finding.cell and place_of(finding) == place:
            return cell_place(finding.cell)[0] + 1
    raise NotFound


def _asking(name: str, row: int) -> Edit:
    def edit(now: Questionnaire) -> Questionnaire:
        return editing.add_in_row(now, banked(), name, row)

    return edit
