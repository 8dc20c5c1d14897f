"""The coordinator's page: is the plan shown, how would it look, which sites may frame it."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.plans.access import plan_of
from lipnet.plans.models import years
from lipnet.reports.access import Can
from lipnet.reports.dashboard import operations, showing
from lipnet.reports.dashboard.forms import ShowForm, SitesForm, TakeBackForm
from lipnet.reports.dashboard.models import FramingSite, ShownPlan

bp = Blueprint("dashboard", __name__, url_prefix="/reports/<int:fiscal_year>/plan-for-everybody")


@bp.context_processor
def _words() -> dict:
    return {"years": years}


@bp.route("/", methods=["GET", "POST"])
@requires(Can.MANAGE)
def settings(fiscal_year):
    plan = plan_of(fiscal_year)
    shown = ShownPlan.of(plan)
    form = ShowForm(obj=shown)
    if form.carry_out(lambda: operations.show_plan(plan, with_notes=form.with_notes.data, by=me())):
        notice(_("Everybody can read the plan now."))
        return redirect(url_for(".settings", fiscal_year=fiscal_year), 303)
    return render_template(
        "reports/dashboard/settings.html",
        plan=plan,
        shown=shown,
        form=form,
        sites=FramingSite.origins(),
        addresses=[(languages.get(tag), _address(tag)) for tag in i18n.catalogues()],
        small=f"{_address(i18n.language().tag)}/embed",
    )


@bp.route("/preview")
@requires(Can.MANAGE)
def preview(fiscal_year):
    """The page as it would be, with `?notes=yes` also with what the leads noted."""
    plan = plan_of(fiscal_year)
    if not plan.is_adopted:
        raise NotFound
    with_notes = request.args.get("notes") == "yes"
    return showing.drawn("whole", plan, with_notes=with_notes, preview=True)


@bp.route("/taken-back", methods=["GET", "POST"])
@requires(Can.MANAGE)
def take_back(fiscal_year):
    plan = plan_of(fiscal_year)
    form = TakeBackForm()
    if form.carry_out(lambda: operations.take_plan_back(plan, by=me()) or True):
        notice(_("The public page of the plan is gone."))
        return redirect(url_for(".settings", fiscal_year=fiscal_year), 303)
    return render_template("reports/dashboard/take_back.html", plan=plan, form=form)


@bp.route("/sites", methods=["GET", "POST"])
@requires(Can.MANAGE)
def sites(fiscal_year):
    plan = plan_of(fiscal_year)
    form = SitesForm(data={"sites": "\n".join(FramingSite.origins())})
    if form.carry_out(
        lambda: operations.name_sites((form.sites.data or "").splitlines(), by=me()) or True
    ):
        notice(_("The list of sites is kept."))
        return redirect(url_for(".settings", fiscal_year=fiscal_year), 303)
    return render_template("reports/dashboard/sites.html", plan=plan, form=form)


def _address(tag: str) -> str:
    """As it is printed and sent: of the latest plan, so that it holds next year too."""
    site = current_app.config["LIPNET"].site.address.rstrip("/")
    return site + url_for("dashboard_public.latest", lang=tag)
