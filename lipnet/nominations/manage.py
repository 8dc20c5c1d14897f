"""Calls for nominations: who may stand for which seat, opened, closed and decided."""

from collections.abc import Callable
from datetime import date, timedelta

from flask import Blueprint, redirect, render_template, request, url_for

from lipnet import languages
from lipnet.core import clock, pages
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import tell
from lipnet.core.permissions import may
from lipnet.core.refusals import Refusal
from lipnet.core.web import me, requires
from lipnet.groups.models import Body, Seat, terms_on
from lipnet.groups.operations import NOMINATOR_NAMES
from lipnet.nominations import operations
from lipnet.nominations.access import (
    Can,
    body_to_fill,
    call_to_manage,
    call_to_see,
    may_see_call,
    nominations_seen,
)
from lipnet.nominations.closing import until
from lipnet.nominations.documents import CallDocument
from lipnet.nominations.drafts import NominationDraft
from lipnet.nominations.forms import CallForm, ConfirmForm, acclaim_form, call_form
from lipnet.nominations.further import FurtherRules
from lipnet.nominations.gathering import gather
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.nominators import may_put_forward, nominators_of
from lipnet.nominations.reviewing import reviewer_of
from lipnet.nominations.seating import fillable_seats, last_free_day

bp = Blueprint("nominations", __name__)

USUAL_LENGTH = timedelta(days=28)
USUAL_TERM_YEARS = 2


@bp.route("/nominations")
@requires(Can.SEE_CALLS)
def index():
    calls = [call for call in Call.newest_first() if may_see_call(me(), call)]
    return render_template(
        "nominations/index.html",
        open_calls=[call for call in calls if call.is_open],
        drafts=[call for call in calls if call.is_draft],
        closed=[call for call in calls if call.is_closed],
        mine=_mine(),
        mine_to_make=[each.id for each in calls if may_put_forward(each.body, me())],
        may=_may(),
    )


@bp.route("/nominations/calls/new")
@requires(Can.MANAGE_CALLS)
def choose_body():
    today = clock.today()
    bodies = [(body, len(fillable_seats(body, today))) for body in Body.standing()]
    return render_template("nominations/choose_body.html", bodies=bodies)


@bp.route("/nominations/calls/new/<slug>", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def new_call(slug: str):
    body = body_to_fill(slug)
    form = call_form(fillable_seats(body, clock.today()))
    if request.method == "GET":
        form.opens_on.data, form.closes_on.data = clock.today(), clock.today() + USUAL_LENGTH
        form.begin_with(request.args.get("seat", type=int))
    if call := form.carry_out(lambda: operations.write_call(body, **_particulars(form), by=me())):
        return redirect(url_for("nominations.call", call_id=call.id), 303)
    return render_template("nominations/edit_call.html", form=form, body=body, call=None)


@bp.route("/nominations/calls/<int:call_id>")
@requires(Can.SEE_CALLS)
def call(call_id: int):
    found = gather(call_to_see(call_id))
    shown = nominations_seen(me(), found)
    return render_template(
        "nominations/call.html",
        call=found,
        text=tell(found.text),
        documents=CallDocument.of(found),
        languages=[languages.get(tag) for tag in FurtherRules.of(found).languages],
        until=until(found),
        shown=shown,
        filled=_filled(found),
        reviewer=reviewer_of(found, me()),
        mine=[row for row in shown if me().id in (row.nominee_id, row.nominator_id)],
        begun=[draft for draft in NominationDraft.of(me()) if draft.call_id == found.id],
        wanted=NOMINATOR_NAMES[nominators_of(found.body)],
        may=_may() | {"put_forward": may_put_forward(found.body, me())},
    )


@bp.route("/nominations/calls/<int:call_id>/edit", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def edit_call(call_id: int):
    found = call_to_manage(call_id)
    if not found.is_draft:
        raise Refusal(_("This call has been opened. It does not change any more."))
    form = call_form(fillable_seats(found.body, clock.today()), found)
    if form.carry_out(lambda: operations.rewrite_call(found, **_particulars(form), by=me())):
        pages.notice(_("Saved."))
        return redirect(url_for("nominations.call", call_id=found.id), 303)
    return render_template("nominations/edit_call.html", form=form, body=found.body, call=found)


@bp.route("/nominations/calls/<int:call_id>/opening", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def opening(call_id: int):
    found = call_to_manage(call_id)
    return _once_confirmed(
        found,
        lambda: operations.open_call(found, by=me()),
        done=_("The call is open."),
        heading=_("Open this call?"),
        text=_(
            "From now on members may nominate people, until %(until)s. An open call does not "
            "change any more.",
            until=until(found),
        ),
        label=_("Open the call"),
    )


@bp.route("/nominations/calls/<int:call_id>/closing", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def closing(call_id: int):
    found = call_to_manage(call_id)
    return _once_confirmed(
        found,
        lambda: operations.close_call(found, by=me()),
        done=_("The call is closed."),
        heading=_("Close this call?"),
        text=_(
            "Nobody can be nominated any more. Who was nominated before can still answer. If you "
            "do nothing, the call stays open until %(until)s and then closes by itself.",
            until=until(found),
        ),
        label=_("Close the call"),
    )


@bp.route("/nominations/calls/<int:call_id>/acclamation", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def acclamation(call_id: int):
    found = call_to_manage(call_id)
    form = acclaim_form(found, **usual_term(found))
    if form.carry_out(
        lambda: operations.acclaim(
            found, form.chosen, from_on=form.from_on.data, to_on=form.to_on.data, by=me()
        )
    ):
        pages.notice(_("The acclamation is recorded, and letters are on their way."))
        return redirect(url_for("nominations.call", call_id=found.id), 303)
    return render_template("nominations/acclaim.html", form=form, call=found)


def _once_confirmed(found: Call, act: Callable, *, done: str, heading: str, text: str, label: str):
    """Ask; when the button is pressed, `act`, and go back to the call with the news."""
    back = url_for("nominations.call", call_id=found.id)
    if ConfirmForm().validate_on_submit():
        act()
        pages.notice(done)
        return redirect(back, 303)
    return render_template(
        "nominations/confirm.html", call=found, heading=heading, text=text, label=label, back=back
    )


def _filled(found: Call) -> dict[int, Nomination]:
    """Which nomination filled which seat, by the id of the seat."""
    return {row.appointment.seat_id: row for row in found.everybody if row.appointment}


def _mine() -> list[Nomination]:
    """The nominations the reader made or received, newest first."""
    involved = (Nomination.nominee == me()) | (Nomination.nominator == me())
    return list(Nomination.select().where(involved).order_by(Nomination.id.desc()))


def _may() -> dict[str, bool]:
    return {"manage": may(me(), Can.MANAGE_CALLS), "nominate": may(me(), Can.NOMINATE)}


def _particulars(form: CallForm) -> dict:
    return {
        "title": form.title.data,
        "text": form.text.data,
        "seats": form.chosen,
        "opens_on": form.opens_on.data,
        "closes_on": form.closes_on.data,
        "rules": form.rules,
        "further": form.further,
    }


def usual_term(found: Call, seats: list[Seat] | None = None) -> dict[str, date]:
    """From the day the seats are free (today if they are), as long as the rules say."""
    terms = terms_on(found.body, clock.today())
    begin = last_free_day(found.body, found.seats if seats is None else seats)
    last = begin.year + (terms.term_years if terms else USUAL_TERM_YEARS)
    day = 28 if (begin.month, begin.day) == (2, 29) else begin.day
    return {"from_on": begin, "to_on": begin.replace(year=last, day=day) - timedelta(days=1)}
