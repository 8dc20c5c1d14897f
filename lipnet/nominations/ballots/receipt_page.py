"""Where a receipt is checked after the count: without the voter's link, so they never meet."""

from flask import current_app, render_template, request
from wtforms import StringField

from lipnet.core import forms, rates
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import public_without_cookie
from lipnet.nominations.ballots import receipts
from lipnet.nominations.ballots.models import Ballot
from lipnet.nominations.respond import bp

CHECKS_PER_QUARTER_HOUR = 60


class ReceiptForm(forms.Form):
    class Meta(forms.Form.Meta):
        csrf = False

    receipt = StringField(lazy("The receipt"), render_kw={"maxlength": 100})


@bp.route("/vote/receipts/<int:ballot_id>", methods=["GET", "POST"])
@public_without_cookie
def check_receipt(ballot_id: int):
    ballot = Ballot.get_or_none(Ballot.id == ballot_id)
    if ballot is None or not ballot.receipts or not ballot.count:
        raise NotFound
    form, counted, status = ReceiptForm(), None, 200
    if request.method == "POST":
        try:
            _count_attempt(ballot)
            counted = receipts.was_counted(ballot, form.receipt.data or "")
        except Refusal as refusal:
            form.receipt.errors = [str(refusal.reason)]
            status = 429 if isinstance(refusal, rates.TooMany) else 422
    page = render_template(
        "nominations/ballots/vote_receipt.html",
        form=form,
        ballot=ballot,
        counted=counted,
        scrutineers=[row.person.name for row in ballot.scrutineers],
    )
    return page, status


def _count_attempt(ballot: Ballot) -> None:
    """Per ballot and never per visitor: we do not know one visitor from another."""
    key = current_app.config["KEYS"].keyed_hash("attempts", f"receipt:{ballot.id}")
    rates.count(key, CHECKS_PER_QUARTER_HOUR)
