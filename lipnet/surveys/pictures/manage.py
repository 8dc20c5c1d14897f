"""Each picture of the results as a file of its own, and its numbers as a table."""

from collections.abc import Callable
from dataclasses import replace

from flask import Response, request

from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.multilingual import plain
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.surveys.access import Can, survey_with_results, version_with_results
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.looking.naming import label_of, title_of
from lipnet.surveys.manage import bp
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.pictures.arranging import asked_for
from lipnet.surveys.pictures.as_csv import csv_of
from lipnet.surveys.pictures.as_png import png_of
from lipnet.surveys.pictures.as_svg import svg_of
from lipnet.surveys.pictures.bars import crossed
from lipnet.surveys.pictures.shapes import Picture
from lipnet.surveys.results import Results, results_of

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
    by, results = request.args.get("by", ""), results_of(survey, version)
    picture = _divided(results, name, by) if by else _whole(results, name)
    if picture is None:
        raise NotFound
    return sent(picture, form, version)


def sent(picture: Picture, form: str, version: SurveyVersion) -> Response:
    """Any picture of a survey as a file (svg, png or csv), whoever counted for it."""
    kind, made = MADE[form]
    if form != "csv" and picture.is_empty:
        raise NotFound
    answer = Response(made(picture, plain(version.survey.title)), content_type=kind)
    name = f"{version.survey.slug}-{version.number}-{picture.name}.{form}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _whole(results: Results, name: str) -> Picture | None:
    found = asked_for(results, questionnaire_of(results.version), name)
    return found.picture if found else None


def _divided(results: Results, name: str, by: str) -> Picture | None:
    """A question divided by one of the filters that were fixed before the survey opened."""
    cross = results.by(by, name)
    if cross is None:
        return None
    version, names = results.version, (title_of(results.version, each) for each in (name, by))
    titles = [plain(each) for each in names]
    caption = _("%(question)s (by: %(group)s)", question=titles[0], group=titles[1])
    picture = crossed(cross, caption, lambda head: label_of(version, by, head.code), cross.kind)
    return replace(picture, name=f"{name}-by-{by.strip('@')}")
