"""Tokens on a person's own page: made, shown once, revoked; the coordinator revokes any."""

from flask import redirect, render_template, url_for
from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired, Length

from lipnet.core import pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.web import me, requires
from lipnet.people import operations
from lipnet.people.access import Can, token_to_revoke
from lipnet.people.forms import ConfirmForm
from lipnet.people.own import bp


class TokenForm(Form):
    name = StringField(
        lazy("What it is for"),
        [InputRequired(lazy("Say what the token is for.")), Length(max=80)],
    )
    days = IntegerField(lazy("For how many days"), [InputRequired()], default=365)


@bp.route("/people/me/tokens/new", methods=["GET", "POST"])
@requires(Can.CHANGE_OWN_PROFILE)
def new_token():
    form = TokenForm()
    text = form.carry_out(
        lambda: operations.make_token(me(), form.name.data, days=form.days.data, by=me())
    )
    if text:  # on this page and nowhere else, so no redirect
        return render_template("people/token_made.html", name=form.name.data, text=text)
    return render_template("people/new_token.html", form=form)


@bp.route("/people/tokens/<int:token_id>/revocation", methods=["GET", "POST"])
@requires(Can.CHANGE_OWN_PROFILE)
def revoke_token(token_id: int):
    token = token_to_revoke(token_id, me())
    is_own = token.person_id == me().id
    back = url_for("people.own_profile")
    if not is_own:
        back = url_for("people.person", person_id=token.person_id)
    if ConfirmForm().validate_on_submit():
        operations.revoke_token(token, by=me())
        pages.notice(_("The token is revoked."))
        return redirect(back, 303)
    return render_template("people/revoke_token.html", token=token, back=back)
