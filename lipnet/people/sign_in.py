"""The staff door: signing in by password or link, accepting an invitation, signing out."""

import time
from contextlib import contextmanager
from datetime import timedelta

from flask import Blueprint, current_app, redirect, render_template, request, url_for

from lipnet.core import links, pages, rates
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import language
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.core.web import host_of, me, public
from lipnet.people import operations, passwords, sessions
from lipnet.people.forms import AcceptForm, ConfirmForm, LinkForm, SignInForm
from lipnet.people.models import Person, folded_address
from lipnet.people.ways_in import INVITATION, SIGN_IN

bp = Blueprint("people", __name__)
LINKS_PER_QUARTER_HOUR = 5
ANSWER_AFTER = 0.15


@bp.route("/signin", methods=["GET", "POST"])
@public
def sign_in():
    if me() is not None:
        return redirect(_wanted_page())
    form = SignInForm()
    if form.validate_on_submit():
        person = _recognised(form.email.data, form.password.data)
        if person is not None:
            sessions.begin(person)
            return redirect(_wanted_page(), 303)
        form.form_errors.append(_("This e-mail address and password do not belong together."))
    return _sign_in_page(form, LinkForm(prefix="link-", formdata=None))


@bp.route("/signin/link", methods=["POST"])
@public
def ask_for_link():
    form = LinkForm(prefix="link-")
    if not form.validate_on_submit():
        return _sign_in_page(SignInForm(formdata=None), form)
    with _same_pace():
        rates.count(_key("link", form.email.data), LINKS_PER_QUARTER_HOUR)
        person = Person.by_address(form.email.data)
        if person and person.may_sign_in:
            minutes = timedelta(minutes=_security().link_minutes)
            operations.request_sign_in_link(person, lasts=minutes, by=person)
    return redirect(url_for("people.link_sent"), 303)


@bp.route("/signin/sent")
@public
def link_sent():
    return render_template("people/link_sent.html", minutes=_security().link_minutes)


@bp.route("/signin/link/<token>", methods=["GET", "POST"])
@public
def sign_in_by_link(token: str):
    """The letter's link shows a button: programs that open links in mail do not use it up."""
    try:
        link, person = _link_and_person(token, SIGN_IN)
        form = ConfirmForm()
        if form.validate_on_submit():
            sessions.begin(operations.use_sign_in_link(link, by=person))
            return redirect(url_for("home.front"), 303)
    except Refusal as refusal:
        return _link_ended(refusal)
    return render_template("people/sign_in_by_link.html", form=form)


@bp.route("/invitation/<token>", methods=["GET", "POST"])
@public
def invitation(token: str):
    try:
        link, person = _link_and_person(token, INVITATION)
    except Refusal as refusal:
        return _link_ended(refusal)
    form = AcceptForm(name=person.name, language=language().tag)
    if form.carry_out(lambda: operations.accept_invitation(link, **_accepted(form), by=person)):
        sessions.begin(person)
        pages.notice(_("Welcome. You are signed in."))
        return redirect(url_for("home.front"), 303)
    return render_template("people/accept_invitation.html", form=form, person=person)


@bp.route("/sign-out", methods=["POST"])
@public
def sign_out():
    sessions.end()
    pages.notice(_("You are signed out."))
    return redirect(url_for("people.sign_in"), 303)


def _sign_in_page(form: SignInForm, link_form: LinkForm):
    return render_template("people/sign_in.html", form=form, link_form=link_form)


def _recognised(email: str, password: str) -> Person | None:
    """The person with this address and password; both kinds of no take equally long."""
    key = _key("sign-in", email)
    rates.count(key, _security().attempts_per_quarter_hour)
    person = Person.by_address(email)
    kept = person.password_hash if person else None
    if not passwords.matches(kept, password) or person is None or not person.may_sign_in:
        return None
    rates.forget(key)
    return person


def _wanted_page() -> str:
    """Where the person was going, if that is a page of ours; else the first page."""
    wanted = request.args.get("next", "")
    is_ours = wanted.startswith("/") and not wanted.startswith("//") and not host_of(wanted)
    is_plain = "\\" not in wanted and wanted.isprintable()
    return wanted if is_ours and is_plain else url_for("home.front")


def _link_and_person(token: str, purpose: str) -> tuple[OneTimeLink, Person]:
    link = links.read(token, purpose)
    person = Person.get_or_none(Person.id == int(link.record_id))
    if person is None or not person.may_sign_in:
        raise Refusal(links.EXPIRED)
    return link, person


def _accepted(form: AcceptForm) -> dict[str, str]:
    return {name: form[name].data for name in ("name", "language", "password")}


def _link_ended(refusal: Refusal):
    return render_template("people/link_ended.html", refusal=refusal), 410


def _key(purpose: str, email: str) -> str:
    return current_app.config["KEYS"].keyed_hash(purpose, folded_address(email) or "")


def _security():
    return current_app.config["LIPNET"].security


@contextmanager
def _same_pace():
    """Answer after the same time whether or not a letter is written."""
    began = time.monotonic()
    yield
    time.sleep(max(0.0, ANSWER_AFTER - (time.monotonic() - began)))
