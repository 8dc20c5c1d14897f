"""For which organisation somebody sits, put right."""

from flask import redirect, render_template, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.web import me, requires
from lipnet.groups import access, operations
from lipnet.groups.access import Can
from lipnet.groups.hats.forms import HatForm
from lipnet.groups.hats.models import organisation_of
from lipnet.groups.manage import bp


@bp.route("/<slug>/appointments/<int:appointment_id>/organisation", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def sits_for(slug: str, appointment_id: int):
    found = access.appointment_to_manage(slug, appointment_id)
    present = organisation_of(found)
    form = HatForm(data={"organisation": str(present.id) if present else ""})
    if form.carry_out(lambda: operations.sit_for(found, form.organisation.chosen, by=me())):
        pages.notice(_("Saved."))
        return redirect(url_for("groups.appointment", slug=slug, appointment_id=found.id), 303)
    return render_template("groups/sits_for.html", form=form, appointment=found)
