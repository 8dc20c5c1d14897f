"""Papers beside the items of an agenda, for whoever may see the meeting."""

from flask import redirect, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.meetings.access import Can, item_to_run
from lipnet.meetings.agendas import forms
from lipnet.meetings.agendas.access import paper_to_run, paper_to_see
from lipnet.meetings.agendas.operations import papers as operations
from lipnet.meetings.agendas.proposal_pages import brought, saved
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import form_page


@bp.route("/agenda/<int:item_id>/papers/new", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def new_paper(item_id: int):
    found, form = item_to_run(item_id), forms.PaperForm()
    if form.carry_out(lambda: _lay(found, form)):
        notice(_("The paper is there."))
        return redirect(url_for("meetings.item", item_id=found.id), 303)
    return form_page(
        form, found.meeting, _("Add a paper"), _("Add it"), quoted=found.title,
        hints={
            "file": _("A PDF, a document, a spreadsheet or a picture of at most 10 MB."),
            "link": _("Instead of a file: the address of a page, beginning with https://."),
        },
    )  # fmt: skip


@bp.route("/papers/<int:paper_id>")
@requires(Can.SEE_MEETINGS)
def paper(paper_id: int):
    found = paper_to_see(paper_id)
    if found.file is None:
        raise NotFound
    return saved(found.file, found.file_name)


@bp.route("/papers/<int:paper_id>/removal", methods=["POST"])
@requires(Can.RUN_MEETINGS)
def take_paper(paper_id: int):
    found = paper_to_run(paper_id)
    operations.take_paper(found, by=me())
    notice(_("The paper is taken away."))
    return redirect(url_for("meetings.item", item_id=found.item_id), 303)


def _lay(item, form):
    return operations.lay_paper(
        item, form.title.data, link=(form.link.data or "").strip(), brought=brought(form.file),
        by=me(),
    )  # fmt: skip
