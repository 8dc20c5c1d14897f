"""The coordinator's door to the questions: upload, look, name the languages, publish."""

from flask import redirect, render_template, request, url_for

from lipnet import languages
from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, requires
from lipnet.questionnaire.model import rules_in
from lipnet.questionnaire.translating import same_but_for_texts
from lipnet.surveys import operations, readiness
from lipnet.surveys.access import Can, survey_to_manage, version_to_manage
from lipnet.surveys.editor.wave_pages import former_of
from lipnet.surveys.forms import ConfirmForm, UploadForm, languages_chosen, languages_form
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.manage import bp, page_url
from lipnet.surveys.models import Survey, SurveyVersion
from lipnet.surveys.offering import held_back_in
from lipnet.surveys.preview import completeness, items_in
from lipnet.surveys.uploads import (
    QuestionnaireRefused,
    can_be_marked,
    corrections_of,
    findings_from_json,
    read_upload,
    read_version_again,
)
from lipnet.surveys.words import by_severity, language_name


@bp.route("/surveys/<slug>/questionnaire", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def questionnaire(slug: str):
    survey = survey_to_manage(slug, me())
    form = UploadForm()
    if form.validate_on_submit():
        return _uploaded(survey, form)
    return upload_page(survey, form)


@bp.route("/surveys/<slug>/versions/<int:number>")
@requires(Can.MANAGE_SURVEYS)
def version(slug: str, number: int):
    found = version_to_manage(slug, number, me())
    read = questionnaire_of(found)
    return render_template(
        "surveys/manage/version.html",
        survey=found.survey,
        version=found,
        outcome=found.findings["outcome"],
        groups=by_severity(findings_from_json(found.findings)),
        counts={
            "questions": sum(q.is_answered for q in read.questions()),
            "choices": sum(map(len, read.choices.values())),
            "rules": len(list(rules_in(read))),
        },
        completeness=completeness(read),
        written=found.findings["languages"],
        missing=readiness.missing_in(found),
        publishable=_is_publishable(found),
        changeable=_is_changeable(found),
        former=former_of(found),
        marked=can_be_marked(found),
    )


@bp.route("/surveys/<slug>/versions/<int:number>/languages", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def name_languages(slug: str, number: int):
    found = version_to_manage(slug, number, me())
    if found.file is None:
        raise NotFound
    pairs = [tuple(pair) for pair in found.findings["languages"]]
    form = languages_form(pairs)
    if form.validate_on_submit():
        chosen = languages_chosen(form, pairs)
        imported = read_version_again(found, chosen)
        operations.name_languages(found, chosen, imported=imported, by=me())
        pages.notice(_("The languages are named, and the file was read again."))
        return redirect(url_for("surveys.version", slug=slug, number=number), 303)
    return render_template(
        "surveys/manage/languages.html", form=form, survey=found.survey, version=found
    )


@bp.route("/surveys/<slug>/versions/<int:number>/preview")
@requires(Can.MANAGE_SURVEYS)
def preview(slug: str, number: int):
    found = version_to_manage(slug, number, me())
    read = questionnaire_of(found)
    tag = request.args.get("in", read.default_language)
    if tag not in read.languages:
        raise NotFound
    items = items_in(read, tag)
    return render_template(
        "surveys/manage/preview.html",
        survey=found.survey,
        version=found,
        items=items,
        spoken=languages.find(tag),
        language_tabs=[(language_name(each), _preview_url(found, each), each == tag)
              for each in read.languages],
        lacking=sum(item.lacks for item in items),
    )  # fmt: skip


@bp.route("/surveys/<slug>/versions/<int:number>/publishing", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def publishing(slug: str, number: int):
    found = version_to_manage(slug, number, me())
    if ConfirmForm().validate_on_submit():
        operations.publish_version(found, by=me())
        pages.notice(_("This version is the one people answer now."))
        return redirect(url_for("surveys.show", slug=slug), 303)
    if not _is_publishable(found):
        raise NotFound
    return render_template(
        "surveys/manage/publishing.html",
        survey=found.survey,
        version=found,
        only_words=_differs_in_words_only(found),
        held_back=held_back_in(found),
    )


def upload_page(survey: Survey, form: UploadForm, refused=(), filename: str = "") -> str:
    versions = survey.versions.order_by(SurveyVersion.number.desc())
    return render_template(
        "surveys/manage/questionnaire.html",
        survey=survey,
        form=form,
        versions=list(versions),
        refused=refused,
        filename=filename,
        page_url=page_url,
    )


def _uploaded(survey: Survey, form: UploadForm):
    """Read first, then write: the database is not held while a workbook is read."""
    data, filename = form.workbook.data.read(), form.workbook.data.filename or ""
    corrections = corrections_of(survey.latest_version)
    imported = read_upload(data, filename, corrections)
    try:
        made = operations.upload_questionnaire(
            survey, data, filename, corrections, imported=imported, by=me()
        )
    except QuestionnaireRefused as no:
        return upload_page(survey, form, by_severity(no.findings), filename), 422
    except Refusal as no:
        form.refuse(no)
        return upload_page(survey, form)
    pages.notice(_("The file is kept as version %(number)s.", number=made.number))
    return redirect(url_for("surveys.version", slug=survey.slug, number=made.number), 303)


def _is_publishable(version: SurveyVersion) -> bool:
    survey = version.survey
    latest = survey.latest_version
    return (
        not survey.is_draft
        and not survey.is_closed
        and version.published_at is None
        and version.number == latest.number
    )


def _is_changeable(version: SurveyVersion) -> bool:
    latest = version.survey.latest_version
    is_latest = version.number == latest.number
    return version.published_at is None and is_latest and not version.survey.is_closed


def _differs_in_words_only(version: SurveyVersion) -> bool:
    """Whether answers to it compare throughout with answers to the one people answer now."""
    before = version.survey.published_version
    return before is not None and same_but_for_texts(
        questionnaire_of(before), questionnaire_of(version)
    )


def _preview_url(version: SurveyVersion, tag: str) -> str:
    return url_for(
        "surveys.preview", slug=version.survey.slug, number=version.number, **{"in": tag}
    )
