"""What each year gets, what amendments changed, and the year's budget."""

from flask import redirect, render_template, url_for

from lipnet.core import clock, pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.web import me, requires
from lipnet.groups.agreements import access, operations, standing
from lipnet.groups.agreements.access import Can
from lipnet.groups.agreements.forms import (
    AmendForm,
    BudgetForm,
    lines_given,
    money_given,
    with_money,
)
from lipnet.groups.agreements.manage import bp
from lipnet.groups.agreements.models import BUDGET_LINE_NAMES

YEARS_MORE = 2  # that an amendment may add at once


@bp.route("/<int:agreement_id>/amounts", methods=["GET", "POST"])
@requires(Can.MANAGE_AGREEMENTS)
def amounts(agreement_id: int):
    found = access.agreement_to_manage(agreement_id)
    years = standing.years_of(found)
    form = with_money(Form, years)(data=_data(standing.money_of(found)))
    if form.carry_out(lambda: operations.agree_amounts(found, money_given(form, years), by=me())):
        pages.notice(_("The amounts are saved."))
        return redirect(url_for("agreements.show", agreement_id=found.id), 303)
    return render_template(
        "groups/agreements/amounts.html", form=form, agreement=found, years=years
    )


@bp.route("/<int:agreement_id>/amendments/new", methods=["GET", "POST"])
@requires(Can.MANAGE_AGREEMENTS)
def amend(agreement_id: int):
    found = access.agreement_to_manage(agreement_id)
    years = standing.years_of(found)
    years += [years[-1] + more + 1 for more in range(YEARS_MORE)]
    form = with_money(AmendForm, years)(
        data=_data(standing.money_of(found)) | {"on": clock.today()}
    )
    if form.carry_out(lambda: _amend(found, form, years)):
        pages.notice(_("The amendment is written down; the agreement shows as amended."))
        return redirect(url_for("agreements.show", agreement_id=found.id), 303)
    return render_template("groups/agreements/amend.html", form=form, agreement=found, years=years)


@bp.route("/<int:agreement_id>/budget/<int:fiscal_year>")
@requires(Can.SEE_AGREEMENTS)
def budget(agreement_id: int, fiscal_year: int):
    found, year = access.year_to_see(agreement_id, fiscal_year)
    lines = standing.budget_of(found, year)
    return render_template(
        "groups/agreements/budget.html",
        agreement=found,
        year=year,
        years=standing.years_of(found),
        money=standing.money_of(found).get(year),
        lines=[lines[kind] for kind in BUDGET_LINE_NAMES if kind in lines],
    )


@bp.route("/<int:agreement_id>/budget/<int:fiscal_year>/edit", methods=["GET", "POST"])
@requires(Can.MANAGE_AGREEMENTS)
def write_budget(agreement_id: int, fiscal_year: int):
    found, year = access.year_to_manage(agreement_id, fiscal_year)
    form = BudgetForm(data=_lines(standing.budget_of(found, year)))
    if form.carry_out(lambda: operations.write_budget(found, year, lines_given(form), by=me())):
        pages.notice(_("The budget is saved."))
        address = url_for("agreements.budget", agreement_id=found.id, fiscal_year=year)
        return redirect(address, 303)
    return render_template(
        "groups/agreements/write_budget.html",
        form=form,
        agreement=found,
        year=year,
        kinds=BUDGET_LINE_NAMES,
    )


def _amend(agreement, form, years):
    return operations.amend_agreement(
        agreement,
        on=form.on.data,
        what=form.what.data,
        ends_on=form.ends_on.data,
        money=money_given(form, years),
        by=me(),
    )


def _data(money: dict) -> dict:
    amounts = {f"amount_{year}": row.amount for year, row in money.items()}
    return amounts | {f"share_{year}": row.share for year, row in money.items()}


def _lines(lines: dict) -> dict:
    planned = {f"planned_{kind}": row.planned for kind, row in lines.items()}
    return planned | {f"actual_{kind}": row.actual for kind, row in lines.items()}
