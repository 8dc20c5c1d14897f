"""The page of who stands, or proposed somebody, without an account: asking others, withdrawing."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from lipnet.core import links, rates
from lipnet.core.i18n import language
from lipnet.core.refusals import Refusal
from lipnet.core.web import public_without_cookie
from lipnet.nominations import operations
from lipnet.nominations.accompanying import (
    NOMINEE,
    Accompanied,
    accompanied,
    has_asked_enough,
    may_be_withdrawn,
    open_link,
)
from lipnet.nominations.accompanying_forms import AskForm
from lipnet.nominations.counted_letters import count_letter, count_of_link
from lipnet.nominations.inviting import public_bp as bp
from lipnet.nominations.models import Nomination
from lipnet.nominations.over import link_is_over
from lipnet.nominations.propose import link_lasts
from lipnet.nominations.seconds import Second
from lipnet.people.models import Organisation


@bp.route("/calls/nominated/<token>", methods=["GET", "POST"])
@public_without_cookie
def accompany(token: str):
    """Who was asked to second, and asking somebody; looking changes nothing."""
    try:
        mine = accompanied(token)
    except Refusal:
        return link_is_over(token, AskForm)
    form = AskForm(language=language().tag)
    form.offer(mine.nomination)
    status = 200
    if request.method == "POST" and form.validate():
        try:
            return _asked(mine, form, token)
        except Refusal as refusal:
            form.refuse(refusal)
            status = 429 if isinstance(refusal, rates.TooMany) else 422
    return _page(mine, form, token), status


@bp.route("/calls/nominated/<token>/withdrawal", methods=["GET", "POST"])
@public_without_cookie
def withdraw(token: str):
    """The nominee's alone; only the button withdraws."""
    try:
        mine = accompanied(token)
        if not mine.is_nominee or not may_be_withdrawn(mine.nomination):
            return redirect(_address(token), 303)
        if request.method == "POST":
            operations.withdraw_nomination(mine.nomination, by=mine.person)
            return render_template("nominations/public_withdrawn.html", call=mine.nomination.call)
    except Refusal:
        return link_is_over(token)
    return render_template(
        "nominations/public_withdraw.html", nomination=mine.nomination, token=token
    )


def address_of(nomination: Nomination) -> str:
    """The page of who has just agreed to stand."""
    link = open_link(nomination, NOMINEE)
    return _address(links.signed(link)) if link else ""


def _address(token: str, **more) -> str:
    return url_for("calls_public.accompany", token=token, lang=language().tag, **more)


def _page(mine: Accompanied, form: AskForm, token: str) -> str:
    nomination = mine.nomination
    wanted, seconds = nomination.call.rules.seconders, _seconds_of(nomination)
    return render_template(
        "nominations/public_accompany.html",
        mine=mine,
        nomination=nomination,
        call=nomination.call,
        wanted=wanted,
        missing=max(wanted - len([row for row in seconds if row.confirmed_at]), 0),
        seconds=seconds,
        may_ask=not has_asked_enough(nomination),
        may_withdraw=mine.is_nominee and may_be_withdrawn(nomination),
        was_asked="asked" in request.args and request.method == "GET",
        form=form,
        token=token,
    )


def _seconds_of(nomination: Nomination) -> list[Second]:
    """Whoever was asked, with the organisation, in the order of asking."""
    rows = Second.select(Second, Organisation).join(Organisation)
    return list(rows.where(Second.nomination == nomination).order_by(Second.id))


def _asked(mine: Accompanied, form: AskForm, token: str) -> Response:
    count_of_link(mine.link.record_id)
    count_letter(form.email.data, mine.nomination.call)
    operations.ask_by_link(
        mine, form.asked, form.chosen_organisation, lasts=link_lasts(), by=mine.person
    )
    return redirect(_address(token, asked=1), 303)
