"""Names of levels, why, outcomes, and the strategy as one page in two languages."""

from flask import redirect, render_template, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.plans import access as plans
from lipnet.plans.access import Can
from lipnet.plans.manage import bp
from lipnet.plans.models import Strategy
from lipnet.plans.strategies import access, forms, operations
from lipnet.plans.strategies.models import LEVEL_NAMES, LevelName, LevelReason
from lipnet.plans.strategies.told import WHOLE_LANGUAGES, preface_of, told_of, words_in_each


@bp.route("/strategies/<int:strategy_id>/whole")
@requires(Can.READ)
def whole_strategy(strategy_id):
    strategy = plans.strategy_of(strategy_id)
    return render_template(
        "plans/strategies/whole.html",
        strategy=strategy,
        told=told_of(strategy),
        preface=preface_of(strategy),
        words=words_in_each(),
        tags=WHOLE_LANGUAGES,
    )


@bp.route("/levels", methods=["GET", "POST"])
@requires(Can.MANAGE)
def name_levels():
    form = forms.LevelsForm(data={row.level: row.name for row in LevelName.select()})
    if form.carry_out(
        lambda: operations.call_levels({level: form[level].data for level in LEVEL_NAMES}, by=me())
    ):
        notice(_("Saved."))
        return redirect(url_for(".strategy"), 303)
    return render_template("plans/strategies/levels.html", form=form)


@bp.route("/strategies/<int:strategy_id>/preface", methods=["GET", "POST"])
@requires(Can.MANAGE)
def preface(strategy_id):
    strategy = plans.strategy_of(strategy_id)
    form = forms.PrefaceForm(obj=preface_of(strategy))
    if form.carry_out(
        lambda: operations.preface_strategy(
            strategy,
            rationale=form.rationale.data or {},
            highlights=form.highlights.data or {},
            by=me(),
        )
    ):
        return _back_to(strategy)
    return render_template("plans/strategies/preface.html", form=form, strategy=strategy)


@bp.route("/pillars/<int:pillar_id>/reason", methods=["GET", "POST"])
@requires(Can.MANAGE)
def reason_of_pillar(pillar_id):
    pillar = plans.pillar_of(pillar_id)
    kept = LevelReason.get_or_none(LevelReason.pillar == pillar)
    return _reason_page(pillar, kept, pillar.strategy)


@bp.route("/priorities/<int:priority_id>/reason", methods=["GET", "POST"])
@requires(Can.MANAGE)
def reason_of_priority(priority_id):
    priority = plans.priority_of(priority_id)
    kept = LevelReason.get_or_none(LevelReason.priority == priority)
    return _reason_page(priority, kept, priority.pillar.strategy)


@bp.route("/priorities/<int:priority_id>/outcomes/new", methods=["GET", "POST"])
@requires(Can.MANAGE)
def new_outcome(priority_id):
    priority = plans.priority_of(priority_id)
    form = forms.OutcomeForm().offer()
    if form.carry_out(
        lambda: operations.add_outcome(priority, form.text.data, term=form.term.data, by=me())
    ):
        return _back_to(priority.pillar.strategy)
    return _outcome_page(form, priority)


@bp.route("/outcomes/<int:outcome_id>", methods=["GET", "POST"])
@requires(Can.MANAGE)
def edit_outcome(outcome_id):
    outcome = access.outcome_of(outcome_id)
    form = forms.OutcomeForm(obj=outcome).offer()
    if form.carry_out(
        lambda: operations.reword_outcome(outcome, form.text.data, term=form.term.data, by=me())
    ):
        return _back_to(outcome.priority.pillar.strategy)
    return _outcome_page(form, outcome.priority, outcome)


@bp.route("/outcomes/<int:outcome_id>/removal", methods=["POST"])
@requires(Can.MANAGE)
def remove_outcome(outcome_id):
    outcome = access.outcome_of(outcome_id)
    strategy = outcome.priority.pillar.strategy
    operations.remove_outcome(outcome, by=me())
    return _back_to(strategy)


def _reason_page(of, kept: LevelReason | None, strategy: Strategy):
    form = forms.ReasonForm(data={"text": kept.text if kept else {}})
    if form.carry_out(lambda: operations.give_reason(of, form.text.data or {}, by=me())):
        return _back_to(strategy)
    return render_template("plans/strategies/reason.html", form=form, of=of, strategy=strategy)


def _outcome_page(form, priority, outcome=None):
    return render_template(
        "plans/strategies/outcome.html", form=form, priority=priority, outcome=outcome
    )


def _back_to(strategy: Strategy):
    notice(_("Saved."))
    return redirect(url_for(".one_strategy", strategy_id=strategy.id), 303)
