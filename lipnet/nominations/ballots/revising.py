"""What was said of a ballot when it was prepared, changed before it opens."""

from flask import redirect, render_template, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.nominations.access import Can
from lipnet.nominations.ballots import operations
from lipnet.nominations.ballots.access import ballot_to_manage
from lipnet.nominations.ballots.forms import BallotForm
from lipnet.nominations.ballots.lots import LotDrawer
from lipnet.nominations.ballots.models import Ballot, Scrutineer
from lipnet.nominations.manage import bp


@bp.route("/nominations/ballots/<int:ballot_id>/terms", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def revise_ballot(ballot_id: int):
    ballot = ballot_to_manage(ballot_id)
    if not ballot.is_draft:
        raise NotFound
    form = _form(ballot)
    if form.carry_out(
        lambda: operations.revise_ballot(ballot, **{"seats": ballot.seats, **form.terms}, by=me())
    ):
        pages.notice(_("Saved."))
        return redirect(url_for("nominations.ballot", ballot_id=ballot.id), 303)
    return render_template(
        "nominations/ballots/prepare.html",
        form=form,
        heading=_("Change this ballot"),
        label=_("Save"),
        contest=ballot.contest,
        back=url_for("nominations.ballot", ballot_id=ballot.id),
        back_title=_("Secret ballot"),
    )


def _form(ballot: Ballot) -> BallotForm:
    """As it stands. The seats of a contest are all filled by its ballot."""
    first, second = (str(row.person_id) for row in ballot.scrutineers.order_by(Scrutineer.id))
    drawer = LotDrawer.of(ballot)
    form = BallotForm(
        obj=ballot, first=first, second=second, drawer=str(drawer.id) if drawer else ""
    )
    if ballot.contest:
        del form.seats
    form.offer_people()
    return form
