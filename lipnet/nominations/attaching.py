"""The files of a nomination: brought by the nominee or the coordinator, only ever downloaded."""

from flask import Response, redirect, render_template, url_for
from flask_wtf.file import FileField, FileRequired

from lipnet.core import pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.nominations import operations
from lipnet.nominations.access import Can, may_attach, may_fetch, nomination_to_see
from lipnet.nominations.attachments import ACCEPTED, NominationFile
from lipnet.nominations.consenting import brought_in
from lipnet.nominations.manage import bp
from lipnet.nominations.models import Nomination
from lipnet.nominations.wording import title_of


class FileForm(Form):
    file = FileField(lazy("File"), [FileRequired(lazy("This field is required."))])


@bp.route("/nominations/<int:nomination_id>/files", methods=["GET", "POST"])
@requires(Can.SEE_CALLS)
def files(nomination_id: int):
    found, form = _nomination_to_attach_to(nomination_id), FileForm()
    if form.carry_out(lambda: operations.attach_file(found, brought_in(form), by=me())):
        pages.notice(_("The file is attached."))
        return redirect(url_for("nominations.files", nomination_id=found.id), 303)
    return render_template(
        "nominations/files.html",
        form=form,
        nomination=found,
        title=title_of(found),
        files=NominationFile.listed(found),
        accepted=ACCEPTED,
    )


@bp.route("/nominations/<int:nomination_id>/files/<int:file_id>")
@requires(Can.SEE_CALLS)
def file(nomination_id: int, file_id: int):
    """As it was brought: to be saved, never shown in a page."""
    kept = _file(nomination_id, file_id)
    if not may_fetch(me(), kept.nomination):
        raise NotFound
    response = Response(bytes(kept.content), mimetype=kept.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=kept.name)
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.route("/nominations/<int:nomination_id>/files/<int:file_id>/removal", methods=["POST"])
@requires(Can.SEE_CALLS)
def remove_file(nomination_id: int, file_id: int):
    kept = _file(_nomination_to_attach_to(nomination_id).id, file_id)
    operations.remove_file(kept, by=me())
    pages.notice(_("The file is erased."))
    return redirect(url_for("nominations.files", nomination_id=nomination_id), 303)


def _nomination_to_attach_to(nomination_id: int) -> Nomination:
    found = nomination_to_see(nomination_id)
    if not may_attach(me(), found):
        raise NotFound
    return found


def _file(nomination_id: int, file_id: int) -> NominationFile:
    wanted = (NominationFile.id == file_id) & (NominationFile.nomination == nomination_id)
    kept = NominationFile.get_or_none(wanted)
    if kept is None:
        raise NotFound
    return kept
