"""The agreements, one of them, and its clock."""

from flask import Blueprint, redirect, render_template, url_for

from lipnet.core import clock, pages
from lipnet.core.i18n import gettext as _
from lipnet.core.permissions import may
from lipnet.core.web import me, requires
from lipnet.groups.agreements import access, operations, standing
from lipnet.groups.agreements.access import Can
from lipnet.groups.agreements.dial import dial_of
from lipnet.groups.agreements.forms import AgreementForm, SignForm
from lipnet.groups.agreements.models import Agreement
from lipnet.groups.models import HolderChoice

bp = Blueprint("agreements", __name__, url_prefix="/agreements")
GIVEN = ("number", "title", "officer_name", "officer_address")


@bp.context_processor
def _rights() -> dict:
    return {"may_manage": may(me(), Can.MANAGE_AGREEMENTS), "last_day": standing.last_day}


@bp.route("/")
@requires(Can.SEE_AGREEMENTS)
def index():
    rows = [(row, _overdue(row)) for row in access.agreements_to_see()]
    return render_template("groups/agreements/index.html", rows=rows)


@bp.route("/new", methods=["GET", "POST"])
@requires(Can.MANAGE_AGREEMENTS)
def sign():
    form = SignForm(signs=_who_was_chosen())
    made = form.carry_out(
        lambda: operations.sign_agreement(
            **_given(form), starts_on=form.starts_on.data, ends_on=form.ends_on.data, by=me()
        )
    )
    if made:
        pages.notice(_("The agreement is written down. Now say what each year gets."))
        return redirect(url_for("agreements.amounts", agreement_id=made.id), 303)
    return render_template("groups/agreements/sign.html", form=form)


@bp.route("/<int:agreement_id>")
@requires(Can.SEE_AGREEMENTS)
def show(agreement_id: int):
    found = access.agreement_to_see(agreement_id)
    owed = [row for row in found.owed() if row.is_open]
    return render_template(
        "groups/agreements/show.html",
        agreement=found,
        money=standing.money_of(found),
        years=standing.years_of(found),
        history=standing.history_of(found),
        owed=owed[:6],
    )


@bp.route("/<int:agreement_id>/edit", methods=["GET", "POST"])
@requires(Can.MANAGE_AGREEMENTS)
def change(agreement_id: int):
    found = access.agreement_to_manage(agreement_id)
    form = AgreementForm(data=_as_it_is(found))
    if form.carry_out(lambda: operations.change_agreement(found, **_given(form), by=me())):
        pages.notice(_("Saved."))
        return redirect(url_for("agreements.show", agreement_id=found.id), 303)
    return render_template("groups/agreements/edit.html", form=form, agreement=found)


@bp.route("/<int:agreement_id>/clock")
@requires(Can.SEE_AGREEMENTS)
def obligation_clock(agreement_id: int):
    found = access.agreement_to_see(agreement_id)
    dial = dial_of(found, clock.today())
    return render_template("groups/agreements/clock.html", agreement=found, dial=dial)


def _overdue(agreement: Agreement) -> int:
    return sum(1 for row in agreement.owed() if row.is_overdue)


def _who_was_chosen():
    choice = HolderChoice.latest()
    return choice.holder if choice else None


def _given(form: AgreementForm) -> dict:
    given = {name: form[name].data or "" for name in GIVEN}
    return {**given, "signs": form.signs.chosen, "co_applicants": form.co_applicants.chosen}


def _as_it_is(agreement: Agreement) -> dict:
    as_it_is = {name: getattr(agreement, name) for name in GIVEN}
    others = [str(row.id) for row in agreement.co_applicants]
    return {**as_it_is, "signs": agreement.signs, "co_applicants": others}
