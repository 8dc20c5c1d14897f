"""The plan's pages: draw it up, adopt it, note how it goes."""

from flask import Blueprint, has_request_context, redirect, render_template, request, url_for

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, requires
from lipnet.meetings.models import Motion
from lipnet.plans import access, forms, operations, sources
from lipnet.plans.access import Can
from lipnet.plans.acting import operations as acting
from lipnet.plans.acting.forms import DescribedActionForm, further_wording
from lipnet.plans.acting.note_forms import NoteForm
from lipnet.plans.acting.notes_shown import note_to_correct
from lipnet.plans.compiling.asked import asked_sources, span_kept
from lipnet.plans.compiling.desk import matcher_of
from lipnet.plans.compiling.operations import make_action
from lipnet.plans.compiling.taking_out import number_now
from lipnet.plans.compiling.wording import first_wording, texts_of
from lipnet.plans.models import (
    STATUS_NAMES,
    ActionPlan,
    PlanAction,
    Priority,
    Strategy,
    years,
)
from lipnet.plans.strategies.models import objective_of
from lipnet.plans.viewing.left_out import left_out
from lipnet.plans.viewing.rows import whole_plan

bp = Blueprint("plans", __name__, url_prefix="/plans")
OF_AN_ACTION = ("plans.action", "plans.edit_action", "plans.progress", "plans.carry")


@bp.url_defaults
def _in_the_same_year(endpoint: str, values: dict) -> None:
    """On the pages of one year's plan an action is meant as it stands in that year."""
    here = (request.view_args or {}) if has_request_context() else {}
    if endpoint in OF_AN_ACTION and here.get("fiscal_year"):
        values.setdefault("fiscal_year", here["fiscal_year"])


@bp.context_processor
def _words() -> dict:
    return {"status_names": STATUS_NAMES, "years": years, "may_manage": may(me(), Can.MANAGE)}


@bp.route("/")
@requires(Can.READ)
def this_year():
    plan = ActionPlan.current()
    if plan:
        return _plan_page(plan)
    return render_template(
        "plans/none.html",
        strategy=Strategy.current(),
        fiscal_year=clock.fiscal_year(clock.today()),
        plans=_plans(),
    )


@bp.route("/<int:fiscal_year>")
@requires(Can.READ)
def plan(fiscal_year):
    return _plan_page(access.plan_of(fiscal_year))


@bp.route("/<int:fiscal_year>/print")
@requires(Can.READ)
def printed(fiscal_year):
    plan = access.plan_of(fiscal_year)
    whole = whole_plan(plan)
    return render_template(
        "plans/print.html",
        plan=plan,
        actions=[row.action for row in whole.rows],
        groups=whole.grouped(),
        today=clock.today(),
    )


@bp.route("/start", methods=["GET", "POST"])
@requires(Can.MANAGE)
def start():
    form = forms.StartForm().offer()
    if not form.is_submitted():
        form.fiscal_year.data = clock.fiscal_year(clock.today())
    if form.carry_out(
        lambda: operations.start_plan(
            Strategy.of_year(form.fiscal_year.data), form.fiscal_year.data, by=me()
        )
    ):
        notice(_("The plan is started. Put in what was decided, or add an action by hand."))
        return redirect(url_for(".open_plan", fiscal_year=form.fiscal_year.data), 303)
    return render_template("plans/start.html", form=form)


@bp.route("/<int:fiscal_year>/actions/new", methods=["GET", "POST"])
@requires(Can.MANAGE)
def new_action(fiscal_year):
    plan = access.plan_of(fiscal_year)
    behind = asked_sources()
    form = DescribedActionForm(data=_first_wording(plan, behind)).offer(plan)
    if form.carry_out(lambda: _plan(plan, form, behind)):
        notice(_("The action stands in the plan."))
        there = ".compile_plan" if behind else ".plan"
        return redirect(url_for(there, fiscal_year=fiscal_year, **span_kept()), 303)
    return render_template("plans/new_action.html", plan=plan, form=form, behind=behind)


@bp.route("/actions/<int:number>")
@bp.route("/<int:fiscal_year>/actions/<int:number>")
@requires(Can.READ)
def action(number, fiscal_year=None):
    if (now := number_now(number)) != number:
        return redirect(url_for(".action", number=now), 303)
    action = access.action_by_number(number, fiscal_year)
    return render_template(
        "plans/action.html",
        action=action,
        objective=objective_of(action),
        years_of_action=PlanAction.in_every_year(number),
        may_note=access.may_note(me(), action),
        later_plans=_later_plans(action),
        is_of_now=action.plan.fiscal_year == clock.fiscal_year(clock.today()),
    )


@bp.route("/actions/<int:number>/edit", methods=["GET", "POST"])
@bp.route("/<int:fiscal_year>/actions/<int:number>/edit", methods=["GET", "POST"])
@requires(Can.MANAGE)
def edit_action(number, fiscal_year=None):
    action = access.action_by_number(number, fiscal_year)
    if action.plan.is_adopted:
        raise Refusal(operations.FROZEN)
    form = DescribedActionForm(data=_wording(action)).offer(action.plan)
    if form.carry_out(
        lambda: acting.reword_described_action(
            action,
            priority=_priority(form),
            particulars=form.particulars(),
            by=me(),
            **form.chosen(),
        ),
    ):
        notice(_("The action is changed."))
        return redirect(url_for(".action", number=number), 303)
    return render_template("plans/edit_action.html", action=action, form=form)


@bp.route("/actions/<int:number>/progress", methods=["GET", "POST"])
@bp.route("/<int:fiscal_year>/actions/<int:number>/progress", methods=["GET", "POST"])
@requires(Can.READ)
def progress(number, fiscal_year=None):
    action = access.action_to_note(number, me(), fiscal_year)
    corrects = note_to_correct(action)
    form = NoteForm(data={"status": action.status}).offer_of(action.plan)
    if form.carry_out(
        lambda: acting.note_further(action, corrects=corrects, by=me(), **form.said()),
    ):
        notice(_("Your note is kept."))
        return redirect(url_for(".action", number=number), 303)
    return render_template("plans/progress.html", action=action, form=form, corrects=corrects)


@bp.route("/actions/<int:number>/carrying-over", methods=["GET", "POST"])
@bp.route("/<int:fiscal_year>/actions/<int:number>/carrying-over", methods=["GET", "POST"])
@requires(Can.MANAGE)
def carry(number, fiscal_year=None):
    action = access.action_by_number(number, fiscal_year)
    later = _later_plans(action)
    if not later:
        raise Refusal(_("Start the plan of the next year first, then carry the action over."))
    form = forms.CarryForm().offer(later)
    if form.carry_out(lambda: _carry(action, form)):
        notice(_("The action goes on in the next plan under the same number."))
        return redirect(url_for(".plan", fiscal_year=form.plan.data), 303)
    return render_template("plans/carry.html", action=action, form=form)


@bp.route("/<int:fiscal_year>/adoption", methods=["GET", "POST"])
@requires(Can.MANAGE)
def adopt(fiscal_year):
    plan = access.plan_of(fiscal_year)
    form = forms.MotionForm().offer()
    if form.carry_out(lambda: operations.adopt_plan(plan, motion=motion_chosen(form), by=me())):
        notice(_("The plan is adopted. Its wording is closed; progress goes on."))
        return redirect(url_for(".plan", fiscal_year=fiscal_year), 303)
    return render_template("plans/adopt_plan.html", plan=plan, form=form)


def motion_chosen(form) -> Motion | None:
    chosen = form.motion.data if "motion" in form else None
    return Motion.get_or_none(Motion.id == int(chosen)) if chosen else None


def _plan_page(plan: ActionPlan):
    whole = whole_plan(plan)
    return render_template(
        "plans/plan.html",
        plan=plan,
        plans=_plans(),
        groups=whole.grouped(),
        counts=whole.counts,
        left_out=len(left_out(plan.fiscal_year)),
    )


def _plans() -> list[ActionPlan]:
    return list(ActionPlan.select().order_by(ActionPlan.fiscal_year.desc()))


def _later_plans(action: PlanAction) -> list[ActionPlan]:
    held = PlanAction.select(PlanAction.plan).where(PlanAction.number == action.number)
    later = ActionPlan.fiscal_year > action.plan.fiscal_year
    rows = ActionPlan.select().where(later, ActionPlan.id.not_in(held))
    return list(rows.order_by(ActionPlan.fiscal_year))


def _first_wording(plan: ActionPlan, behind: list[sources.Source]) -> dict:
    """What the form begins with: the words and the owner of the first record it rests on, under
    the priority it is likest to."""
    if not behind:
        return {}
    begun = first_wording(behind[0].record)
    leads = {name: begun[name] for name in ("lead_body", "lead_person", "lead_organisation")}
    found = matcher_of(plan)[0].suggest(texts_of(behind[0].record))
    return begun | {
        "priority": forms.place_key(found.place[0].id, found.place[2]) if found else None,
        **{name: str(lead.id) if lead else "" for name, lead in leads.items()},
    }


def _wording(action: PlanAction) -> dict:
    return {
        **further_wording(action),
        "priority": forms.place_key(action.priority_id, objective_of(action)),
        "text": action.text,
        "output": action.output,
        "due": action.due,
        "lead_body": str(action.lead_body_id or ""),
        "lead_organisation": str(action.lead_organisation_id or ""),
        "lead_person": str(action.lead_person_id or ""),
    }


def _plan(plan: ActionPlan, form, behind: list[sources.Source]) -> PlanAction:
    return make_action(
        plan,
        _priority(form),
        planned_by=acting.plan_described_action,
        particulars=form.particulars(),
        because=[source.record for source in behind],
        sentence=form.sentence.data or {},
        motion=motion_chosen(form),
        by=me(),
        **form.chosen(),
    )


def _carry(action: PlanAction, form) -> PlanAction:
    return operations.carry_over(
        action,
        access.plan_of(form.plan.data),
        reason=form.reason.data,
        motion=motion_chosen(form),
        by=me(),
    )


def _priority(form) -> Priority:
    priority = Priority.get_or_none(Priority.id == int(form.priority.data.partition("-")[0]))
    if priority is None:
        raise NotFound
    return priority
