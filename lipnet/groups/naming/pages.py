"""What this partnership calls its kinds of groups, in each language."""

from flask import redirect, render_template, url_for

from lipnet.core import pages
from lipnet.core.forms import Form, Longest, TextsInput
from lipnet.core.i18n import gettext as _
from lipnet.core.web import me, requires
from lipnet.groups import operations
from lipnet.groups.access import Can
from lipnet.groups.manage import bp
from lipnet.groups.models import KIND_NAMES, KINDS
from lipnet.groups.naming.models import KindName


class KindsForm(Form):
    """One field for each kind."""


for _kind, _name in KIND_NAMES.items():
    setattr(KindsForm, _kind, TextsInput(_name, [Longest(60)]))


@bp.route("/kinds", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def kinds():
    form = KindsForm(data={row.kind: row.name for row in KindName.select()})
    if form.validate_on_submit():
        operations.call_kinds({kind: form[kind].data or {} for kind in KINDS}, by=me())
        pages.notice(_("Saved."))
        return redirect(url_for("groups.index"), 303)
    return render_template("groups/kinds.html", fields=[form[kind] for kind in KINDS], form=form)
