"""A plan on its way into force, as it was adopted, and what changed since."""

from datetime import date, timedelta

from flask import redirect, render_template, request, url_for
from peewee import JOIN

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.meetings.models import Motion
from lipnet.plans.access import Can, plan_of
from lipnet.plans.adopting import access, operations
from lipnet.plans.adopting.baseline import baseline_of
from lipnet.plans.adopting.comparing import amendments_told, field_names, plans_compared
from lipnet.plans.adopting.document import digest_of, document_of
from lipnet.plans.adopting.forms import AmendForm, ProposeForm, RatifyForm, RuleForm
from lipnet.plans.adopting.models import ActionAmendment, AmendmentRule, PlanProposal
from lipnet.plans.adopting.standing import parts_of
from lipnet.plans.manage import _priority, _wording, bp, motion_chosen
from lipnet.plans.models import ActionPlan, PlanAction, PlanAdoption, years
from lipnet.plans.viewing.rows import whole_plan

USUAL_TIME = timedelta(days=21)


@bp.route("/<int:fiscal_year>/ratification")
@requires(Can.READ)
def ratification(fiscal_year):
    plan = plan_of(fiscal_year)
    proposal = PlanProposal.latest(plan)
    parts = parts_of(whole_plan(plan), proposal)
    return render_template(
        "plans/adopting/ratification.html",
        plan=plan,
        proposal=proposal,
        parts=parts,
        mine={part.body.id for part in parts if access.may_ratify(me(), part.body)},
        rule=AmendmentRule.of(plan),
    )


@bp.route("/<int:fiscal_year>/proposal", methods=["GET", "POST"])
@requires(Can.MANAGE)
def propose_plan(fiscal_year):
    plan = plan_of(fiscal_year)
    form = ProposeForm(data={"until": clock.today() + USUAL_TIME})
    if form.carry_out(lambda: operations.propose_plan(plan, until=form.until.data, by=me())):
        notice(_("The groups are asked. Their chairs get a letter and see it on their first page."))
        return redirect(url_for(".ratification", fiscal_year=fiscal_year), 303)
    return render_template(
        "plans/adopting/propose.html", plan=plan, form=form, again=PlanProposal.latest(plan)
    )


@bp.route("/<int:fiscal_year>/ratification/<slug>", methods=["GET", "POST"])
@requires(Can.READ)
def ratify_part(fiscal_year, slug):
    plan = plan_of(fiscal_year)
    proposal, body = access.part_to_ratify(plan, slug, me())
    form = RatifyForm().offer(body)
    if form.carry_out(
        lambda: operations.ratify_part(
            proposal, body, motion=motion_chosen(form), remarks=form.remarks.data, by=me()
        )
    ):
        notice(_("Thank you. It is on record that the group stands behind its part."))
        return redirect(url_for(".ratification", fiscal_year=fiscal_year), 303)
    parts = parts_of(whole_plan(plan), proposal)
    part = next(one for one in parts if one.body.id == body.id)
    return render_template("plans/adopting/ratify.html", plan=plan, part=part, form=form)


@bp.route("/<int:fiscal_year>/amendment-rule", methods=["GET", "POST"])
@requires(Can.MANAGE)
def amendment_rule(fiscal_year):
    plan = plan_of(fiscal_year)
    form = RuleForm(obj=AmendmentRule.of(plan))
    chosen = {name: form[name].data for name in ("wording", "priority", "lead", "due", "numbers")}
    if form.carry_out(lambda: operations.choose_amendment_rule(plan, by=me(), **chosen)):
        notice(_("The rule is kept."))
        return redirect(url_for(".ratification", fiscal_year=fiscal_year), 303)
    return render_template("plans/adopting/rule.html", plan=plan, form=form)


@bp.route("/<int:fiscal_year>/as-adopted")
@requires(Can.READ)
def plan_as_adopted(fiscal_year):
    plan = plan_of(fiscal_year)
    if not plan.is_adopted:
        raise NotFound
    baseline = baseline_of(plan)
    return render_template(
        "plans/adopting/as_adopted.html",
        plan=plan,
        baseline=baseline,
        names=field_names(),
        holds=digest_of(baseline.frozen) == baseline.digest,
        day_of=lambda said: date.fromisoformat(said) if said else None,
    )


@bp.route("/<int:fiscal_year>/changes")
@requires(Can.READ)
def plan_changes(fiscal_year):
    """What became of the plan since its adoption."""
    plan = plan_of(fiscal_year)
    if not plan.is_adopted:
        raise NotFound
    differences = plans_compared(baseline_of(plan).frozen, document_of(whole_plan(plan)))
    return render_template(
        "plans/adopting/changes.html",
        plan=plan,
        new=[one for one in differences if one.state == "new"],
        amendments=amendments_told(_amendments(plan)),
    )


@bp.route("/<int:fiscal_year>/compared")
@requires(Can.READ)
def plans_beside(fiscal_year):
    """?with=2025-adopted or 2025-now; without it, the year before, or the plan as adopted."""
    plan = plan_of(fiscal_year)
    versions = _versions(plan)
    wanted = request.args.get("with") or next(iter(versions), "")
    differences = (
        plans_compared(access.version_of(wanted), document_of(whole_plan(plan))) if wanted else []
    )
    return render_template(
        "plans/adopting/compared.html",
        plan=plan,
        versions=versions,
        wanted=wanted,
        differences=differences,
    )


@bp.route("/<int:fiscal_year>/actions/<int:number>/amendment", methods=["GET", "POST"])
@requires(Can.MANAGE)
def amend_action(fiscal_year, number):
    action = access.adopted_action(fiscal_year, number)
    form = AmendForm(data=_wording(action)).offer(action.plan)
    if form.carry_out(lambda: _amend(action, form)):
        notice(_("The action is amended. What stood before is kept beside it."))
        return redirect(url_for(".plan_changes", fiscal_year=action.plan.fiscal_year), 303)
    return render_template(
        "plans/adopting/amend.html",
        action=action,
        form=form,
        rule=AmendmentRule.of(action.plan),
    )


def _amend(action: PlanAction, form: AmendForm) -> ActionAmendment:
    return operations.amend_action(
        action,
        priority=_priority(form),
        reason=form.reason.data,
        motion=motion_chosen(form),
        by=me(),
        agreed=form.particulars(),
        **form.chosen(),
    )


def _amendments(plan: ActionPlan) -> list[ActionAmendment]:
    """The latest first, each with its action and motion."""
    rows = (
        ActionAmendment.select(ActionAmendment, PlanAction, Motion)
        .join(PlanAction)
        .join_from(ActionAmendment, Motion, JOIN.LEFT_OUTER)
        .where(PlanAction.plan == plan)
    )
    return list(rows.order_by(ActionAmendment.id.desc()))


def _versions(plan: ActionPlan) -> dict[str, str]:
    """What the plan can be laid beside, by the key in the address: itself as adopted, then the
    other years, the latest first."""
    adopted = {row.plan_id for row in PlanAdoption.select(PlanAdoption.plan)}
    found = {}
    others = ActionPlan.select().order_by(ActionPlan.fiscal_year.desc())
    for one in sorted(others, key=lambda other: other.id != plan.id):
        told = years(one.fiscal_year)
        if one.id in adopted:
            found[f"{one.fiscal_year}-{access.ADOPTED}"] = _("%(years)s, as adopted", years=told)
        if one.id != plan.id:
            found[f"{one.fiscal_year}-{access.NOW}"] = _("%(years)s, as it stands", years=told)
    return found
