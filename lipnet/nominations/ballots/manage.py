"""A ballot as members and coordinators see it: prepared, opened, counted, its outcome."""

from datetime import date

from flask import Response, redirect, render_template, request, url_for

from lipnet.core import clock, pages
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.nominations.access import Can, call_to_manage
from lipnet.nominations.ballots import ledger, operations, outcomes, telling
from lipnet.nominations.ballots.access import (
    ballot_to_manage,
    ballot_to_see,
    scrutineer_of,
)
from lipnet.nominations.ballots.contests import may_be_divided
from lipnet.nominations.ballots.forgetting import count_and_forget
from lipnet.nominations.ballots.forms import BallotForm, SignForm
from lipnet.nominations.ballots.lots import LotDrawer
from lipnet.nominations.ballots.models import Ballot, BallotCount, RollEntry
from lipnet.nominations.ballots.opening import LEAST_ROLL
from lipnet.nominations.ballots.places import places_of
from lipnet.nominations.forms import ConfirmForm, acclaim_form
from lipnet.nominations.manage import USUAL_LENGTH, bp, usual_term


@bp.route("/nominations/calls/<int:call_id>/ballot", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def prepare_ballot(call_id: int):
    """One for all seats; seats of several kinds can be divided first."""
    call = call_to_manage(call_id)
    if not request.args.get("together") and may_be_divided(call):
        return redirect(url_for("nominations.divide_seats", call_id=call.id), 303)
    if call.contests.exists():
        return redirect(url_for("nominations.contests", call_id=call.id), 303)
    form = BallotForm(seats=len(call.seats), closes_on=usual_last_day())
    form.offer_people()
    if made := form.carry_out(lambda: operations.prepare_ballot(call, **form.terms, by=me())):
        return redirect(url_for("nominations.roll", ballot_id=made.id), 303)
    return render_template(
        "nominations/ballots/prepare.html",
        form=form,
        heading=_("Prepare a secret ballot"),
        back=url_for("nominations.call", call_id=call.id),
        back_title=call.title,
    )


@bp.route("/nominations/ballots/<int:ballot_id>")
@requires(Can.SEE_CALLS)
def ballot(ballot_id: int):
    found = ballot_to_see(ballot_id)
    scrutineer = scrutineer_of(found, me())
    return render_template(
        "nominations/ballots/ballot.html",
        ballot=found,
        my_link=_my_link(found),
        **_outcome(found),
        scrutineer=scrutineer,
        places=places_of(found),
        file=_file(found, scrutineer),
        contest=found.contest,
        least_roll=LEAST_ROLL,
        may_appoint=_may_appoint(found),
        may={"manage": may(me(), Can.MANAGE_CALLS)},
    )


@bp.route("/nominations/ballots/<int:ballot_id>/opening", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def open_ballot(ballot_id: int):
    found = ballot_to_manage(ballot_id)
    return _once_confirmed(
        found,
        lambda: operations.open_ballot(found, by=me()),
        done=_("The ballot is open, and letters with the voting links are on their way."),
        heading=_("Open this ballot?"),
        text=_(
            "From now on neither the roll nor the candidates change. Everybody on the roll may "
            "vote until the end of %(day)s. Nobody, nor you, sees anything of the result before "
            "the count.",
            day=format_day(found.closes_on),
        ),
        label=_("Open the ballot"),
    )


@bp.post("/nominations/ballots/<int:ballot_id>/giving-up")
@requires(Can.MANAGE_CALLS)
def give_up_ballot(ballot_id: int):
    found = ballot_to_manage(ballot_id)
    operations.give_up_ballot(found, by=me())
    return redirect(url_for("nominations.call", call_id=found.call_id), 303)


@bp.route("/nominations/ballots/<int:ballot_id>/count", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def count_ballot(ballot_id: int):
    found = ballot_to_manage(ballot_id)
    return _once_confirmed(
        found,
        lambda: count_and_forget(found, by=me()),
        done=_("The ballot is counted."),
        heading=_("Count this ballot?"),
        text=_(
            "It is counted once. Who voted and what was voted are parted for good, and the outcome "
            "is shown to everybody who could vote. If you do nothing, it is counted by itself "
            "after its last day."
        ),
        label=_("Count the ballot"),
    )


@bp.get("/nominations/ballots/<int:ballot_id>/ballots.blt")
@requires(Can.SEE_CALLS)
def ballot_file(ballot_id: int):
    """For the scrutineers; for everybody where enough people voted."""
    found = ballot_to_see(ballot_id)
    if not found.count or not (found.count.is_published or scrutineer_of(found, me())):
        raise NotFound
    return ballot_file_of(found.count)


@bp.route("/nominations/ballots/<int:ballot_id>/signature", methods=["GET", "POST"])
@requires(Can.SEE_CALLS)
def sign_recount(ballot_id: int):
    found = ballot_to_see(ballot_id)
    scrutineer = scrutineer_of(found, me())
    if scrutineer is None or not found.count:
        raise NotFound
    form = SignForm()
    if form.carry_out(lambda: operations.sign_recount(scrutineer, **_signed(form), by=me())):
        pages.notice(_("Thank you. Your signature stands with the outcome."))
        return redirect(url_for("nominations.ballot", ballot_id=found.id), 303)
    return render_template("nominations/ballots/sign.html", form=form, ballot=found)


@bp.route("/nominations/ballots/<int:ballot_id>/appointment", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def appoint_elected(ballot_id: int):
    found = ballot_to_manage(ballot_id)
    if not found.count:
        raise NotFound
    seats = found.seats_to_fill
    form = acclaim_form(found.call, outcomes.elected(found), seats, **usual_term(found.call, seats))
    if form.carry_out(
        lambda: operations.appoint_elected(
            found, form.chosen, from_on=form.from_on.data, to_on=form.to_on.data, by=me()
        )
    ):
        pages.notice(_("Those elected are appointed, and letters are on their way."))
        return redirect(url_for("nominations.call", call_id=found.call_id), 303)
    return render_template(
        "nominations/ballots/appoint.html",
        form=form,
        heading=_("Appoint those elected"),
        back=url_for("nominations.ballot", ballot_id=found.id),
        back_title=_("Secret ballot"),
    )


def ballot_file_of(count: BallotCount) -> Response:
    content = outcomes.file_of(outcomes.contest_of(count.ballot, count.withdrawn))
    name = {"Content-Disposition": f'attachment; filename="ballot-{count.ballot_id}.blt"'}
    return Response(content, mimetype="text/plain", headers=name)


def _once_confirmed(found: Ballot, act, *, done: str, heading: str, text: str, label: str):
    back = url_for("nominations.ballot", ballot_id=found.id)
    if ConfirmForm().validate_on_submit():
        act()
        pages.notice(done)
        return redirect(back, 303)
    return render_template(
        "nominations/confirm.html",
        call=found.call, heading=heading, text=text, label=label, back=back,
    )  # fmt: skip


def usual_last_day() -> date:
    return clock.today() + USUAL_LENGTH / 2


def _may_appoint(found: Ballot) -> bool:
    contest = found.contest
    open_still = contest.decided_on is None if contest else not found.call.is_decided
    return bool(open_still and found.count and outcomes.elected(found))


def _signed(form: SignForm) -> dict:
    return {"agrees": form.agrees.data == "yes", "remark": form.remark.data or ""}


def _outcome(found: Ballot) -> dict:
    """The outcome of a counted ballot, or the lot it waits for."""
    count = found.count
    awaited = telling.awaited(count) if count else None
    told = telling.told(count) if count and not awaited else None
    drawer = LotDrawer.of(found)
    may_draw = awaited and (me() == drawer or may(me(), Can.MANAGE_CALLS))
    return {"told": told, "awaited": awaited, "drawer": drawer, "may_draw": may_draw}


def _file(found: Ballot, scrutineer) -> str:
    """Where the reader may fetch the ballots; nowhere before the count."""
    if found.count and (scrutineer or found.count.is_published):
        return url_for("nominations.ballot_file", ballot_id=found.id)
    return ""


def _my_link(found: Ballot) -> str:
    """Where the reader votes; a plain address, so that pressing it leaves no line in the log."""
    mine = RollEntry.get_or_none((RollEntry.ballot == found) & (RollEntry.person == me()))
    if mine is None or mine.link_seed is None:
        return ""
    return url_for("nominations_public.vote", token=ledger.token_of(mine))
