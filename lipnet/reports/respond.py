"""The pages for everybody: what became of a survey, and published reports."""

from datetime import date

from flask import Blueprint, render_template

from lipnet import languages
from lipnet.core import clock, forms, i18n, thread, tongues
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound
from lipnet.core.web import public_without_cookie
from lipnet.plans.models import STATUS_NAMES, years
from lipnet.reports import access
from lipnet.reports.composing import words
from lipnet.reports.composing.chapters import NAMES
from lipnet.reports.composing.document import brought_up
from lipnet.reports.composing.models import PlainSummary
from lipnet.reports.taking_away import taken_away
from lipnet.reports.telling.models import STATE_NAMES
from lipnet.reports.telling.showing import with_plain_words, written_in
from lipnet.reports.told import outcome_of, reports_about, what_became_of

bp = Blueprint("reports_public", __name__)

# Status in the plainest words, for readers who never saw a plan.
PUBLIC_STATUS = {
    "not_started": lazy("Not begun"),
    "on_track": lazy("Under way"),
    "at_risk": lazy("May take longer"),
    "delayed": lazy("Late"),
    "done": lazy("Done"),
    "carried_over": lazy("Moved to the next year"),
    "dropped": lazy("Will not be done"),
    "taken_on": lazy("Promised"),
}
PUBLIC_TONES = {
    "on_track": "now",
    "at_risk": "late",
    "delayed": "late",
    "done": "done",
    "dropped": "off",
}


@bp.context_processor
def _words() -> dict:
    return {
        "status_names": STATUS_NAMES,
        "public_status": PUBLIC_STATUS,
        "public_tones": PUBLIC_TONES,
        "years": years,
        "kinds": thread.kinds(),
        "day_of": date.fromisoformat,
        "words": words,
        "chapter_names": NAMES,
        "written_elsewhere": written_elsewhere(),
        "written_in": written_in,
        "plain_states": STATE_NAMES,
    }


def written_elsewhere() -> list[str]:
    """The languages of the partnership's own texts, if the reader's is not among them."""
    tags = forms.content_languages()
    spoken = i18n.language().tag
    return [] if spoken in tags else [tongues.called(tag) for tag in tags]


@bp.route("/told/<slug>/<lang>")
@public_without_cookie
def told(slug, lang):
    """You said - we decided - we did - not yet, because."""
    survey = access.survey_to_tell(slug)
    check_language(lang)
    heard = what_became_of(survey)
    return render_template(
        "reports/told.html",
        survey=survey,
        heard=heard,
        plain_words=with_plain_words(heard),
        outcome=outcome_of(survey),
        reports=reports_about(survey),
        today=clock.today(),
    )


@bp.route("/reports/public/<int:fiscal_year>/<lang>")
@public_without_cookie
def report(fiscal_year, lang):
    report = access.published_report_of(fiscal_year)
    check_language(lang)
    publication = report.publication
    return render_template(
        "reports/public.html",
        document=brought_up(publication.frozen),
        summaries=PlainSummary.latest_of(report),
        publication=publication,
        errata=list(publication.errata),
    )


@bp.route("/reports/public/<int:fiscal_year>/in/<tag>.<kind>")
@public_without_cookie
def report_file(fiscal_year, tag, kind):
    return taken_away(access.published_report_of(fiscal_year), tag, kind)


@bp.route("/reports/public/<int:fiscal_year>/summary/<lang>")
@public_without_cookie
def summary(fiscal_year, lang):
    """A few plain sentences on a published report, in the reader's language if it is written."""
    report = access.published_report_of(fiscal_year)
    check_language(lang)
    written = PlainSummary.latest_of(report)
    if not written:
        raise NotFound
    return render_template(
        "reports/public_summary.html",
        document=brought_up(report.publication.frozen),
        summary=written.get(lang),
        others=[languages.get(tag) for tag in i18n.catalogues() if tag in written and tag != lang],
    )


def check_language(lang: str) -> None:
    """Pages exist in the languages of the interface only."""
    if lang not in i18n.catalogues():
        raise NotFound
