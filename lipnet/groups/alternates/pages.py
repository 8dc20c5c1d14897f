"""Asking for an alternate, and naming one."""

from flask import redirect, render_template, url_for
from wtforms import DateField
from wtforms.validators import InputRequired

from lipnet.core import clock, pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.web import me, requires
from lipnet.groups import access, operations
from lipnet.groups.access import Can
from lipnet.groups.alternates.models import AlternateRequest, alternate_on
from lipnet.groups.forms import DayForm, RecordField
from lipnet.groups.manage import bp
from lipnet.groups.models import Appointment
from lipnet.people.access import present_to
from lipnet.people.models import Person


class AlternateForm(Form):
    person = RecordField(
        lazy("Who comes instead"), Person, lambda: present_to(me()),
        nobody=lazy("Choose a person"), validators=[InputRequired()],
    )  # fmt: skip
    from_on = DateField(lazy("From"), [InputRequired()])


@bp.route("/<slug>/appointments/<int:appointment_id>/alternate", methods=["GET", "POST"])
@requires(Can.SEE_GROUPS)
def alternate(slug: str, appointment_id: int):
    """Who comes when the one appointed cannot: shown, named, or asked for."""
    found = access.appointment_to_represent(slug, appointment_id)
    form = AlternateForm(from_on=clock.today())
    if form.carry_out(
        lambda: operations.name_alternate(
            found, form.person.chosen, from_on=form.from_on.data, by=me()
        )
    ):
        pages.notice(_("The alternate is named."))
        return redirect(_address(found), 303)
    return render_template(
        "groups/alternate.html",
        appointment=found,
        form=form,
        today=clock.today(),
        present=alternate_on(found, clock.today()),
        asked=AlternateRequest.get_or_none(AlternateRequest.appointment == found),
    )


@bp.route("/<slug>/appointments/<int:appointment_id>/alternate/request", methods=["POST"])
@requires(Can.MANAGE_GROUPS)
def ask_for_alternate(slug: str, appointment_id: int):
    found = access.appointment_to_manage(slug, appointment_id)
    operations.ask_for_alternate(found, by=me())
    if found.person.email:
        pages.notice(_("%(name)s is asked by letter to name an alternate.", name=found.person.name))
    else:
        pages.notice(_("It is noted. Without an e-mail address no letter goes: please call."))
    return redirect(url_for("groups.alternate", slug=slug, appointment_id=found.id), 303)


@bp.route("/<slug>/appointments/<int:appointment_id>/alternate/end", methods=["POST"])
@requires(Can.SEE_GROUPS)
def end_alternate(slug: str, appointment_id: int):
    found = access.appointment_to_represent(slug, appointment_id)
    present, form = alternate_on(found, clock.today()), DayForm()
    if present and form.validate_on_submit():
        operations.end_alternate(present, on=form.on.data, by=me())
        pages.notice(_("The alternate no longer comes."))
    return redirect(_address(found), 303)


def _address(row: Appointment) -> str:
    return url_for("groups.appointment", slug=row.seat.body.slug, appointment_id=row.id)
