"""Indicators: all of a strategy, one by itself, described and given to whoever reports it."""

from flask import redirect, render_template, url_for

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.plans import access as plans
from lipnet.plans.access import Can
from lipnet.plans.indicators import access, forms, operations
from lipnet.plans.indicators.figures import shown
from lipnet.plans.indicators.history import history_of, picture_of
from lipnet.plans.indicators.models import COUNTED_NAMES, Indicator, ReportingPeriod
from lipnet.plans.indicators.of_year import indicators_of, is_few
from lipnet.plans.indicators.periods import called
from lipnet.plans.indicators.serving import actions_serving, indicators_served
from lipnet.plans.indicators.settled import is_settled
from lipnet.plans.manage import bp
from lipnet.plans.models import PlanAction
from lipnet.plans.strategies import forms as tagging
from lipnet.plans.strategies import operations as strategies
from lipnet.plans.strategies.models import tags_of


@bp.context_processor
def _words() -> dict:
    return {"figure_shown": shown, "period_called": called, "counted_names": COUNTED_NAMES}


@bp.route("/strategies/<int:strategy_id>/indicators")
@requires(Can.READ)
def indicators(strategy_id):
    """Where every indicator stands in one year of the strategy."""
    strategy = plans.strategy_of(strategy_id)
    last = strategy.to_year - 1
    today = clock.fiscal_year(clock.today())
    year = number_asked("year") or min(max(today, strategy.from_year), last)
    return render_template(
        "plans/indicators/all.html",
        strategy=strategy,
        year=year,
        told=indicators_of(strategy, year),
        periods=ReportingPeriod.of(strategy),
        today=clock.today(),
    )


@bp.route("/indicators/<int:indicator_id>")
@requires(Can.READ)
def indicator(indicator_id):
    one = access.indicator_of(indicator_id)
    rows = history_of(one)
    return render_template(
        "plans/indicators/one.html",
        indicator=one,
        rows=rows,
        picture=picture_of(one, rows),
        may_report=access.may_report(me(), one),
        is_settled=is_settled(one),
        is_few=is_few,
        actions=actions_serving(one),
        targets=sorted(one.year_targets, key=lambda row: row.fiscal_year),
    )


@bp.route("/priorities/<int:priority_id>/indicators/new", methods=["GET", "POST"])
@requires(Can.MANAGE)
def new_indicator(priority_id):
    priority = plans.priority_of(priority_id)
    form = forms.form_for(priority)
    made = form.carry_out(
        lambda: operations.add_indicator(
            priority,
            form.told(),
            counted=form.counted.data,
            groups=form.group_names(),
            years=form.aims(),
            by=me(),
        )
    )
    if made:
        notice(_("The indicator is there. Now say who reports it."))
        return redirect(url_for(".assign_indicator", indicator_id=made.id), 303)
    return render_template("plans/indicators/edit.html", form=form, priority=priority, one=None)


@bp.route("/indicators/<int:indicator_id>/edit", methods=["GET", "POST"])
@requires(Can.MANAGE)
def edit_indicator(indicator_id):
    """While nothing holds its words; afterwards only what each year should reach."""
    one = access.indicator_of(indicator_id)
    form = forms.form_for(one.priority, one)
    form.counted.validators = ()
    if is_settled(one):
        form.name.validators = ()
    if form.carry_out(lambda: _describe(one, form)):
        return _back_to(one)
    page = "targets.html" if is_settled(one) else "edit.html"
    return render_template(f"plans/indicators/{page}", form=form, priority=one.priority, one=one)


@bp.route("/indicators/<int:indicator_id>/reporter", methods=["GET", "POST"])
@requires(Can.MANAGE)
def assign_indicator(indicator_id):
    one = access.indicator_of(indicator_id)
    now = {name: str(getattr(one, f"{name}_id") or "")
           for name in ("body", "organisation", "person")}  # fmt: skip
    form = forms.ReporterForm(data=now).offer()
    if form.carry_out(lambda: operations.assign_indicator(one, by=me(), **form.chosen())):
        return _back_to(one)
    return render_template("plans/indicators/reporter.html", form=form, one=one)


@bp.route("/indicators/<int:indicator_id>/retirement", methods=["POST"])
@requires(Can.MANAGE)
def retire_indicator(indicator_id):
    one = access.indicator_of(indicator_id)
    strategy = one.strategy
    operations.retire_indicator(one, by=me())
    notice(_("The indicator is out of use."))
    return redirect(url_for(".indicators", strategy_id=strategy.id), 303)


@bp.route("/actions/<int:number>/serves", methods=["GET", "POST"])
@requires(Can.MANAGE)
def action_serves(number):
    """Which indicators an action is to move, and its tags."""
    action = plans.action_by_number(number)
    form = forms.ServesForm().offer(action.plan.strategy, indicators_served(action))
    tags = tagging.TagsForm().offer(tags_of(action))
    if form.carry_out(lambda: _serve(action, form, tags)):
        notice(_("Saved."))
        return redirect(url_for(".action", number=number), 303)
    return render_template("plans/indicators/serves.html", action=action, form=form, tags=tags)


def _serve(action: PlanAction, form, tags) -> bool:
    operations.say_what_it_serves(action, form.chosen(), by=me())
    strategies.tag_action(action, tags.chosen(), by=me())
    return True


def _describe(one: Indicator, form) -> None:
    if is_settled(one):
        operations.set_targets(one, form.aims(), by=me())
        return
    operations.describe_indicator(
        one, form.told(), groups=form.group_names(), years=form.aims(), by=me()
    )


def _back_to(one: Indicator):
    notice(_("Saved."))
    return redirect(url_for(".indicator", indicator_id=one.id), 303)
