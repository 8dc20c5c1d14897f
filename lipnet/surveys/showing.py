"""Results for everybody who may see them, and what is needed to share a survey."""

from flask import Response, current_app, render_template, url_for

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.incoming import number_asked
from lipnet.core.permissions import may
from lipnet.core.qr import code_of
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.surveys.access import (
    Can,
    survey_to_see,
    survey_with_results,
    version_with_results,
)
from lipnet.surveys.counting.in_step import settle_before_reading
from lipnet.surveys.counting.limits import BEFORE_IT_IS_SHOWN
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.looking.tabs import result_tabs
from lipnet.surveys.manage import bp
from lipnet.surveys.models import Survey, SurveyVersion
from lipnet.surveys.offering import offered_in
from lipnet.surveys.pictures.arranging import arranged
from lipnet.surveys.pictures.page import drawn
from lipnet.surveys.results import results_of, threshold
from lipnet.surveys.spreadsheet import as_csv

INVITATION = i18n.lazy("Scan the code, or type the address below, to answer.")


@bp.route("/surveys/<slug>/results")
@requires(Can.SEE_RESULTS)
def results(slug: str):
    survey = survey_with_results(slug, me())
    version = version_with_results(survey, number_asked("version"))
    settle_before_reading(survey, threshold())
    found = results_of(survey, version)
    return render_template(
        "surveys/manage/results.html",
        survey=survey,
        version=version,
        versions=_version_tabs(survey, version),
        tabs_of_results=result_tabs(version, "questions", me()),
        results=found,
        arranged=arranged(questionnaire_of(version), found.questions),
        drawn=drawn,
        languages=len(found.languages.rows) if found.languages else 0,
        may_manage=may(me(), Can.MANAGE_SURVEYS),
        enough=BEFORE_IT_IS_SHOWN * found.threshold,
    )


@bp.route("/surveys/<slug>/results.csv")
@requires(Can.SEE_RESULTS)
def results_as_csv(slug: str):
    survey = survey_with_results(slug, me())
    version = version_with_results(survey, number_asked("version"))
    found = results_of(survey, version)
    if found.n is None:
        raise NotFound
    name = f"{survey.slug}-{version.number}.csv"
    return Response(
        as_csv(found),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@bp.route("/surveys/<slug>/share")
@requires(Can.SEE_RESULTS)
def share(slug: str):
    survey = _opened(slug)
    return render_template(
        "surveys/manage/share.html",
        survey=survey,
        address=_address(survey),
        code=code_of(_address(survey)),
        doors=[(tag, f"{_address(survey)}/{tag}") for tag in _languages(survey)],
        may_manage=may(me(), Can.MANAGE_SURVEYS),
    )


@bp.route("/surveys/<slug>/poster")
@requires(Can.SEE_RESULTS)
def poster(slug: str):
    survey = _opened(slug)
    return render_template(
        "surveys/manage/poster.html",
        survey=survey,
        address=_address(survey),
        code=code_of(_address(survey)),
        panels=[_panel(survey, tag) for tag in _languages(survey)],
    )


def _opened(slug: str) -> Survey:
    survey = survey_to_see(slug, me())
    if survey.is_draft:
        raise NotFound
    return survey


def _address(survey: Survey) -> str:
    return f"{current_app.config['LIPNET'].site.address.rstrip('/')}/s/{survey.slug}"


def _languages(survey: Survey) -> tuple[str, ...]:
    return offered_in(survey.published_version)


def _panel(survey: Survey, tag: str) -> dict:
    """What the poster says in one language."""
    return {
        "language": languages.get(tag),
        "title": survey.title.get(tag, ""),
        "words": _invitation(tag),
        "address": f"{_address(survey)}/{tag}",
    }


def _invitation(tag: str) -> str:
    """The invitation in a language; "" where nobody has translated it."""
    with i18n.speaking(i18n.SOURCE_LANGUAGE):
        english = str(INVITATION)
    with i18n.speaking(tag):
        words = str(INVITATION)
    return words if tag == i18n.SOURCE_LANGUAGE or words != english else ""


def _version_tabs(survey: Survey, shown: SurveyVersion) -> list[tuple[str, str, bool]]:
    published = survey.versions.where(SurveyVersion.published_at.is_null(False))
    numbers = [each.number for each in published.order_by(SurveyVersion.number)]
    if len(numbers) < 2:
        return []
    return [
        (
            i18n.gettext("Version %(number)s", number=number),
            url_for("surveys.results", slug=survey.slug, version=number),
            number == shown.number,
        )
        for number in numbers
    ]
