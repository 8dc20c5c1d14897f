"""The documents of a call: laid beside it by the coordinator, read by everybody."""

from flask import Response, redirect, render_template, url_for
from flask_wtf.file import FileField
from wtforms import StringField
from wtforms.validators import Length

from lipnet.core import files, pages
from lipnet.core.brought import file_brought
from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, public_without_cookie, requires
from lipnet.nominations import operations
from lipnet.nominations.access import Can, call_to_manage
from lipnet.nominations.documents import CallDocument
from lipnet.nominations.inviting import public_bp
from lipnet.nominations.manage import bp
from lipnet.nominations.models import Call


class DocumentForm(Form):
    title = TextsInput(lazy("Title"), [InOneLanguage(), Longest(120)])
    file = FileField(lazy("File"))
    link = StringField(lazy("Address on the web"), [Length(max=500)])


@bp.route("/nominations/calls/<int:call_id>/documents", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def documents(call_id: int):
    call, form = call_to_manage(call_id), DocumentForm()
    if form.carry_out(lambda: _add(call, form)):
        pages.notice(_("The document is added."))
        return redirect(url_for("nominations.documents", call_id=call.id), 303)
    return render_template(
        "nominations/documents.html", form=form, call=call, documents=CallDocument.of(call)
    )


@bp.route("/nominations/calls/<int:call_id>/documents/<int:document_id>", methods=["POST"])
@requires(Can.MANAGE_CALLS)
def take_document(call_id: int, document_id: int):
    call = call_to_manage(call_id)
    operations.take_document(_document(call, document_id), by=me())
    pages.notice(_("The document is taken away."))
    return redirect(url_for("nominations.documents", call_id=call.id), 303)


@public_bp.route("/calls/<int:call_id>/documents/<int:document_id>")
@public_without_cookie
def document(call_id: int, document_id: int):
    """The file as it was brought: to be saved, never shown in a page."""
    call = Call.get_or_none(Call.id == call_id)
    if call is None or call.is_draft:
        raise NotFound
    found = _document(call, document_id)
    if found.file is None:
        raise NotFound
    response = Response(files.read(found.file), mimetype=found.file.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=found.name)
    return response


def _document(call: Call, document_id: int) -> CallDocument:
    wanted = (CallDocument.id == document_id) & (CallDocument.call == call)
    found = CallDocument.get_or_none(wanted)
    if found is None:
        raise NotFound
    return found


def _add(call: Call, form: DocumentForm) -> CallDocument:
    sent = form.file.data
    return operations.add_document(
        call,
        form.title.data,
        link=(form.link.data or "").strip(),
        brought=file_brought(sent.filename, sent.read()) if sent else None,
        by=me(),
    )
