"""What actions cost, written down and summed up; for coordinators."""

from flask import Blueprint, redirect, render_template, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.money import format_money
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.plans import access
from lipnet.plans.access import Can
from lipnet.plans.acting import money_told, operations
from lipnet.plans.acting.money import ActionMoney
from lipnet.plans.acting.money_forms import MoneyForm, as_written
from lipnet.plans.acting.totals import total

bp = Blueprint("plan_money", __name__, url_prefix="/plans")


@bp.context_processor
def _words() -> dict:
    return {"money": format_money, "source_of": money_told.source_of}


@bp.route("/<int:fiscal_year>/money")
@requires(Can.SEE_MONEY)
def plan_money(fiscal_year):
    plan = access.plan_of(fiscal_year)
    return render_template(
        "plans/acting/money.html", plan=plan, told=money_told.money_of_plan(plan)
    )


@bp.route("/<int:fiscal_year>/actions/<int:number>/money", methods=["GET", "POST"])
@requires(Can.SEE_MONEY)
def of_action(fiscal_year, number):
    """What each source gives to it, and a form for one more."""
    action = access.action_by_number(number, fiscal_year)
    form = MoneyForm().offer(action)
    if form.carry_out(lambda: operations.keep_money(action, by=me(), **form.said())):
        notice(_("It is written down."))
        return redirect(url_for(".of_action", fiscal_year=fiscal_year, number=number), 303)
    rows = money_told.money_of_action(action)
    return render_template(
        "plans/acting/money_of_action.html",
        action=action,
        rows=rows,
        whole=total(row.amounts for row in rows),
        form=form,
    )


@bp.route("/money/<int:money_id>", methods=["GET", "POST"])
@requires(Can.SEE_MONEY)
def change(money_id):
    row = _row(money_id)
    form = MoneyForm(data=as_written(row)).offer(row.action)
    if form.carry_out(lambda: operations.keep_money(row.action, row=row, by=me(), **form.said())):
        notice(_("It is written down."))
        return redirect(_back(row), 303)
    return render_template("plans/acting/change_money.html", row=row, form=form, back=_back(row))


@bp.route("/money/<int:money_id>/removal", methods=["POST"])
@requires(Can.SEE_MONEY)
def remove(money_id):
    row = _row(money_id)
    operations.remove_money(row, by=me())
    notice(_("It is taken out."))
    return redirect(_back(row), 303)


def _row(money_id: int) -> ActionMoney:
    row = ActionMoney.get_or_none(ActionMoney.id == money_id)
    if row is None:
        raise NotFound
    return row


def _back(row: ActionMoney) -> str:
    year, number = row.action.plan.fiscal_year, row.action.number
    return url_for(".of_action", fiscal_year=year, number=number)
