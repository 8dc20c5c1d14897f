"""The annual report's pages for those who write and read it inside."""

from datetime import date

from flask import Blueprint, redirect, render_template, url_for

from lipnet.core import thread
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.permissions import may
from lipnet.core.web import me, requires
from lipnet.plans.access import plan_of
from lipnet.plans.models import STATUS_NAMES, ActionPlan, years
from lipnet.reports import access, forms, operations
from lipnet.reports.access import Can
from lipnet.reports.composing import words
from lipnet.reports.composing.blanks import KINDS, blanks_now, by_kind
from lipnet.reports.composing.chapters import NAMES
from lipnet.reports.composing.document import brought_up
from lipnet.reports.document import document_of
from lipnet.reports.models import AnnualReport
from lipnet.reports.since import otherwise_today

bp = Blueprint("reports", __name__, url_prefix="/reports")


@bp.context_processor
def _words() -> dict:
    return {
        "status_names": STATUS_NAMES,
        "years": years,
        "kinds": thread.kinds(),
        "day_of": date.fromisoformat,
        "may_manage": may(me(), Can.MANAGE),
        "may_tell": may(me(), Can.TELL),
        "may_summarise": may(me(), Can.SUMMARISE),
        "words": words,
        "chapter_names": NAMES,
    }


@bp.route("/")
@requires(Can.READ)
def index():
    plans = ActionPlan.select().order_by(ActionPlan.fiscal_year.desc())
    return render_template(
        "reports/index.html",
        rows=[(plan, AnnualReport.of_year(plan.fiscal_year)) for plan in plans],
    )


@bp.route("/<int:fiscal_year>")
@requires(Can.READ)
def report(fiscal_year):
    report = access.report_of(fiscal_year)
    publication = report.publication
    return render_template(
        "reports/report.html",
        report=report,
        publication=publication,
        errata=list(publication.errata) if publication else [],
        document=brought_up(publication.frozen) if publication else document_of(report),
    )


@bp.route("/<int:fiscal_year>/compilation", methods=["POST"])
@requires(Can.MANAGE)
def compile_report(fiscal_year):
    operations.compile_report(plan_of(fiscal_year), by=me())
    notice(_("The report is compiled from the plan. Now read it line by line."))
    return redirect(url_for(".report", fiscal_year=fiscal_year), 303)


@bp.route("/<int:fiscal_year>/description", methods=["GET", "POST"])
@requires(Can.MANAGE)
def describe(fiscal_year):
    report = access.report_of(fiscal_year)
    form = forms.DescriptionForm(obj=report)
    if form.carry_out(
        lambda: operations.describe_report(
            report, title=form.title.data or {}, message=form.message.data or {}, by=me()
        ),
    ):
        return redirect(url_for(".report", fiscal_year=fiscal_year), 303)
    return render_template("reports/describe.html", report=report, form=form)


@bp.route("/<int:fiscal_year>/lines/<int:number>")
@requires(Can.READ)
def line(fiscal_year, number):
    report = access.report_of(fiscal_year)
    return render_template("reports/line.html", report=report, line=access.line_of(report, number))


@bp.route("/<int:fiscal_year>/lines/<int:number>/edit", methods=["GET", "POST"])
@requires(Can.MANAGE)
def edit_line(fiscal_year, number):
    report = access.report_of(fiscal_year)
    line = access.line_of(report, number)
    form = forms.LineForm(obj=line)
    if form.carry_out(lambda: operations.edit_line(line, by=me(), **_line_of(form))):
        notice(_("The line is changed."))
        return redirect(url_for(".report", fiscal_year=fiscal_year, _anchor=f"line-{number}"), 303)
    return render_template("reports/edit_line.html", report=report, line=line, form=form)


@bp.route("/<int:fiscal_year>/publication", methods=["GET", "POST"])
@requires(Can.MANAGE)
def publish(fiscal_year):
    report = access.report_of(fiscal_year)
    form = forms.PublicationForm()
    blank = [] if report.is_published else blanks_now(report)
    if form.carry_out(lambda: operations.publish_report(report, by=me())):
        notice(_("The report is published. Everybody can read it now, and it stays as it is."))
        return redirect(url_for(".report", fiscal_year=fiscal_year), 303)
    return render_template(
        "reports/publish.html",
        report=report,
        form=form,
        blanks=by_kind(blank),
        kinds_of_blanks=KINDS,
    )


@bp.route("/<int:fiscal_year>/errata/new", methods=["GET", "POST"])
@requires(Can.MANAGE)
def correct(fiscal_year):
    report = access.published_report_of(fiscal_year)
    form = forms.ErratumForm()
    if form.carry_out(
        lambda: operations.correct_report(report.publication, form.text.data, by=me()),
    ):
        notice(_("The correction stands beside the report."))
        return redirect(url_for(".report", fiscal_year=fiscal_year), 303)
    return render_template(
        "reports/correct.html", report=report, form=form, otherwise=otherwise_today(report)
    )


def _line_of(form) -> dict:
    return {
        "done": form.done.data or {},
        "changed": form.changed.data or {},
        "status": form.status.data,
        "reason": form.reason.data or {},
    }
