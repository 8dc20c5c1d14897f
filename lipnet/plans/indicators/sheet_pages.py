"""Periods: opened, filled in on one sheet, closed; and what is corrected afterwards."""

from datetime import date

from flask import redirect, render_template, request, url_for

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import join_list, ngettext
from lipnet.core.multilingual import plain
from lipnet.core.pages import notice
from lipnet.core.permissions import may
from lipnet.core.refusals import Refusal
from lipnet.core.web import me, requires
from lipnet.plans import access as plans
from lipnet.plans.access import Can
from lipnet.plans.indicators import access, forms, operations
from lipnet.plans.indicators.asking import ReadingAsk
from lipnet.plans.indicators.models import Indicator, ReportingPeriod
from lipnet.plans.indicators.rhythm import may_open, rhythm_of
from lipnet.plans.indicators.sheet import Line, alone, few_in, line_of, lines_of
from lipnet.plans.indicators.standing import latest_of_period
from lipnet.plans.manage import bp
from lipnet.plans.models import Strategy


@bp.route("/strategies/<int:strategy_id>/periods", methods=["GET", "POST"])
@requires(Can.MANAGE)
def open_period(strategy_id):
    strategy = plans.strategy_of(strategy_id)
    form = forms.PeriodForm().offer(may_open(strategy))
    made = form.carry_out(lambda: _open(strategy, form))
    if made:
        notice(_("The period is open. Whoever reports an indicator can fill it in."))
        return redirect(url_for(".sheet", period_id=made.id), 303)
    return render_template(
        "plans/indicators/periods.html",
        strategy=strategy,
        form=form,
        rhythm=forms.RhythmForm(formdata=None, data={"per_year": rhythm_of(strategy)}).offer(),
        periods=ReportingPeriod.of(strategy),
        today=clock.today(),
    )


@bp.route("/strategies/<int:strategy_id>/rhythm", methods=["POST"])
@requires(Can.MANAGE)
def set_rhythm(strategy_id):
    strategy = plans.strategy_of(strategy_id)
    form = forms.RhythmForm().offer()
    if form.validate_on_submit():
        operations.set_rhythm(strategy, form.per_year.data, by=me())
        notice(_("Saved."))
    return redirect(url_for(".open_period", strategy_id=strategy_id), 303)


@bp.route("/periods/<int:period_id>", methods=["GET", "POST"])
@requires(Can.READ)
def sheet(period_id):
    """Every indicator of the period; those the reader reports, to fill in."""
    period = access.period_of(period_id)
    lines, kept = _sent(period) if request.method == "POST" else (lines_of(period, me()), [])
    if request.method == "POST":
        if kept:
            notice(ngettext("%(num)s reading is kept.", "%(num)s readings are kept.", len(kept)))
        _warn_of_few(kept)
        if not any(line.form is not None and line.form.errors for line in lines):
            return redirect(url_for(".sheet", period_id=period_id), 303)
    may_ask = may(me(), Can.MANAGE) and period.is_open
    return render_template(
        "plans/indicators/sheet.html",
        period=period,
        lines=lines,
        today=clock.today(),
        may_ask=may_ask,
        asks=ReadingAsk.of(period) if may_ask else [],
    )


@bp.route("/periods/<int:period_id>/asking", methods=["POST"])
@requires(Can.MANAGE)
def ask_reporters(period_id):
    """Letters to all who report an indicator, and reminders to those who have not answered."""
    try:
        asks = operations.ask_reporters(access.period_of(period_id), by=me())
        text = ngettext(
            "%(num)s person is written to.", "%(num)s people are written to.", len(asks)
        )
        notice(text)
    except Refusal as no:
        notice(no.reason, "warning")
    return redirect(url_for(".sheet", period_id=period_id), 303)


@bp.route("/periods/<int:period_id>/closing", methods=["GET", "POST"])
@requires(Can.MANAGE)
def close_period(period_id):
    period = access.period_of(period_id)
    if request.method == "POST":
        operations.close_period(period, by=me())
        notice(_("The period is closed. What was noted stays."))
        return redirect(url_for(".sheet", period_id=period_id), 303)
    read = latest_of_period(period)
    missing = [one for one in Indicator.of(period.strategy) if one.id not in read]
    return render_template("plans/indicators/close.html", period=period, missing=missing)


@bp.route(
    "/indicators/<int:indicator_id>/periods/<int:period_id>/correction", methods=["GET", "POST"]
)
@requires(Can.READ)
def correct_reading(indicator_id, period_id):
    """In a closed period; while it is open the sheet itself is changed."""
    indicator = access.indicator_to_report(indicator_id, me())
    period = access.period_of(period_id)
    if period.is_open:
        return redirect(url_for(".sheet", period_id=period_id), 303)
    form = forms.CorrectionForm()
    with alone(period):
        line = line_of(indicator, period)
        made = line.is_right() and form.carry_out(lambda: _correct(line, period, form))
    if made:
        notice(_("The correction stands beside what was noted before."))
        _warn_of_few([line])
        return redirect(url_for(".indicator", indicator_id=indicator_id), 303)
    return render_template("plans/indicators/correction.html", line=line, period=period, form=form)


def _open(strategy: Strategy, form) -> ReportingPeriod:
    return operations.open_period(
        strategy, date.fromisoformat(form.starts.data), due=form.due.data, by=me()
    )


def _sent(period: ReportingPeriod) -> tuple[list[Line], list[Line]]:
    """All lines, and those of which something new was kept."""
    with alone(period) as now:
        lines = lines_of(now, me())
        return lines, [line for line in lines if line.form is not None and _keep(line, now)]


def _keep(line: Line, period: ReportingPeriod) -> bool:
    return line.kept_by(lambda said: operations.note_reading(line.indicator, period, said, by=me()))


def _correct(line: Line, period: ReportingPeriod, form):
    return operations.correct_reading(
        line.indicator, period, line.said(), why=form.why.data, by=me()
    )


def _warn_of_few(lines: list[Line]) -> None:
    few = [plain(line.indicator.name) for line in lines if few_in(line)]
    if few:
        notice(
            _(
                "Fewer than five people: %(indicators)s. In public, somebody could tell who they "
                "are.",
                indicators=join_list(few),
            ),
            "warning",
        )
