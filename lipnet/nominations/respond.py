"""The nominee's own page: reached by a one-time link, without account, cookie or script."""

from flask import Blueprint, render_template, request, url_for

from lipnet.core.i18n import language
from lipnet.core.multilingual import tell
from lipnet.core.refusals import Refusal
from lipnet.core.web import public_without_cookie
from lipnet.nominations import operations
from lipnet.nominations.access import nomination_to_answer, second_to_answer
from lipnet.nominations.accompanying_pages import address_of
from lipnet.nominations.consenting import LARGEST, AnswerForm, brought_in
from lipnet.nominations.documents import CallDocument
from lipnet.nominations.models import LONGEST_STATEMENT
from lipnet.nominations.over import link_is_over

bp = Blueprint("nominations_public", __name__)


@bp.route("/nominations/consent/<token>", methods=["GET", "POST"])
@public_without_cookie
def consent(token: str):
    """Looking changes nothing (mail programs look, too); only a button answers."""
    try:
        link, nomination = nomination_to_answer(token)
    except Refusal:
        return link_is_over(token, AnswerForm)
    request.max_content_length = LARGEST
    form = AnswerForm(obj=nomination)  # who wrote too late may have said something before
    if request.form.get("answer") in ("accept", "decline"):
        try:
            return _answered(link, nomination, form)
        except Refusal as refusal:
            form.refuse(refusal)
    return render_template(
        "nominations/consent.html",
        form=form,
        nomination=nomination,
        link=link,
        text=tell(nomination.call.text),
        documents=CallDocument.of(nomination.call),
        token=token,
        most=LONGEST_STATEMENT,
    )


@bp.route("/nominations/second/<token>", methods=["GET", "POST"])
@public_without_cookie
def second(token: str):
    """The seconder's page: who stands for what, and yes or no."""
    try:
        link, asked = second_to_answer(token)
        if request.form.get("answer") in ("second", "decline"):
            return _seconded(link, asked)
    except Refusal:
        return link_is_over(token)
    return render_template(
        "nominations/second.html",
        second=asked,
        organisation=asked.organisation.name,
        action=url_for("nominations_public.second", token=token, lang=language().tag),
        link=link,
    )


def _seconded(link, asked) -> str:
    if request.form["answer"] == "second":
        answered = operations.second_nomination(link, by=asked.person)
    else:
        answered = operations.decline_to_second(link, by=asked.person)
    return render_template("nominations/second_thanks.html", second=answered)


def _answered(link, nomination, form: AnswerForm) -> str:
    if request.form["answer"] == "decline":
        operations.decline_nomination(link, by=nomination.nominee)
    else:
        operations.accept_nomination(
            link, said=form.said, file=brought_in(form), by=nomination.nominee
        )
    answered = type(nomination).get_by_id(nomination.id)
    return render_template(
        "nominations/consent_thanks.html", nomination=answered, page=address_of(answered)
    )
