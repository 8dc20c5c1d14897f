"""Each picture of the results as a file of its own, and its numbers as a table."""

from collections.abc import Callable

from flask import Response

from lipnet.core.incoming import number_asked
from lipnet.core.multilingual import plain
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.surveys.access import Can, survey_with_results, version_with_results
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.manage import bp
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.pictures.arranging import asked_for
from lipnet.surveys.pictures.as_csv import csv_of
from lipnet.surveys.pictures.as_png import png_of
from lipnet.surveys.pictures.as_svg import svg_of
from lipnet.surveys.pictures.shapes import Picture
from lipnet.surveys.results import results_of

MADE: dict[str, tuple[str, Callable]] = {
    "svg": ("image/svg+xml; charset=utf-8", svg_of),
    "png": ("image/png", lambda picture, of: png_of(svg_of(picture, of))),
    "csv": ("text/csv; charset=utf-8", lambda picture, of: csv_of(picture)),
}


@bp.route("/surveys/<slug>/results/<name>.<any(svg, png, csv):form>")
@requires(Can.SEE_RESULTS)
def picture_file(slug: str, name: str, form: str):
    survey = survey_with_results(slug, me())
    version = version_with_results(survey, number_asked("version"))
    found = asked_for(results_of(survey, version), questionnaire_of(version), name)
    if found is None:
        raise NotFound
    return sent(found.picture, form, version)


def sent(picture: Picture, form: str, version: SurveyVersion) -> Response:
    """Any picture of a survey as a file (svg, png or csv), whoever counted for it."""
    kind, made = MADE[form]
    if form != "csv" and picture.is_empty:
        raise NotFound
    answer = Response(made(picture, plain(version.survey.title)), content_type=kind)
    name = f"{version.survey.slug}-{version.number}-{picture.name}.{form}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer
