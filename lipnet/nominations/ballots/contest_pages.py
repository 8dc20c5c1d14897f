"""Contests of a call as its coordinator prepares and decides them, one for each group of seats."""

from collections.abc import Callable

from flask import redirect, render_template, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.nominations.access import Can, call_to_manage
from lipnet.nominations.ballots import operations
from lipnet.nominations.ballots.contests import (
    Contest,
    drafts_of,
    kinds_of,
    may_be_divided,
    may_move_seats,
    nowhere,
    overview,
    proposed_kind,
)
from lipnet.nominations.ballots.forms import BallotForm, DivisionForm, moving_form, placing_form
from lipnet.nominations.ballots.manage import usual_last_day
from lipnet.nominations.ballots.places import GROUP_NAMES
from lipnet.nominations.ballots.settling import elected_nobody
from lipnet.nominations.forms import ConfirmForm, acclaim_form
from lipnet.nominations.manage import bp, usual_term
from lipnet.nominations.models import Call


@bp.route("/nominations/calls/<int:call_id>/division", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def divide_seats(call_id: int):
    call = call_to_manage(call_id)
    if not may_be_divided(call):
        raise NotFound
    form = DivisionForm()
    if form.validate_on_submit() and form.how.data == "together":
        together = url_for("nominations.prepare_ballot", call_id=call.id, together=1)
        return redirect(together, 303)
    if form.carry_out(lambda: operations.divide_seats(call, by=me())):
        return redirect(url_for("nominations.contests", call_id=call.id), 303)
    return render_template(
        "nominations/contests/divide.html", form=form, call=call, groups=_groups(call)
    )


@bp.route("/nominations/calls/<int:call_id>/contests", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def contests(call_id: int):
    """All contests, and who stands in which."""
    call = _divided(call_id)
    form = placing_form(call)
    if form.carry_out(lambda: _placed(call, form)):
        pages.notice(_("Saved."))
        return redirect(url_for("nominations.contests", call_id=call.id), 303)
    found = overview(call)
    return render_template(
        "nominations/contests/contests.html",
        call=call,
        contests=found,
        form=form,
        nowhere=nowhere(call),
        fruitless={each.contest.id for each in found if elected_nobody(each.contest)},
        to_prepare=any(each.wants_ballot for each in found),
        to_choose=any(len(select.choices) > 1 for _candidate, select in form.rows),
        to_open=bool(drafts_of(call)),
        may_join=not any(each.contest.is_fixed for each in found),
        may_move=may_move_seats(call),
    )


@bp.route("/nominations/calls/<int:call_id>/contests/seats", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def move_seats(call_id: int):
    call = _divided(call_id)
    if not may_move_seats(call):
        raise NotFound
    form = moving_form(call)
    if form.carry_out(lambda: operations.move_seats(call, form.chosen, by=me())):
        pages.notice(_("Saved."))
        return redirect(url_for("nominations.contests", call_id=call.id), 303)
    return render_template("nominations/contests/seats.html", call=call, form=form)


@bp.post("/nominations/calls/<int:call_id>/contests/together")
@requires(Can.MANAGE_CALLS)
def undivide_seats(call_id: int):
    call = _divided(call_id)
    operations.undivide_seats(call, by=me())
    pages.notice(_("All seats are voted on together again."))
    return redirect(url_for("nominations.call", call_id=call.id), 303)


@bp.route("/nominations/calls/<int:call_id>/contests/ballots", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def prepare_contests(call_id: int):
    """The same terms for all contests that need a vote; each can be changed afterwards."""
    call = _divided(call_id)
    form = _ballot_form()
    made = form.carry_out(lambda: operations.prepare_contests(call, **form.terms, by=me()))
    if made:
        pages.notice(_("The ballots are prepared. Now put those who may vote on the roll."))
        return redirect(url_for("nominations.roll", ballot_id=made[0].id), 303)
    return _prepare(form, call, [each.contest for each in overview(call) if each.wants_ballot])


@bp.route("/nominations/calls/<int:call_id>/contests/opening", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def open_contests(call_id: int):
    call = _divided(call_id)
    return _once_confirmed(
        call,
        lambda: operations.open_contests(call, by=me()),
        done=_("The ballots are open, and letters with the voting links are on their way."),
        heading=_("Open these ballots?"),
        text=_(
            "From now on neither the rolls nor the candidates change. Whoever may vote in several "
            "contests gets one letter with a link for each. Nobody, nor you, sees anything of the "
            "results before the counts."
        ),
        label=_("Open the ballots"),
    )


@bp.route("/nominations/contests/<int:contest_id>/ballot", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def prepare_contest(contest_id: int):
    contest = _to_manage(contest_id)
    if contest.ballot_id or contest.decided_on:
        raise NotFound
    form, seats = _ballot_form(), len(contest.seats)
    made = form.carry_out(
        lambda: operations.prepare_ballot(
            contest.call, contest=contest, seats=seats, **form.terms, by=me()
        )
    )
    if made:
        return redirect(url_for("nominations.roll", ballot_id=made.id), 303)
    return _prepare(form, contest.call, [contest])


@bp.route("/nominations/contests/<int:contest_id>/acclamation", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def acclaim_contest(contest_id: int):
    contest = _to_manage(contest_id)
    if contest.ballot_id or contest.decided_on or contest.needs_vote:
        raise NotFound
    back = url_for("nominations.contests", call_id=contest.call_id)
    form = acclaim_form(
        contest.call, contest.candidates, contest.seats, **usual_term(contest.call, contest.seats)
    )
    if form.carry_out(
        lambda: operations.acclaim_contest(
            contest, form.chosen, from_on=form.from_on.data, to_on=form.to_on.data, by=me()
        )
    ):
        pages.notice(_("The acclamation is recorded, and letters are on their way."))
        return redirect(back, 303)
    return render_template(
        "nominations/ballots/appoint.html",
        form=form,
        heading=_("Record the acclamation"),
        lede=_(
            "%(group)s: no more people stand than there are seats. They are appointed by "
            "acclamation, without a vote.",
            group=contest.name,
        ),
        back=back,
        back_title=_("Contests"),
    )


@bp.route("/nominations/contests/<int:contest_id>/vacancy", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def leave_vacant(contest_id: int):
    contest = _to_manage(contest_id)
    return _once_confirmed(
        contest.call,
        lambda: operations.leave_vacant(contest, by=me()),
        done=_("The contest is over, and its seats stay vacant."),
        heading=_("Leave these seats vacant?"),
        text=_(
            "This contest is over: %(group)s. Its seats stay vacant, and you can write a new call "
            "for them.",
            group=contest.name,
        ),
        label=_("Leave the seats vacant"),
    )


def _divided(call_id: int) -> Call:
    call = call_to_manage(call_id)
    if not call.contests.exists():
        raise NotFound
    return call


def _to_manage(contest_id: int) -> Contest:
    contest = Contest.get_or_none(Contest.id == contest_id)
    if contest is None:
        raise NotFound
    call_to_manage(contest.call_id)
    return contest


def _groups(call: Call) -> list[tuple[str, list, list]]:
    """(name, seats, who would stand there) of each contest there would be; last, who would stand
    nowhere yet."""
    kinds = kinds_of(call)
    proposed = {row: proposed_kind(row, kinds) for row in call.candidates}
    return [
        (GROUP_NAMES[kind], [row.seat for row in seats], _in(kind, proposed))
        for kind, seats in kinds.items()
    ] + ([(_("Not said yet"), [], rest)] if (rest := _in(None, proposed)) else [])


def _in(kind: str | None, proposed: dict) -> list[str]:
    return [row.nominee.name for row, where in proposed.items() if where == kind]


def _placed(call: Call, form) -> bool:
    operations.place_candidates(call, form.chosen, by=me())
    return True


def _ballot_form() -> BallotForm:
    form = BallotForm(closes_on=usual_last_day())
    del form.seats
    form.offer_people()
    return form


def _prepare(form: BallotForm, call: Call, wanting: list[Contest]) -> str:
    return render_template(
        "nominations/ballots/prepare.html",
        form=form,
        heading=_("Prepare the ballots of the contests"),
        contests=wanting,
        label=_("Prepare the ballots") if len(wanting) > 1 else "",
        back=url_for("nominations.contests", call_id=call.id),
        back_title=_("Contests"),
    )


def _once_confirmed(call: Call, act: Callable, *, done: str, heading: str, text: str, label: str):
    back = url_for("nominations.contests", call_id=call.id)
    if ConfirmForm().validate_on_submit():
        act()
        pages.notice(done)
        return redirect(back, 303)
    return render_template(
        "nominations/confirm.html", call=call, heading=heading, text=text, label=label, back=back
    )
