"""Leaving an address for one letter a year, saying yes to it, and having it erased.

No page here reads or sets a cookie, and none leaves a line in the log.
"""

from flask import current_app, redirect, render_template, request, url_for

from lipnet.core import clock, rates
from lipnet.core.refusals import Refusal
from lipnet.core.web import public_without_cookie
from lipnet.reports.keeping_in_touch import operations, sealing
from lipnet.reports.keeping_in_touch.models import YEARS_KEPT, KeptAddress
from lipnet.reports.keeping_in_touch.public_forms import AddressForm
from lipnet.reports.respond import bp, check_language

ADDRESSES_PER_QUARTER_HOUR = 60  # of everybody together: visitors are not told apart


@bp.route("/told/<lang>/letters", methods=["GET", "POST"])
@public_without_cookie
def told_letters(lang):
    check_language(lang)
    form = AddressForm(language=lang)
    status = 200
    if request.method == "POST" and form.validate():
        try:
            _leave(form)
            return redirect(url_for(".told_letters_thanks", lang=lang), 303)
        except Refusal as refusal:
            form.refuse(refusal)
            status = 429 if isinstance(refusal, rates.TooMany) else 422
    page = render_template("reports/told_letters.html", form=form, years_kept=YEARS_KEPT)
    return page, 422 if form.errors and status == 200 else status


@bp.get("/told/<lang>/letters/thanks")
@public_without_cookie
def told_letters_thanks(lang):
    """The same for everybody, whether the address was known or not."""
    check_language(lang)
    return render_template("reports/told_letters_thanks.html")


@bp.route("/told/<lang>/letters/<token>", methods=["GET", "POST"])
@public_without_cookie
def told_letters_door(lang, token):
    """Looking changes nothing (mail programs look, too); only a button does.

    What mail programs send when their own button is pressed (RFC 8058) names no act: no letters.
    """
    check_language(lang)
    if request.method == "GET":
        return _door(_known(token), token)
    if request.form.get("act") == "yes":
        return _door("confirmed" if operations.confirm_address(token) else "", token, told=True)
    operations.forget_by_door(token)
    return _door("erased", token)


def _leave(form: AddressForm) -> None:
    keys = current_app.config["KEYS"]
    rates.count(keys.keyed_hash("attempts", "yearly-letters"), ADDRESSES_PER_QUARTER_HOUR)
    operations.leave_address(form.email.data, form.language.data)


def _known(token: str) -> str:
    row = KeptAddress.get_or_none(KeptAddress.door == sealing.hash_of(token))
    if row is None or row.until < clock.today():
        return ""
    return "confirmed" if row.confirmed else "asked"


def _door(state: str, token: str, *, told: bool = False):
    page = render_template("reports/told_letters_door.html", state=state, token=token, told=told)
    return page, 200 if state else 410
