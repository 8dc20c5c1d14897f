"""Votes on paper: keyed by one person, and then alike by another."""

from flask import redirect, render_template, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.nominations.access import Can
from lipnet.nominations.ballots import operations
from lipnet.nominations.ballots.access import ballot_to_key, entry_to_manage, paper_to_manage
from lipnet.nominations.ballots.forms import PaperForm
from lipnet.nominations.ballots.models import PaperBallot
from lipnet.nominations.ballots.voting_form import voting_form
from lipnet.nominations.manage import bp


@bp.get("/nominations/ballots/<int:ballot_id>/roll/<int:entry_id>/paper")
@requires(Can.MANAGE_CALLS)
def paper_of(ballot_id: int, entry_id: int):
    """Somebody hands in a paper, or it was noted beside the wrong name. Whether one is noted is not
    shown, as nobody is shown who has voted."""
    entry = entry_to_manage(ballot_id, entry_id)
    if entry.ballot.is_draft or entry.ballot.count:
        raise NotFound
    return render_template("nominations/ballots/paper.html", ballot=entry.ballot, entry=entry)


@bp.route("/nominations/ballots/<int:ballot_id>/papers", methods=["GET", "POST"])
@requires(Can.SEE_CALLS)
def papers(ballot_id: int):
    """What was keyed is not shown again, so that the second person reads the paper herself."""
    ballot = ballot_to_key(ballot_id)
    form = voting_form(ballot, PaperForm)
    if form.carry_out(
        lambda: operations.key_paper(ballot, form.number.data, form.ranking(), by=me())
    ):
        pages.notice(_("Paper %(number)s is keyed.", number=form.number.data))
        return redirect(url_for("nominations.papers", ballot_id=ballot.id), 303)
    rows = list(ballot.papers.order_by(PaperBallot.number))
    return render_template("nominations/ballots/papers.html", ballot=ballot, form=form, rows=rows)


@bp.post("/nominations/ballots/<int:ballot_id>/papers/<int:paper_id>/anew")
@requires(Can.SEE_CALLS)
def drop_paper(ballot_id: int, paper_id: int):
    operations.drop_paper(paper_to_manage(ballot_id, paper_id), by=me())
    return redirect(url_for("nominations.papers", ballot_id=ballot_id), 303)
