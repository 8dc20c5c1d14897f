"""Another e-mail address is asked for and confirmed; the organisation is to be put right."""

from flask import current_app, redirect, render_template, url_for
from flask_login import current_user
from wtforms import EmailField, PasswordField, StringField
from wtforms.validators import InputRequired, Length, Optional

from lipnet.core import links, pages, rates
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, public, requires
from lipnet.people import operations, passwords
from lipnet.people.access import Can, person_to_see
from lipnet.people.corrections.models import AddressChange, OrganisationWish
from lipnet.people.forms import AN_ADDRESS, ConfirmForm
from lipnet.people.models import Person
from lipnet.people.own_tokens import bp
from lipnet.people.ways_in import NEW_ADDRESS

ASKS_PER_QUARTER_HOUR = 5


class AddressForm(Form):
    email = EmailField(lazy("New e-mail address"), [InputRequired(), *AN_ADDRESS])
    present = PasswordField(lazy("Present password"), [Optional()])


class OrganisationWishForm(Form):
    text = StringField(
        lazy("Your organisation, as it should be"), [InputRequired(), Length(max=300)]
    )


@bp.route("/people/me/address", methods=["GET", "POST"])
@requires(Can.CHANGE_OWN_PROFILE)
def own_address():
    form = AddressForm()
    if form.carry_out(lambda: _ask(form)):
        return redirect(url_for("people.own_address"), 303)
    waiting = AddressChange.waiting_of(me())
    return render_template("people/corrections/own_address.html", form=form, waiting=waiting)


@bp.post("/people/me/address/keeping")
@requires(Can.CHANGE_OWN_PROFILE)
def keep_address():
    operations.keep_address(me(), by=me())
    pages.notice(_("Your address stays as it is."))
    return redirect(url_for("people.own_profile"), 303)


@bp.route("/address/<token>", methods=["GET", "POST"])
@public
def confirm_address(token: str):
    """The letter's link shows a button: programs that open links in mail do not use it up."""
    try:
        link, person, change = _asked(token)
        form = ConfirmForm()
        if form.validate_on_submit():
            operations.take_new_address(link, this_sign_in=_this_one(person), by=person)
            return _confirmed()
    except Refusal as refusal:
        return render_template("people/corrections/address_ended.html", refusal=refusal), 410
    return render_template("people/corrections/confirm_address.html", form=form, change=change)


@bp.route("/people/me/organisation", methods=["GET", "POST"])
@requires(Can.CHANGE_OWN_PROFILE)
def own_organisation():
    form = OrganisationWishForm()
    if form.carry_out(
        lambda: operations.wish_for_organisation(me(), form.text.data or "", by=me())
    ):
        pages.notice(_("The coordinators are asked to put your organisation right."))
        return redirect(url_for("people.own_profile"), 303)
    wish = OrganisationWish.of(me())
    return render_template("people/corrections/own_organisation.html", form=form, wish=wish)


@bp.post("/people/me/organisation/settling")
@requires(Can.CHANGE_OWN_PROFILE)
def take_organisation_wish_back():
    operations.settle_organisation_wish(_wish_of(me()), by=me())
    pages.notice(_("You no longer ask for another organisation."))
    return redirect(url_for("people.own_profile"), 303)


@bp.post("/people/<int:person_id>/organisation/settling")
@requires(Can.MANAGE_PEOPLE)
def settle_organisation_wish(person_id: int):
    found = person_to_see(person_id)
    operations.settle_organisation_wish(_wish_of(found), by=me())
    pages.notice(_("The organisation stays as it is."))
    return redirect(url_for("people.person", person_id=found.id), 303)


def _ask(form: AddressForm) -> AddressChange:
    """Whoever finds a browser open cannot take the entry over without its password."""
    person = me()
    key = current_app.config["KEYS"].keyed_hash("new-address", str(person.id))
    rates.count(key, ASKS_PER_QUARTER_HOUR)
    if person.password_hash and not passwords.matches(
        person.password_hash, form.present.data or ""
    ):
        raise Refusal(_("This is not your present password."), field="present")
    return operations.ask_for_address(person, form.email.data or "", by=person)


def _asked(token: str) -> tuple:
    link = links.read(token, NEW_ADDRESS)
    person = Person.get_or_none(Person.id == int(link.record_id))
    change = person and AddressChange.waiting_of(person)
    if change is None or not person.may_sign_in or change.holder:
        raise Refusal(links.EXPIRED)
    return link, person, change


def _this_one(person: Person) -> int | None:
    """The sign-in of this browser, if it is the person's own."""
    return current_user.row.id if me() == person else None


def _confirmed():
    """Who is signed in here goes on; everybody else signs in with the new address."""
    pages.notice(_("Your new address counts from now on. You sign in with it."))
    where = "people.sign_in" if me() is None else "people.own_profile"
    return redirect(url_for(where), 303)


def _wish_of(person: Person) -> OrganisationWish:
    wish = OrganisationWish.of(person)
    if wish is None:
        raise NotFound
    return wish
