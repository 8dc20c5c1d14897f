"""Another role within the term."""

from flask import redirect, render_template, url_for

from lipnet.core import clock, pages
from lipnet.core.i18n import gettext as _
from lipnet.core.web import me, requires
from lipnet.groups import access, operations
from lipnet.groups.access import Can
from lipnet.groups.forms import RoleForm
from lipnet.groups.manage import bp


@bp.route("/<slug>/appointments/<int:appointment_id>/role", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def give_role(slug: str, appointment_id: int):
    found = access.appointment_to_manage(slug, appointment_id)
    form = RoleForm(role=found.role, on=clock.today())
    given = form.carry_out(
        lambda: operations.give_role(found, form.role.data, on=form.on.data, by=me())
    )
    if given:
        pages.notice(_("The role is recorded. What was before stays readable."))
        return redirect(url_for("groups.appointment", slug=slug, appointment_id=given.id), 303)
    return render_template("groups/give_role.html", form=form, appointment=found)
