"""The workshop by an e-mailed link: one language of one survey, without account or cookie.

The token in the address is the key, as on the pages of nominees; nothing else of the survey can
be reached from here: no answers, no other language than the source.
"""

from collections.abc import Callable
from functools import wraps

from flask import Blueprint, render_template, request

from lipnet.core.refusals import Refusal
from lipnet.core.web import public_without_cookie
from lipnet.surveys.workshop import bringing, showing
from lipnet.surveys.workshop.access import door_behind
from lipnet.surveys.workshop.forms import SignByLinkForm
from lipnet.surveys.workshop.hands import Guest
from lipnet.surveys.workshop.ways import LinkWays

bp = Blueprint("workshop_public", __name__)


def by_token(view: Callable) -> Callable:
    """Gives the view the ways of the door behind the token, or says that the link is over."""

    @wraps(view)
    def opened(token: str, **places):
        try:
            door = door_behind(token)
        except Refusal:
            return render_template("surveys/workshop/link_over.html"), 410
        return view(LinkWays(token, door), **places)

    return public_without_cookie(opened)


@bp.route("/translate/<token>", methods=["GET", "POST"])
@by_token
def language(ways: LinkWays):
    return showing.desk_page(ways, Guest.of(ways.door))


@bp.post("/translate/<token>/one")
@by_token
def one(ways: LinkWays):
    return showing.one_saved(ways, Guest.of(ways.door))


@bp.get("/translate/<token>/preview")
@by_token
def preview(ways: LinkWays):
    return showing.preview_page(ways)


@bp.get("/translate/<token>/file.<kind>")
@by_token
def file(ways: LinkWays, kind: str):
    return showing.file_out(ways, kind)


@bp.route("/translate/<token>/file", methods=["GET", "POST"])
@by_token
def bring(ways: LinkWays):
    return bringing.bring_page(ways, Guest.of(ways.door), request.form)


@bp.route("/translate/<token>/signing", methods=["GET", "POST"])
@by_token
def sign(ways: LinkWays):
    """A reader says herself who she is, and for whom she reads."""
    door = ways.door
    form = SignByLinkForm(data={"name": door.name, "organisation": door.organisation})

    def reader(form: SignByLinkForm) -> Guest:
        return Guest(form.name.data or "", form.organisation.data or "", reads=True)

    return showing.sign_page(ways, form, reader)
