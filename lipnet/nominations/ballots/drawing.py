"""A lot that was drawn by hand is written down by its drawer, or by a coordinator."""

from flask import redirect, render_template, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound
from lipnet.core.web import may_change, me, requires
from lipnet.nominations.access import Can
from lipnet.nominations.ballots import operations, telling
from lipnet.nominations.ballots.access import ballot_to_see
from lipnet.nominations.ballots.forms import LotForm
from lipnet.nominations.ballots.lots import LotDrawer
from lipnet.nominations.ballots.models import Ballot
from lipnet.nominations.manage import bp


@bp.route("/nominations/ballots/<int:ballot_id>/lot", methods=["GET", "POST"])
@requires(Can.SEE_CALLS)
def draw_lot(ballot_id: int):
    ballot = _ballot_to_draw(ballot_id)
    awaited = telling.awaited(ballot.count) if ballot.count else None
    if awaited is None:
        raise NotFound
    form = LotForm()
    form.drawn.choices = [*awaited.among.items()]
    if form.carry_out(lambda: operations.draw_lot(ballot, form.drawn.data, by=me())):
        pages.notice(_("The lot is written down, and the count has gone on."))
        return redirect(url_for("nominations.ballot", ballot_id=ballot.id), 303)
    return render_template(
        "nominations/ballots/lot.html", ballot=ballot, form=form, awaited=awaited
    )


def _ballot_to_draw(ballot_id: int) -> Ballot:
    ballot = ballot_to_see(ballot_id)
    if LotDrawer.of(ballot) != me():
        may_change(me(), Can.MANAGE_CALLS)
    return ballot
