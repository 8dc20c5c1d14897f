"""The first page of results: how many answered, when, in which language, in which way."""

from flask import render_template

from lipnet.core.incoming import number_asked
from lipnet.core.permissions import may
from lipnet.core.web import me, requires
from lipnet.surveys.access import Can, survey_with_results, version_with_results
from lipnet.surveys.counting.in_step import settle_before_reading
from lipnet.surveys.counting.limits import BEFORE_IT_IS_SHOWN
from lipnet.surveys.figures import page_of_bars
from lipnet.surveys.looking.tabs import result_tabs
from lipnet.surveys.manage import bp
from lipnet.surveys.results import results_of, threshold
from lipnet.surveys.words import language_name, mode_name


@bp.get("/surveys/<slug>/results/overview")
@requires(Can.SEE_RESULTS)
def results_overview(slug: str):
    survey = survey_with_results(slug, me())
    version = version_with_results(survey, number_asked("version"))
    settle_before_reading(survey, threshold())
    found = results_of(survey, version)
    return render_template(
        "surveys/looking/overview.html",
        survey=survey,
        version=version,
        tabs_of_results=result_tabs(version, "overview", me()),
        may_manage=may(me(), Can.MANAGE_SURVEYS),
        results=found,
        languages=page_of_bars(found.languages, language_name) if found.languages else [],
        modes=page_of_bars(found.modes, mode_name) if found.modes else [],
        enough=BEFORE_IT_IS_SHOWN * found.threshold,
    )
