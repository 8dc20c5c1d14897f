"""Pages on which a plan is opened from the last one, and actions are merged and split."""

from flask import redirect, render_template, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, requires
from lipnet.plans import access
from lipnet.plans.access import Can
from lipnet.plans.compiling import forms, opening, operations
from lipnet.plans.compiling.models import ReshapedAction
from lipnet.plans.compiling.operations import CarriedOn
from lipnet.plans.manage import bp
from lipnet.plans.models import ActionPlan, PlanAction, Priority
from lipnet.plans.operations import FROZEN


@bp.route("/<int:fiscal_year>/opening", methods=["GET", "POST"])
@requires(Can.MANAGE)
def open_plan(fiscal_year):
    plan = access.plan_of(fiscal_year)
    offer = opening.offer_for(plan, me())
    shape = forms.opening_form(offer.unfinished, offer.done, offer.items, offer.aside)
    form = forms.offer_priorities(shape(data=opening.begun_with(plan, offer)), plan)
    if form.carry_out(lambda: _open(plan, offer, form)):
        notice(_("What goes on from the last plan stands in this one."))
        return redirect(url_for(".plan", fiscal_year=fiscal_year), 303)
    return render_template("plans/compiling/opening.html", plan=plan, offer=offer, form=form)


@bp.route("/actions/<int:number>/merging", methods=["GET", "POST"])
@requires(Can.MANAGE)
def merge_action(number):
    action = _to_shape(number)
    form = forms.MergeForm(data={"text": action.text}).offer(action)
    if form.carry_out(
        lambda: operations.merge_actions(
            action, PlanAction.get_by_id(form.gone.data), text=form.text.data, by=me()
        )
    ):
        notice(_("The two actions are one. Every reason was kept."))
        return redirect(url_for(".action", number=number), 303)
    return _shape_page(action, form, _("Merge another action into this one"), _("Merge them"))


@bp.route("/actions/<int:number>/splitting", methods=["GET", "POST"])
@requires(Can.MANAGE)
def split_action(number):
    action = _to_shape(number)
    form = forms.SplitForm(data={"first": action.text, "second": action.text})
    if new := form.carry_out(
        lambda: operations.split_action(
            action, first=form.first.data, second=form.second.data, by=me()
        )
    ):
        notice(_("The action is two now. Both rest on the same."))
        return redirect(url_for(".action", number=new.number), 303)
    return _shape_page(action, form, _("Split this action in two"), _("Split it"))


@bp.route("/reshaped/<int:reshaped_id>/undoing", methods=["POST"])
@requires(Can.MANAGE)
def undo_reshaping(reshaped_id):
    """A merge or a split is taken back, from the page of the action."""
    row = ReshapedAction.get_or_none(ReshapedAction.id == reshaped_id)
    if row is None:
        raise NotFound
    number = row.into.number if row.into else row.from_number
    try:
        number = operations.undo_reshaping(row, by=me()).number
        notice(_("Taken back. Each stands as it did, with its own number."))
    except Refusal as no:
        notice(no.reason, "warning")
    return redirect(url_for(".action", number=number), 303)


def _to_shape(number: int) -> PlanAction:
    """The action as it stands in the latest plan: only one not adopted yet is merged or split."""
    rows = PlanAction.select(PlanAction, ActionPlan).join(ActionPlan)
    latest = rows.where(PlanAction.number == number).order_by(ActionPlan.fiscal_year.desc())
    action = latest.first()
    if action is None:
        raise NotFound
    if action.plan.is_adopted:
        raise Refusal(FROZEN)
    return action


def _shape_page(action: PlanAction, form, heading: str, submit: str):
    return render_template(
        "plans/compiling/shape.html", action=action, form=form, heading=heading, submit=submit
    )


def _open(plan: ActionPlan, offer: opening.Offer, form) -> bool:
    operations.open_plan(
        plan,
        carried=[
            CarriedOn(action, _chosen(form, action.number), form[f"reason_{action.number}"].data)
            for action in offer.unfinished
            if form[f"carry_{action.number}"].data
        ],
        repeated=[
            (action, _chosen(form, action.number))
            for action in offer.done
            if form[f"repeat_{action.number}"].data
        ],
        taken=[
            (source.record, _chosen(form, f"i{source.record.id}"))
            for source in offer.items
            if form[f"take_{source.record.id}"].data
        ],
        again=[choice for choice in offer.aside if form[f"again_{choice.id}"].data],
        by=me(),
    )
    return True


def _chosen(form, key) -> Priority:
    return access.priority_of(form[f"priority_{key}"].data)
