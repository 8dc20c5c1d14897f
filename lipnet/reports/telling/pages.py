"""For everybody: a year's page, the list of all years, and sheets to print."""

from flask import current_app, redirect, render_template, url_for

from lipnet.core import clock, i18n, qr
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound
from lipnet.core.web import public_without_cookie
from lipnet.plans.models import ActionPlan
from lipnet.reports import access
from lipnet.reports.models import AnnualReport
from lipnet.reports.respond import bp, check_language
from lipnet.reports.telling.showing import with_plain_words
from lipnet.reports.telling.years import YearTold, year_told, years_told

OUTCOME_NAMES = {
    "done": lazy("Something is done"),
    "under_way": lazy("We are working on it"),
    "decided": lazy("It was decided"),
    "later": lazy("Not yet"),
    "will_not": lazy("Will not be done"),
    "worked_on": lazy("The committee is still working on this."),
    "nothing": lazy("Nothing is decided yet"),
}


@bp.get("/told")
@public_without_cookie
def told_anywhere():
    """The short address: it leads to the reader's language."""
    answer = redirect(url_for(".told_years", lang=i18n.language().tag))
    answer.vary.add("Accept-Language")
    return answer


@bp.get("/told/<lang>")
@public_without_cookie
def told_years(lang):
    check_language(lang)
    return render_template(
        "reports/told_years.html", told=years_told(), outcome_names=OUTCOME_NAMES
    )


@bp.get("/told/year/<int:fiscal_year>/<lang>")
@public_without_cookie
def told_year(fiscal_year, lang):
    """Everything heard in one year, and what became of it."""
    told = _year(fiscal_year, lang)
    report = AnnualReport.of_year(fiscal_year)
    return render_template(
        "reports/told_year.html",
        told=told,
        plain_words=with_plain_words(told.heard),
        outcome_names=OUTCOME_NAMES,
        has_report=bool(report and report.is_published),
        today=clock.today(),
    )


@bp.get("/told/<slug>/<lang>/poster")
@public_without_cookie
def told_poster(slug, lang):
    """A sheet to hang up: the address of a survey's page, and its code."""
    survey = access.survey_to_tell(slug)
    check_language(lang)
    return _poster(url_for(".told", slug=slug, lang=lang), survey=survey)


@bp.get("/told/year/<int:fiscal_year>/<lang>/poster")
@public_without_cookie
def told_year_poster(fiscal_year, lang):
    told = _year(fiscal_year, lang)
    return _poster(url_for(".told_year", fiscal_year=fiscal_year, lang=lang), told=told)


def _year(fiscal_year: int, lang: str) -> YearTold:
    """A year with a plan or with something heard."""
    check_language(lang)
    if not 1990 <= fiscal_year <= 2100:
        raise NotFound
    told = year_told(fiscal_year)
    if not told.heard and ActionPlan.of_year(fiscal_year) is None:
        raise NotFound
    return told


def _poster(page: str, **about) -> str:
    address = current_app.config["LIPNET"].site.address.rstrip("/") + page
    return render_template(
        "reports/told_poster.html", page=page, address=address, code=qr.code_of(address), **about
    )
