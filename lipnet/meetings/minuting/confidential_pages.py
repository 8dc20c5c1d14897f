"""An item made confidential, or readable again."""

from flask import redirect, url_for
from markupsafe import Markup

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import drawn_by, me, requires
from lipnet.meetings.access import Can, item_to_run, may_run
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import form_page, once_confirmed
from lipnet.meetings.minuting import operations
from lipnet.meetings.minuting.confidential import confidential_of
from lipnet.meetings.minuting.forms import ConfidentialForm


@bp.route("/agenda/<int:item_id>/confidential", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def keep_confidential(item_id: int):
    found = item_to_run(item_id)
    form = ConfidentialForm()
    if form.carry_out(lambda: operations.keep_confidential(found, form.reason.data, by=me())):
        notice(_("The item is confidential: only the members of the group can read it."))
        return redirect(url_for("meetings.item", item_id=found.id), 303)
    return form_page(
        form, found.meeting, _("Make the item confidential"), _("Make it confidential"),
        quoted=found.title,
        hints={"reason": _("For example: it is about a person. Members of the group read the item, "
                           "its notes, motions, decisions and actions. Everybody else reads only "
                           "that one item was confidential.")},
    )  # fmt: skip


@bp.route("/agenda/<int:item_id>/confidential/end", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def lift_confidence(item_id: int):
    found = item_to_run(item_id)
    return once_confirmed(
        lambda: operations.lift_confidence(found, by=me()),
        heading=_("Let others read this item?"),
        text=_("Whoever may read the minutes reads the item, too. If the minutes are public, "
               "everybody does."),
        label=_("Let others read it"),
        done=_("The item is not confidential any more."),
        back=url_for("meetings.item", item_id=found.id),
    )  # fmt: skip


def confidence(item, person) -> Markup | str:
    """On an agenda item: that it is confidential and why, and for who runs the meeting the way."""
    row, runs = confidential_of(item), may_run(person, item.meeting.body)
    if row is None and not runs:
        return ""
    return drawn_by("meetings/minuting/on_item.html", item=item, row=row, runs=runs)
