"""A questionnaire to take away: workbook, document, codebook, and her own workbook with remarks."""

import json

from flask import Response, render_template, request, url_for

from lipnet.core import files
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.questionnaire import to_json, xlsform
from lipnet.sheets import Unreadable
from lipnet.sheets.writing import write_workbook
from lipnet.surveys.access import Can, survey_to_manage, version_to_manage
from lipnet.surveys.codebook import codebook_csv, codebook_page
from lipnet.surveys.forms import UploadForm
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.manage import bp
from lipnet.surveys.marked import marked_workbook
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.questionnaires import upload_page
from lipnet.surveys.uploads import can_be_marked, corrections_of, findings_from_json, read_upload
from lipnet.surveys.words import by_severity, language_name

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.route("/surveys/<slug>/versions/<int:number>/questionnaire.xlsx")
@requires(Can.MANAGE_SURVEYS)
def version_as_workbook(slug: str, number: int):
    found = version_to_manage(slug, number, me())
    content = write_workbook(xlsform.write(questionnaire_of(found)))
    return _taken_away(content, f"{slug}-{number}.xlsx", XLSX)


@bp.route("/surveys/<slug>/versions/<int:number>/questionnaire.json")
@requires(Can.MANAGE_SURVEYS)
def version_as_document(slug: str, number: int):
    found = version_to_manage(slug, number, me())
    document = json.dumps(to_json(questionnaire_of(found)), ensure_ascii=False, indent=1)
    return _taken_away(document, f"{slug}-{number}.json", "application/json")


@bp.route("/surveys/<slug>/versions/<int:number>/codebook.csv")
@requires(Can.MANAGE_SURVEYS)
def codebook_as_csv(slug: str, number: int):
    found = version_to_manage(slug, number, me())
    content = codebook_csv(questionnaire_of(found))
    return _taken_away(content, f"{slug}-{number}-codebook.csv", "text/csv")


@bp.route("/surveys/<slug>/versions/<int:number>/codebook")
@requires(Can.MANAGE_SURVEYS)
def codebook(slug: str, number: int):
    found = version_to_manage(slug, number, me())
    read = questionnaire_of(found)
    tag = request.args.get("in", "all")
    if tag not in ("all", *read.languages):
        raise NotFound
    tags = ("all", *read.languages) if len(read.languages) > 1 else ()
    return render_template(
        "surveys/manage/codebook.html",
        survey=found.survey,
        version=found,
        entries=codebook_page(read, tag),
        language_tabs=[(_tab_name(each), _codebook_url(found, each), each == tag) for each in tags],
    )


@bp.route("/surveys/<slug>/versions/<int:number>/remarks.xlsx")
@requires(Can.MANAGE_SURVEYS)
def remarks(slug: str, number: int):
    found = version_to_manage(slug, number, me())
    if not can_be_marked(found):
        raise NotFound
    try:
        content = marked_workbook(
            files.read(found.file), found.file.name, findings_from_json(found.findings)
        )
    except Unreadable as no:
        raise NotFound from no
    return _taken_away(content, f"{slug}-{number}-remarks.xlsx", XLSX)


@bp.route("/surveys/<slug>/questionnaire/remarks", methods=["POST"])
@requires(Can.MANAGE_SURVEYS)
def remarks_on_upload(slug: str):
    """A workbook looked at and given back with remarks; nothing of it is kept."""
    survey = survey_to_manage(slug, me())
    form = UploadForm()
    if not form.validate_on_submit():
        return upload_page(survey, form)
    data, filename = form.workbook.data.read(), form.workbook.data.filename or ""
    imported = read_upload(data, filename, corrections_of(survey.latest_version))
    try:
        content = marked_workbook(data, filename, imported.findings)
    except Unreadable:
        return upload_page(survey, form, by_severity(imported.findings), filename), 422
    return _taken_away(content, f"{slug}-remarks.xlsx", XLSX)


def _taken_away(content: bytes | str, name: str, media_type: str) -> Response:
    disposition = f'attachment; filename="{name}"'
    return Response(content, mimetype=media_type, headers={"Content-Disposition": disposition})


def _tab_name(tag: str) -> str:
    return _("All languages") if tag == "all" else language_name(tag)


def _codebook_url(version: SurveyVersion, tag: str) -> str:
    return url_for(
        "surveys.codebook", slug=version.survey.slug, number=version.number, **{"in": tag}
    )
