"""Nominating without an account: written on a public page, confirmed by a letter."""

from datetime import timedelta

from flask import current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from lipnet import languages
from lipnet.core import links, rates
from lipnet.core.events import THE_PROGRAM
from lipnet.core.i18n import language
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import public_without_cookie
from lipnet.nominations import operations
from lipnet.nominations.accompanying_pages import address_of
from lipnet.nominations.closing import until
from lipnet.nominations.consenting import LARGEST, AnswerForm, brought_in
from lipnet.nominations.counted_letters import count_letter
from lipnet.nominations.further import (
    invites_the_public,
    languages_of,
    open_instead,
    wanted_languages,
)
from lipnet.nominations.inviting import public_bp as bp
from lipnet.nominations.models import LONGEST_STATEMENT, Call, Nomination
from lipnet.nominations.over import link_is_over
from lipnet.nominations.proposals import PROPOSAL_PURPOSE, Proposal, to_confirm
from lipnet.nominations.public_forms import FORMS, PublicForm

LARGEST_WORDS = 1_000_000  # bytes, several times what every language at its longest takes


@bp.route("/calls/<int:call_id>/nominate/<whom>", methods=["GET", "POST"])
@public_without_cookie
def propose(call_id: int, whom: str):
    """What is sent to a call that closed meanwhile is shown once more, with what becomes of it."""
    call = _inviting_call(call_id)
    if whom not in FORMS:
        raise NotFound
    if (other := open_instead(call)) and request.method == "GET":
        return redirect(url_for("calls_public.invitation", call_id=other.id, lang=language().tag))
    request.max_content_length = LARGEST_WORDS
    form = FORMS[whom](nominee_language=language().tag)
    form.offer(call)
    status = 200
    knows_it_is_late = call.is_open or "late" in request.form
    if request.method == "POST" and knows_it_is_late and form.validate():
        try:
            return _sent(call, form)
        except Refusal as refusal:
            form.refuse(refusal)
            status = 429 if isinstance(refusal, rates.TooMany) else 422
    return _form_page(call, whom, form), status


@bp.route("/calls/<int:call_id>/nominate/sent")
@public_without_cookie
def sent(call_id: int):
    call = _inviting_call(call_id)
    return render_template("nominations/public_sent.html", call=call, until=until(call))


@bp.route("/calls/confirm/<token>", methods=["GET", "POST"])
@public_without_cookie
def confirm(token: str):
    """Looking changes nothing (mail programs look, too); only the button confirms. Who stands may
    say more of themselves here: what they could say as a nominee."""
    try:
        link = links.read(token, PROPOSAL_PURPOSE)
        proposal = to_confirm(link)
    except Refusal:
        return link_is_over(token, AnswerForm)
    request.max_content_length = LARGEST
    form = AnswerForm()
    if request.method == "POST":
        try:
            return _confirmed(link, proposal, form)
        except Refusal as refusal:
            form.refuse(refusal)
    return render_template(
        "nominations/public_confirm.html",
        proposal=proposal,
        call=proposal.call,
        token=token,
        form=form,
        most=LONGEST_STATEMENT,
    ), 409 if form.errors else 200


def _inviting_call(call_id: int) -> Call:
    call = Call.get_or_none(Call.id == call_id)
    if call is None or not invites_the_public(call):
        raise NotFound
    return call


def _form_page(call: Call, whom: str, form: PublicForm) -> str:
    return render_template(
        "nominations/public_propose.html",
        call=call,
        whom=whom,
        form=form,
        until=until(call),
        most=call.rules.statement_limit,
        wanted_languages=wanted_languages(call),
        interface_languages=[languages.get(tag) for tag in languages_of(call)],
    )


def _sent(call: Call, form: PublicForm) -> Response:
    """The same answer whoever has the address, and whoever is nominated."""
    count_letter(form.email.data, call)
    operations.propose(
        call,
        form.writer,
        form.nominee,
        statement=form.statement.data,
        seat=form.chosen_seat,
        by=THE_PROGRAM,
    )
    return redirect(url_for("calls_public.sent", call_id=call.id, lang=language().tag), 303)


def _confirmed(link: OneTimeLink, proposal: Proposal, form: AnswerForm) -> str:
    said = {"said": form.said, "file": brought_in(form)} if proposal.is_own else {}
    made = operations.confirm_proposal(link, **said, lasts=_lasts(), by=THE_PROGRAM)
    return _thanks(proposal, made)


def _thanks(proposal: Proposal, made: Nomination | Proposal | None) -> str:
    """What became of it; of somebody else it says the same, nominated or not."""
    if isinstance(made, Proposal):
        outcome = "kept"
    elif proposal.is_own:
        outcome = "stands" if made else "not_counted"
    else:
        outcome = "asked"
    return render_template(
        "nominations/public_thanks.html",
        outcome=outcome,
        proposal=proposal,
        call=proposal.call,
        until=until(proposal.call),
        page=address_of(made) if outcome == "stands" else "",
    )


def _lasts() -> timedelta:
    return timedelta(days=current_app.config["LIPNET"].security.invitation_days)
