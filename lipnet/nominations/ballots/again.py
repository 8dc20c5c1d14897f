"""A ballot whose votes were lost is held again, by a button and a new last day."""

from flask import redirect, render_template, url_for
from wtforms import DateField
from wtforms.validators import InputRequired

from lipnet.core import clock, pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.nominations.access import Can
from lipnet.nominations.ballots import operations
from lipnet.nominations.ballots.access import ballot_to_manage
from lipnet.nominations.manage import USUAL_LENGTH, bp


class AgainForm(Form):
    closes_on = DateField(lazy("Last day to vote"), [InputRequired()])


@bp.route("/nominations/ballots/<int:ballot_id>/again", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def hold_ballot_again(ballot_id: int):
    ballot = ballot_to_manage(ballot_id)
    if not ballot.votes_lost:
        raise NotFound
    form = AgainForm(closes_on=clock.today() + USUAL_LENGTH / 2)
    if form.carry_out(
        lambda: operations.hold_again(ballot, closes_on=form.closes_on.data, by=me())
    ):
        pages.notice(_("The ballot is open, and letters with the voting links are on their way."))
        return redirect(url_for("nominations.ballot", ballot_id=ballot.id), 303)
    return render_template("nominations/ballots/again.html", ballot=ballot, form=form)
