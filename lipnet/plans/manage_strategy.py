"""The strategy's page: its pillars and priorities, and its adoption."""

from flask import redirect, render_template, url_for

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.plans import access, forms, operations
from lipnet.plans.access import Can
from lipnet.plans.manage import bp, motion_chosen
from lipnet.plans.models import Priority, Strategy
from lipnet.plans.strategies import operations as within
from lipnet.plans.strategies.access import objective_of
from lipnet.plans.strategies.naming import levels_called
from lipnet.plans.strategies.told import preface_of, told_of


@bp.route("/strategy")
@requires(Can.READ)
def strategy():
    return _strategy_page(Strategy.current())


@bp.route("/strategies/<int:strategy_id>")
@requires(Can.READ)
def one_strategy(strategy_id):
    return _strategy_page(access.strategy_of(strategy_id))


@bp.route("/strategies/new", methods=["GET", "POST"])
@requires(Can.MANAGE)
def begin_strategy():
    latest = Strategy.latest()
    year = latest.to_year if latest else clock.fiscal_year(clock.today())
    form = forms.StrategyForm(data={"from_year": year, "to_year": year + 5})
    if form.carry_out(lambda: operations.write_strategy(by=me(), **_described(form))):
        notice(_("The strategy is begun. Now give it pillars and priorities."))
        return _back_to(Strategy.latest())
    return render_template("plans/edit_strategy.html", form=form, strategy=None)


@bp.route("/strategies/<int:strategy_id>/edit", methods=["GET", "POST"])
@requires(Can.MANAGE)
def edit_strategy(strategy_id):
    strategy = access.strategy_of(strategy_id)
    form = forms.StrategyForm(obj=strategy)
    if form.carry_out(lambda: operations.describe_strategy(strategy, by=me(), **_described(form))):
        notice(_("The strategy is changed."))
        return _back_to(strategy)
    return render_template("plans/edit_strategy.html", form=form, strategy=strategy)


@bp.route("/strategies/<int:strategy_id>/adoption", methods=["GET", "POST"])
@requires(Can.MANAGE)
def adopt_strategy(strategy_id):
    strategy = access.strategy_of(strategy_id)
    form = forms.MotionForm().offer()
    if form.carry_out(
        lambda: operations.adopt_strategy(strategy, motion=motion_chosen(form), by=me())
    ):
        notice(_("The strategy is adopted. Its words stay as they are."))
        return _back_to(strategy)
    return render_template("plans/adopt_strategy.html", strategy=strategy, form=form)


@bp.route("/strategies/<int:strategy_id>/pillars/new", methods=["GET", "POST"])
@requires(Can.MANAGE)
def new_pillar(strategy_id):
    strategy = access.strategy_of(strategy_id)
    form = forms.TitleForm()
    if form.carry_out(lambda: operations.add_pillar(strategy, form.title.data, by=me())):
        return _back_to(strategy)
    return _title_page(form, strategy, _adding("pillar", _("Add a pillar")))


@bp.route("/pillars/<int:pillar_id>", methods=["GET", "POST"])
@requires(Can.MANAGE)
def edit_pillar(pillar_id):
    pillar = access.pillar_of(pillar_id)
    form = forms.TitleForm(obj=pillar)
    if form.carry_out(lambda: operations.reword_pillar(pillar, form.title.data, by=me())):
        return _back_to(pillar.strategy)
    removal = url_for(".remove_pillar", pillar_id=pillar_id)
    return _title_page(form, pillar.strategy, _changing("pillar", _("Change the pillar")), removal)


@bp.route("/pillars/<int:pillar_id>/removal", methods=["POST"])
@requires(Can.MANAGE)
def remove_pillar(pillar_id):
    pillar = access.pillar_of(pillar_id)
    operations.remove_pillar(pillar, by=me())
    return _back_to(pillar.strategy)


@bp.route("/pillars/<int:pillar_id>/priorities/new", methods=["GET", "POST"])
@requires(Can.MANAGE)
def new_priority(pillar_id):
    pillar = access.pillar_of(pillar_id)
    form = forms.TitleForm()
    if form.carry_out(lambda: operations.add_priority(pillar, form.title.data, by=me())):
        return _back_to(pillar.strategy)
    return _title_page(form, pillar.strategy, _adding("priority", _("Add a priority")))


@bp.route("/priorities/<int:priority_id>", methods=["GET", "POST"])
@requires(Can.MANAGE)
def edit_priority(priority_id):
    priority = access.priority_of(priority_id)
    form = forms.TitleForm(obj=priority)
    if form.carry_out(lambda: operations.reword_priority(priority, form.title.data, by=me())):
        return _back_to(priority.pillar.strategy)
    removal = url_for(".remove_priority", priority_id=priority_id)
    return _title_page(
        form, priority.pillar.strategy, _changing("priority", _("Change the priority")), removal
    )


@bp.route("/priorities/<int:priority_id>/removal", methods=["POST"])
@requires(Can.MANAGE)
def remove_priority(priority_id):
    priority = access.priority_of(priority_id)
    operations.remove_priority(priority, by=me())
    return _back_to(priority.pillar.strategy)


@bp.route("/priorities/<int:priority_id>/objectives/new", methods=["GET", "POST"])
@requires(Can.MANAGE)
def new_objective(priority_id):
    priority = access.priority_of(priority_id)
    strategy, form = priority.pillar.strategy, forms.TitleForm()
    if form.carry_out(lambda: within.add_objective(priority, form.title.data, by=me())):
        return _back_to(strategy)
    return _title_page(form, strategy, _adding("objective", _("Add an objective")), of=priority)


@bp.route("/objectives/<int:objective_id>", methods=["GET", "POST"])
@requires(Can.MANAGE)
def edit_objective(objective_id):
    objective = objective_of(objective_id)
    strategy, form = objective.priority.pillar.strategy, forms.TitleForm(obj=objective)
    if form.carry_out(lambda: within.reword_objective(objective, form.title.data, by=me())):
        return _back_to(strategy)
    words = _changing("objective", _("Change the objective"))
    removal = url_for(".remove_objective", objective_id=objective_id)
    return _title_page(form, strategy, words, removal, of=objective.priority)


@bp.route("/objectives/<int:objective_id>/removal", methods=["POST"])
@requires(Can.MANAGE)
def remove_objective(objective_id):
    objective = objective_of(objective_id)
    within.remove_objective(objective, by=me())
    return _back_to(objective.priority.pillar.strategy)


def _described(form) -> dict:
    return {
        "title": form.title.data,
        "from_year": form.from_year.data,
        "to_year": form.to_year.data,
    }


def _strategy_page(strategy: Strategy | None):
    others = [
        other for other in Strategy.select().order_by(Strategy.from_year) if other != strategy
    ]
    return render_template(
        "plans/strategy.html",
        strategy=strategy,
        others=others,
        told=told_of(strategy) if strategy else [],
        preface=preface_of(strategy) if strategy else None,
    )


def _title_page(
    form, strategy: Strategy, heading: str, removal: str = "", of: Priority | None = None
):
    return render_template(
        "plans/title.html", form=form, strategy=strategy, words=heading, removal=removal, of=of
    )


def _adding(level: str, usual: str) -> str:
    """The usual sentence, or one that stands with any word of a partnership's own."""
    own = levels_called()[level]
    return _("Add: %(level)s", level=own.word) if own.is_own else usual


def _changing(level: str, usual: str) -> str:
    own = levels_called()[level]
    return _("Change: %(level)s", level=own.word) if own.is_own else usual


def _back_to(strategy: Strategy):
    return redirect(url_for(".one_strategy", strategy_id=strategy.id), 303)
