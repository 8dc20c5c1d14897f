"""The groups, their seats and who sits in them."""

from datetime import date, timedelta

from flask import Blueprint, redirect, render_template, request, url_for

from lipnet.core import clock, pages
from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import day_asked
from lipnet.core.permissions import may
from lipnet.core.web import me, requires
from lipnet.groups import access, operations, wording
from lipnet.groups.access import Can
from lipnet.groups.alternates.models import alternate_on, alternates_on, resource_seats
from lipnet.groups.forms import AppointForm, DayForm, EndForm, EstablishForm, RenameForm, SeatForm
from lipnet.groups.hats.models import organisation_of, organisations_of
from lipnet.groups.models import Body, appointments_on, quorum_of, vacant_seats
from lipnet.groups.terms.service import cap_on, may_make_exception

bp = Blueprint("groups", __name__, url_prefix="/groups")


@bp.context_processor
def _rights() -> dict:
    return {
        "may_manage": may(me(), Can.MANAGE_GROUPS),
        "may_watch": may(me(), Can.WATCH_SEATS),
        "flags_of": wording.flags_of,
    }


@bp.route("/")
@requires(Can.SEE_GROUPS)
def index():
    today = clock.today()
    rows = [
        (body, len(appointments_on(body, today)), len(vacant_seats(body, today)))
        for body in Body.standing()
    ]
    return render_template("groups/index.html", rows=rows, dissolved=Body.dissolved())


@bp.route("/new", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def establish():
    form = EstablishForm()
    if form.validate_on_submit():
        body = operations.establish_body(
            kind=form.kind.data,
            name=form.name.data,
            purpose=form.purpose.data,
            parent=form.parent.chosen,
            by=me(),
        )
        pages.notice(_("The group is established. Now write down its seats."))
        return redirect(_address(body), 303)
    return render_template("groups/establish.html", form=form)


@bp.route("/<slug>")
@requires(Can.SEE_GROUPS)
def body(slug: str):
    found, today = access.body_to_see(slug), clock.today()
    sitting = appointments_on(found, today)
    terms = found.terms_in_force
    filled = sum(1 for row in sitting if row.seat.voting)
    return render_template(
        "groups/body.html",
        body=found,
        may_manage=may(me(), Can.MANAGE_GROUPS) and not found.dissolved_on,
        seats=_seats(found, today),
        children=[child for child in Body.standing() if child.parent_id == found.id],
        sitting=sitting,
        hats=organisations_of(sitting),
        advising=resource_seats(found.seats_on(today)),
        alternates=alternates_on(found, today),
        quorum=quorum_of(found, today),
        terms=terms,
        clauses=wording.clauses(terms, filled) if terms else [],
    )


@bp.route("/<slug>/edit", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def rename(slug: str):
    found = access.body_to_manage(slug)
    form = RenameForm(obj=found)
    if form.carry_out(lambda: _rename(found, form)):
        pages.notice(_("Saved."))
        return redirect(_address(found), 303)
    return render_template("groups/rename.html", form=form, body=found)


@bp.route("/<slug>/dissolution", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def dissolve(slug: str):
    found = access.body_to_manage(slug)
    form = DayForm(on=clock.today())
    if form.carry_out(lambda: operations.dissolve_body(found, on=form.on.data, by=me())):
        pages.notice(_("It is noted that this group is no more. What it did stays readable."))
        return redirect(_address(found), 303)
    return render_template("groups/dissolve.html", form=form, body=found)


@bp.route("/<slug>/seats/new", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def add_seat(slug: str):
    found = access.body_to_manage(slug)
    form = SeatForm(sector=request.args.get("sector"), francophone="francophone" in request.args)
    if form.validate_on_submit():
        given = {name: value for name, value in form.data.items() if name != "csrf_token"}
        seat = operations.add_seat(found, **given, by=me())
        pages.notice(_("Seat %(number)s is added.", number=seat.number))
        return redirect(_address(found), 303)
    return render_template("groups/add_seat.html", form=form, body=found, seat=None)


@bp.route("/<slug>/seats/<int:number>/edit", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def change_seat(slug: str, number: int):
    seat = access.seat_to_manage(slug, number)
    form = SeatForm(obj=seat, data={"resource": bool(resource_seats([seat]))})
    if form.validate_on_submit():
        given = {name: value for name, value in form.data.items() if name != "csrf_token"}
        operations.change_seat(seat, **given, by=me())
        pages.notice(_("Saved."))
        return redirect(_address(seat.body), 303)
    return render_template("groups/add_seat.html", form=form, body=seat.body, seat=seat)


@bp.route("/<slug>/seats/<int:number>/removal", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def remove_seat(slug: str, number: int):
    seat = access.seat_to_manage(slug, number)
    form = DayForm(on=clock.today())
    if form.carry_out(lambda: operations.remove_seat(seat, on=form.on.data, by=me())):
        pages.notice(_("Seat %(number)s is removed.", number=number))
        return redirect(_address(seat.body), 303)
    return render_template("groups/remove_seat.html", form=form, seat=seat)


@bp.route("/<slug>/seats/<int:number>/appointments", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def appoint(slug: str, number: int):
    seat = access.seat_to_manage(slug, number)
    form = AppointForm(**_usual_term(seat.body, day_asked("begins")))
    if form.carry_out(lambda: operations.appoint(seat, **_appointed(form), by=me())):
        pages.notice(_("The appointment is recorded."))
        return redirect(_address(seat.body), 303)
    return render_template(
        "groups/appoint.html",
        form=form,
        seat=seat,
        cap=cap_on(seat.body, clock.today()),
        may_except=may_make_exception(seat.body, clock.today()),
    )


@bp.route("/<slug>/appointments/<int:appointment_id>")
@requires(Can.SEE_GROUPS)
def appointment(slug: str, appointment_id: int):
    found, today = access.appointment_to_see(slug, appointment_id), clock.today()
    return render_template(
        "groups/appointment.html",
        appointment=found,
        today=today,
        sits=found.in_effect(today),
        hat=organisation_of(found),
        alternate=alternate_on(found, today),
        may_name=access.may_name_alternate(me(), found),
        exception=found.exceptions.first(),
    )


@bp.route("/<slug>/appointments/<int:appointment_id>/end", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def end_appointment(slug: str, appointment_id: int):
    found = access.appointment_to_manage(slug, appointment_id)
    form = EndForm(on=clock.today())
    if form.carry_out(
        lambda: operations.end_appointment(found, on=form.on.data, reason=form.reason.data, by=me())
    ):
        pages.notice(_("The appointment is ended; the seat is free."))
        return redirect(_address(found.seat.body), 303)
    return render_template("groups/end_appointment.html", form=form, appointment=found)


def _rename(found: Body, form: RenameForm) -> Body:
    purpose, parent = form.purpose.data or {}, form.parent.chosen
    return operations.rename_body(found, form.name.data, purpose=purpose, parent=parent, by=me())


def _appointed(form: AppointForm) -> dict:
    given = {name: form[name].data for name in ("role", "from_on", "to_on")}
    given["exception"] = form.exception.data or ""
    return {"person": form.person.chosen, "organisation": form.organisation.chosen, **given}


def _seats(body: Body, day: date) -> list[tuple]:
    """(seat, who sits there on `day` or None), by number."""
    sitting = {row.seat_id: row for row in appointments_on(body, day)}
    return [(seat, sitting.get(seat.id)) for seat in body.seats_on(day)]


def _usual_term(body: Body, begins: date | None = None) -> dict[str, date]:
    """From `begins` (today) for as many years as the terms of reference say."""
    first, terms = begins or clock.today(), body.terms_in_force
    years = terms.term_years if terms else 2
    same_day = first.replace(year=first.year + years, day=min(first.day, 28))
    return {"from_on": first, "to_on": same_day - timedelta(days=1)}


def _address(body: Body) -> str:
    return url_for("groups.body", slug=body.slug)
