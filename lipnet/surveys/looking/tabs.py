"""The pages of results of one survey, as tabs."""

from flask import url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.permissions import may
from lipnet.surveys.access import Can
from lipnet.surveys.models import SurveyVersion


def result_tabs(version: SurveyVersion, here: str, person) -> list[tuple[str, str, bool]]:
    """(label, address, whether it is the page shown); the exact figures are the steward's."""
    pages = [
        ("overview", _("At a glance"), "surveys.results_overview"),
        ("questions", _("Questions"), "surveys.results"),
        ("crossed", _("Group by group"), "surveys.results_crossed"),
        ("waves", _("Wave by wave"), "surveys.results_waves"),
        ("missing", _("Who is missing"), "surveys.results_missing"),
    ]
    if may(person, Can.SEE_EXACT):
        pages.append(("exact", _("Exact figures"), "surveys.exact_figures"))
    return [(label, _address(endpoint, version), code == here) for code, label, endpoint in pages]


def _address(endpoint: str, version: SurveyVersion) -> str:
    """The version stays in the address unless it is the one shown anyway."""
    survey = version.survey
    latest = survey.published_version
    asked = {} if latest and latest.id == version.id else {"version": version.number}
    return url_for(endpoint, slug=survey.slug, **asked)
