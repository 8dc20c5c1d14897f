"""A member votes by the link of the letter, without account or cookie."""

from flask import Blueprint, redirect, render_template, request, url_for

from lipnet.core.i18n import language
from lipnet.core.links import EXPIRED
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import public_without_cookie
from lipnet.meetings.agendas.proposal_pages import saved
from lipnet.meetings.evotes import operations, showing
from lipnet.meetings.evotes.doors import voter_by
from lipnet.meetings.evotes.models import papers_of

bp = Blueprint("evotes_public", __name__)


@bp.route("/between/<token>", methods=["GET", "POST"])
@public_without_cookie
def vote(token: str):
    """Looking changes nothing (mail programs look, too); only a button answers."""
    try:
        voter, person = voter_by(token)
    except Refusal as refusal:
        return _over(refusal)
    if request.method == "GET":
        return _page(token, voter, person)
    try:
        _answer(voter, person)
    except Refusal as refusal:
        return _page(token, voter, person, str(refusal.reason)), 409
    return redirect(url_for("evotes_public.vote", token=token, lang=language().tag), 303)


@bp.get("/between/<token>/papers/<int:paper_id>")
@public_without_cookie
def paper(token: str, paper_id: int):
    """Only a paper of the vote that the letter is about."""
    try:
        voter, _ = voter_by(token)
    except Refusal as refusal:
        return _over(refusal)
    found = next((one for one in papers_of(voter.evote) if one.id == paper_id), None)
    if found is None:
        raise NotFound
    return saved(found.file, found.file_name)


def _answer(voter, person) -> None:
    if remind := request.form.get("remind"):
        operations.choose_vote_reminder(voter, remind, by=person)
    else:
        operations.cast_vote(voter, request.form.get("choice", ""), by=person)


def _over(refusal: Refusal):
    """Why the link ended, if that is not merely its age."""
    why = "" if refusal.reason is EXPIRED else refusal.reason
    return render_template("meetings/evotes/public_over.html", why=why), 410


def _page(token: str, voter, person, refused: str = ""):
    return render_template(
        "meetings/evotes/public_vote.html",
        token=token,
        refused=refused,
        **showing.particulars(voter.evote, person),
        papers=[
            (url_for("evotes_public.paper", token=token, paper_id=one.id), one)
            for one in papers_of(voter.evote)
        ],
    )
