"""The page that a letter's link leads to, without account or cookie: what one's indicators came
to. Nothing is shown but these, and nothing is taken for others."""

from flask import redirect, render_template, request, url_for

from lipnet.core.i18n import language
from lipnet.core.refusals import Refusal
from lipnet.core.web import public_without_cookie
from lipnet.plans.acting.asking import asked_by
from lipnet.plans.acting.lead_pages import public
from lipnet.plans.indicators import operations
from lipnet.plans.indicators.asking import ReadingAsk, reported_by_one
from lipnet.plans.indicators.operations.asking import PURPOSE
from lipnet.plans.indicators.periods import called
from lipnet.plans.indicators.reading_form import COUNTED
from lipnet.plans.indicators.sheet import Line, alone, lines_to_fill_in


@public.route("/readings/<token>", methods=["GET", "POST"])
@public_without_cookie
def readings(token: str):
    """Looking changes nothing; what is left as it was is not noted."""
    try:
        ask = asked_by(token, ReadingAsk, PURPOSE)
    except Refusal:
        return render_template("plans/indicators/asked_over.html"), 410
    lines, kept = _sent(ask) if request.method == "POST" else (_lines(ask), [])
    wrong = any(line.form.errors or line.form.form_errors for line in lines)
    if kept and not wrong:
        return redirect(url_for(".readings", token=token, lang=language().tag, kept=1), 303)
    return render_template(
        "plans/indicators/asked.html",
        ask=ask,
        lines=lines,
        period=called(ask.period.starts, ask.period.ends),
        counted=COUNTED,
        kept=bool(request.args.get("kept")) and request.method == "GET",
        nothing=request.method == "POST" and not wrong,
        address=url_for(".readings", token=token, lang=language().tag),
    )


def _lines(ask: ReadingAsk) -> list[Line]:
    return lines_to_fill_in(ask.period, reported_by_one(ask))


def _sent(ask: ReadingAsk) -> tuple[list[Line], list[Line]]:
    """All lines, and those of which something new was kept."""
    with alone(ask.period) as now:
        ask.period = now
        lines = _lines(ask)
        return lines, [line for line in lines if _keep(line, ask)]


def _keep(line: Line, ask: ReadingAsk) -> bool:
    return line.kept_by(
        lambda said: operations.report_reading(ask, line.indicator, said, by=ask.person)
    )
