"""A plan's columns chosen, its leads asked."""

from datetime import timedelta

from flask import Blueprint, redirect, render_template, url_for

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.plans import access
from lipnet.plans.access import Can
from lipnet.plans.acting import forms, operations
from lipnet.plans.acting.asking import ProgressPeriod
from lipnet.plans.acting.leading import led_by, without_reporter
from lipnet.plans.acting.models import columns_of
from lipnet.plans.acting.note_forms import AskForm

bp = Blueprint("acting", __name__, url_prefix="/plans")
THREE_WEEKS = timedelta(days=21)


@bp.route("/<int:fiscal_year>/columns", methods=["GET", "POST"])
@requires(Can.MANAGE)
def columns(fiscal_year):
    plan = access.plan_of(fiscal_year)
    form = forms.ColumnsForm(data={"names": columns_of(plan)})
    if form.carry_out(lambda: operations.choose_columns(plan, form.names.data or [], by=me())):
        notice(_("Your choice is kept."))
        return redirect(url_for("plans.plan", fiscal_year=fiscal_year), 303)
    return render_template("plans/acting/columns.html", plan=plan, form=form)


@bp.route("/<int:fiscal_year>/actions/<int:number>/further", methods=["GET", "POST"])
@requires(Can.MANAGE)
def describe(fiscal_year, number):
    action = access.action_by_number(number, fiscal_year)
    form = forms.LaterForm(data=forms.further_wording(action)).offer(action.plan)
    if form.carry_out(lambda: operations.describe_action(action, by=me(), **form.particulars())):
        notice(_("The action is changed."))
        return redirect(url_for("plans.action", number=number, fiscal_year=fiscal_year), 303)
    return render_template("plans/acting/describe.html", action=action, form=form)


@bp.route("/<int:fiscal_year>/leads", methods=["GET", "POST"])
@requires(Can.MANAGE)
def leads(fiscal_year):
    """Ask the leads; who was asked last, and who answered."""
    plan = access.plan_of(fiscal_year)
    form = AskForm(data={"closes_on": clock.today() + THREE_WEEKS})
    if form.carry_out(lambda: operations.ask_leads(plan, closes_on=form.closes_on.data, by=me())):
        notice(_("The leads are asked. Their letters go out now."))
        return redirect(url_for(".leads", fiscal_year=fiscal_year), 303)
    period = ProgressPeriod.latest_of(plan)
    asks = period.asked() if period else []
    theirs = led_by(plan)
    return render_template(
        "plans/acting/leads.html",
        plan=plan,
        form=form,
        period=period,
        open=period is not None and period.is_open,
        asks=[(ask, theirs.get(ask.person, [])) for ask in asks],
        waiting=any(ask.answered_at is None for ask in asks),
        unreached=without_reporter(plan),
    )


@bp.route("/<int:fiscal_year>/leads/reminder", methods=["POST"])
@requires(Can.MANAGE)
def remind(fiscal_year):
    period = _period(fiscal_year)
    operations.remind_leads(period, by=me())
    notice(_("Who has not answered gets the letter once more."))
    return redirect(url_for(".leads", fiscal_year=fiscal_year), 303)


@bp.route("/<int:fiscal_year>/leads/closing", methods=["POST"])
@requires(Can.MANAGE)
def close(fiscal_year):
    operations.close_answers(_period(fiscal_year), by=me())
    notice(_("The answers are closed. The links do not work any more."))
    return redirect(url_for(".leads", fiscal_year=fiscal_year), 303)


def _period(fiscal_year: int) -> ProgressPeriod:
    period = ProgressPeriod.latest_of(access.plan_of(fiscal_year))
    if period is None:
        raise NotFound
    return period
