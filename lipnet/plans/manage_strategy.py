"""The strategy's page: its pillars and priorities, and its adoption."""

from flask import redirect, render_template, url_for

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.plans import access, forms, operations
from lipnet.plans.access import Can
from lipnet.plans.manage import bp, motion_chosen
from lipnet.plans.models import Strategy


@bp.route("/strategy")
@requires(Can.READ)
def strategy():
    return render_template("plans/strategy.html", strategy=Strategy.current())


@bp.route("/strategy/begin", methods=["GET", "POST"])
@requires(Can.MANAGE)
def begin_strategy():
    year = clock.fiscal_year(clock.today())
    form = forms.StrategyForm(data={"from_year": year, "to_year": year + 5})
    if form.carry_out(lambda: operations.write_strategy(by=me(), **_described(form))):
        notice(_("The strategy is begun. Now give it pillars and priorities."))
        return redirect(url_for(".strategy"), 303)
    return render_template("plans/edit_strategy.html", form=form, strategy=None)


@bp.route("/strategy/edit", methods=["GET", "POST"])
@requires(Can.MANAGE)
def edit_strategy():
    strategy = access.the_strategy()
    form = forms.StrategyForm(obj=strategy)
    if form.carry_out(lambda: operations.describe_strategy(strategy, by=me(), **_described(form))):
        notice(_("The strategy is changed."))
        return redirect(url_for(".strategy"), 303)
    return render_template("plans/edit_strategy.html", form=form, strategy=strategy)


@bp.route("/strategy/adoption", methods=["GET", "POST"])
@requires(Can.MANAGE)
def adopt_strategy():
    strategy = access.the_strategy()
    form = forms.MotionForm().offer()
    if form.carry_out(
        lambda: operations.adopt_strategy(strategy, motion=motion_chosen(form), by=me())
    ):
        notice(_("The strategy is adopted. Its words stay as they are."))
        return redirect(url_for(".strategy"), 303)
    return render_template("plans/adopt_strategy.html", strategy=strategy, form=form)


@bp.route("/strategy/pillars/new", methods=["GET", "POST"])
@requires(Can.MANAGE)
def new_pillar():
    strategy = access.the_strategy()
    form = forms.TitleForm()
    if form.carry_out(lambda: operations.add_pillar(strategy, form.title.data, by=me())):
        return redirect(url_for(".strategy"), 303)
    return _title_page(form, _("Add a pillar"))


@bp.route("/pillars/<int:pillar_id>", methods=["GET", "POST"])
@requires(Can.MANAGE)
def edit_pillar(pillar_id):
    pillar = access.pillar_of(pillar_id)
    form = forms.TitleForm(obj=pillar)
    if form.carry_out(lambda: operations.reword_pillar(pillar, form.title.data, by=me())):
        return redirect(url_for(".strategy"), 303)
    removal = url_for(".remove_pillar", pillar_id=pillar_id)
    return _title_page(form, _("Change the pillar"), removal)


@bp.route("/pillars/<int:pillar_id>/removal", methods=["POST"])
@requires(Can.MANAGE)
def remove_pillar(pillar_id):
    operations.remove_pillar(access.pillar_of(pillar_id), by=me())
    return redirect(url_for(".strategy"), 303)


@bp.route("/pillars/<int:pillar_id>/priorities/new", methods=["GET", "POST"])
@requires(Can.MANAGE)
def new_priority(pillar_id):
    pillar = access.pillar_of(pillar_id)
    form = forms.TitleForm()
    if form.carry_out(lambda: operations.add_priority(pillar, form.title.data, by=me())):
        return redirect(url_for(".strategy"), 303)
    return _title_page(form, _("Add a priority"))


@bp.route("/priorities/<int:priority_id>", methods=["GET", "POST"])
@requires(Can.MANAGE)
def edit_priority(priority_id):
    priority = access.priority_of(priority_id)
    form = forms.TitleForm(obj=priority)
    if form.carry_out(lambda: operations.reword_priority(priority, form.title.data, by=me())):
        return redirect(url_for(".strategy"), 303)
    removal = url_for(".remove_priority", priority_id=priority_id)
    return _title_page(form, _("Change the priority"), removal)


@bp.route("/priorities/<int:priority_id>/removal", methods=["POST"])
@requires(Can.MANAGE)
def remove_priority(priority_id):
    operations.remove_priority(access.priority_of(priority_id), by=me())
    return redirect(url_for(".strategy"), 303)


def _described(form) -> dict:
    return {
        "title": form.title.data,
        "from_year": form.from_year.data,
        "to_year": form.to_year.data,
    }


def _title_page(form, heading: str, removal: str = ""):
    return render_template("plans/title.html", form=form, words=heading, removal=removal)
