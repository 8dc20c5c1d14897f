"""What a person looks after themselves: name, language, password, sign-ins."""

from flask import redirect, render_template, url_for
from flask_login import current_user

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import Refusal
from lipnet.core.web import me, requires
from lipnet.people import operations, passwords, sessions
from lipnet.people.access import Can
from lipnet.people.corrections.models import AddressChange, OrganisationWish
from lipnet.people.forms import ChangePasswordForm, ConfirmForm, OwnEntryForm
from lipnet.people.models import ApiToken, DirectoryEntry, SignIn
from lipnet.people.operations.directory import ENTRY, TOLD
from lipnet.people.sign_in import bp


@bp.route("/people/me", methods=["GET", "POST"])
@requires(Can.CHANGE_OWN_PROFILE)
def own_profile():
    entry = DirectoryEntry.of(me())
    form = OwnEntryForm(obj=me(), data={name: getattr(entry, name) for name in ENTRY})
    if form.carry_out(lambda: _keep_profile(form)):
        sessions.forget_language()
        pages.notice(_("Your profile is saved."))
        return redirect(url_for("people.own_profile"), 303)
    return render_template(
        "people/own_profile.html",
        form=form,
        sign_ins=SignIn.running_of(me()),
        this_one=current_user.row.id,
        tokens=ApiToken.working_of(me()),
        address_waits=AddressChange.waiting_of(me()),
        wish=OrganisationWish.of(me()),
    )


@bp.route("/people/me/password", methods=["GET", "POST"])
@requires(Can.CHANGE_OWN_PROFILE)
def own_password():
    form = ChangePasswordForm()
    if form.carry_out(lambda: _set_password(form)):
        pages.notice(_("Your new password is set. Every other browser is signed out."))
        return redirect(url_for("people.own_profile"), 303)
    return render_template("people/own_password.html", form=form)


@bp.route("/people/me/sign-outs", methods=["POST"])
@requires(Can.CHANGE_OWN_PROFILE)
def sign_out_everywhere():
    operations.sign_out_everywhere(me(), by=me())
    sessions.end()
    pages.notice(_("You are signed out everywhere."))
    return redirect(url_for("people.sign_in"), 303)


@bp.route("/people/me/leaving", methods=["GET", "POST"])
@requires(Can.CHANGE_OWN_PROFILE)
def own_leaving():
    if ConfirmForm().validate_on_submit():
        operations.leave(me(), by=me())
        sessions.end()
        pages.notice(_("You have left. Thank you for what you did here."))
        return redirect(url_for("people.sign_in"), 303)
    return render_template("people/leave.html", person=me(), back=url_for("people.own_profile"))


def _keep_profile(form: OwnEntryForm):
    entry = {name: form[name].data or "" for name in TOLD}
    shown = {name: form[name].data for name in set(ENTRY) - set(TOLD)}
    return operations.change_profile(
        me(),
        name=form.name.data,
        language=form.language.data,
        entry={**entry, **shown},
        by=me(),
    )


def _set_password(form: ChangePasswordForm) -> None:
    person, present = me(), form.present.data or ""
    if person.password_hash and not passwords.matches(person.password_hash, present):
        raise Refusal(_("This is not your present password."), field="present")
    operations.set_password(person, form.password.data, this_sign_in=current_user.row.id, by=person)
