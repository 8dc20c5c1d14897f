"""Whether a group's minutes are public, and which of them."""

from flask import redirect, render_template, url_for
from markupsafe import Markup

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import drawn_by, me, requires
from lipnet.groups.models import Body
from lipnet.meetings.access import Can, may_run, meeting_to_run
from lipnet.meetings.agendas.access import body_to_run
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import once_confirmed
from lipnet.meetings.minuting import operations
from lipnet.meetings.minuting.forms import PublicForm
from lipnet.meetings.minuting.publishing import open_to_everybody, public_setting


@bp.route("/bodies/<slug>/public-minutes", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def public_minutes_setting(slug: str):
    body = body_to_run(slug)
    row = public_setting(body)
    form = PublicForm(shown="nobody" if row is None else "names" if row.names else "members")
    if form.carry_out(lambda: _settle(body, form.shown.data)):
        notice(_("It is decided who may read the minutes of this group."))
        return redirect(url_for("groups.body", slug=slug), 303)
    return render_template(
        "meetings/form.html",
        form=form,
        heading=_("Public minutes"),
        lede=_("Each set of minutes is made public by itself, after it is closed. What is "
               "confidential and what members commented is never public."),
        submit=_("Save"),
        back=(_("Back to the group"), url_for("groups.body", slug=slug)),
    )  # fmt: skip


@bp.route("/<int:meeting_id>/minutes/publication", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def publish_minutes(meeting_id: int):
    found = meeting_to_run(meeting_id)
    return once_confirmed(
        lambda: operations.publish_minutes(found, by=me()),
        heading=_("Make these minutes public?"),
        text=_("Everybody can read them then. Read the notes once more: they may name people."),
        label=_("Make them public"),
        done=_("The minutes are public."),
        back=url_for("meetings.minutes", meeting_id=found.id),
    )


@bp.route("/<int:meeting_id>/minutes/publication/end", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def withdraw_minutes(meeting_id: int):
    found = meeting_to_run(meeting_id)
    return once_confirmed(
        lambda: operations.withdraw_minutes(found, by=me()),
        heading=_("Take the public minutes away?"),
        text=_("Members of the partnership go on reading them."),
        label=_("Take them away"),
        done=_("The minutes are not public any more."),
        back=url_for("meetings.minutes", meeting_id=found.id),
    )


def public_minutes(body, person) -> Markup | str:
    """On a group: its public minutes, and for who runs its meetings the way to the setting."""
    row, runs = public_setting(body), may_run(person, body)
    if row is None and not runs:
        return ""
    return drawn_by(
        "meetings/minuting/on_body.html", body=body, row=row, runs=runs,
        count=len(open_to_everybody(body)),
    )  # fmt: skip


def _settle(body: Body, shown: str) -> bool:
    if shown != "nobody":
        operations.open_minutes(body, names=shown == "names", by=me())
    elif public_setting(body):
        operations.keep_minutes_inside(body, by=me())
    return True
