"""A plan's columns chosen, and what the plan's pages show of them."""

from flask import Blueprint, redirect, render_template, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.plans import access
from lipnet.plans.access import Can
from lipnet.plans.acting import forms, operations
from lipnet.plans.acting.models import columns_of

bp = Blueprint("acting", __name__, url_prefix="/plans")


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
