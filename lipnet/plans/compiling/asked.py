"""Which sources and which days a page of the desk was asked for; the address holds both."""

from datetime import date, timedelta

from flask import request

from lipnet.core.refusals import NotFound
from lipnet.core.web import me
from lipnet.plans import sources
from lipnet.plans.compiling.desk import default_span
from lipnet.plans.models import ActionPlan
from lipnet.plans.sources import Source, Span

SPAN = ("from", "to", "body")


def asked_sources() -> list[Source]:
    """What is ticked (`because`), and the whole heap whose button was pressed (`these`), unless
    some of that heap is ticked. A form that was sent says only what stayed ticked in it."""
    if request.method == "POST":
        return sources.from_keys(request.form.getlist("because"), me())
    ticked = request.args.getlist("because")
    heap = [key for key in request.args.get("these", "").split(",") if key]
    return sources.from_keys(ticked if set(ticked) & set(heap) else [*heap, *ticked], me())


def asked_span(plan: ActionPlan) -> Span:
    """The months and bodies in the address; without, those that the plan begins with."""
    usual = default_span(plan)
    first, last = _month("from"), _month("to")
    bodies = frozenset(map(int, filter(str.isdecimal, request.args.getlist("body"))))
    if any(number > 2**31 - 1 for number in bodies):
        raise NotFound
    ends = _last_day(last) if last else usual.last
    return Span(min(first or usual.first, ends), ends, bodies)


def span_kept() -> dict:
    """The span as the address says it, to be kept in the next address."""
    return {name: request.args.getlist(name) for name in SPAN if name in request.args}


def months_offered(plan: ActionPlan, span: Span) -> list[date]:
    """From a year before the plan's, or what is asked for, to the month under way."""
    first = min(date(plan.fiscal_year - 1, 4, 1), span.first.replace(day=1))
    latest = max(span.last, default_span(plan).last)
    months = [first]
    while (following := _last_day(months[-1]) + timedelta(days=1)) <= latest:
        months.append(following)
    return months


def _month(name: str) -> date | None:
    try:
        month = date.fromisoformat(request.args.get(name, "") + "-01")
    except ValueError:
        return None
    return month if 1990 <= month.year <= 2100 else None


def _last_day(month: date) -> date:
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return following - timedelta(days=1)
