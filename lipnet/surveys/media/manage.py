"""The coordinator's door to pictures and sounds: which are named, which there, what they show."""

from flask import redirect, render_template, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import ngettext
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, requires
from lipnet.surveys.access import Can, survey_to_manage
from lipnet.surveys.forms import ConfirmForm
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.manage import bp
from lipnet.surveys.media import operations
from lipnet.surveys.media.access import media_to_manage
from lipnet.surveys.media.files import cleaned
from lipnet.surveys.media.forms import MediaForm, words_form
from lipnet.surveys.media.models import SurveyMedia
from lipnet.surveys.media.named import named_in, named_once_published
from lipnet.surveys.media.respond import sent
from lipnet.surveys.media.shelf import fitted
from lipnet.surveys.models import Survey

THUMBNAIL = (120, 90)
LOOK = (640, 420)


@bp.route("/surveys/<slug>/media", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def media(slug: str):
    survey = survey_to_manage(slug, me())
    if survey.latest_version is None:
        raise NotFound
    named = named_in(questionnaire_of(survey.latest_version))
    form = MediaForm()
    if form.validate_on_submit() and _kept(survey, form, named):
        return redirect(url_for("surveys.media", slug=slug), 303)
    there = {row.name: row for row in SurveyMedia.of(survey)}
    return render_template(
        "surveys/media/list.html",
        survey=survey,
        form=form,
        lines=[(each, there.get(key)) for key, each in named.items()],
        unnamed=[row for key, row in there.items() if key not in named],
        size_of=lambda row: fitted(row.width, row.height, THUMBNAIL),
    )


@bp.route("/surveys/<slug>/media/<int:number>", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def one_media(slug: str, number: int):
    row = media_to_manage(slug, number, me())
    form = words_form(questionnaire_of(row.survey.latest_version), row.alt)
    if form.carry_out(lambda: operations.describe_media(row, form.alt.data or {}, by=me())):
        pages.notice(_("Saved."))
        return redirect(url_for("surveys.media", slug=slug), 303)
    return render_template(
        "surveys/media/show.html",
        survey=row.survey,
        row=row,
        form=form,
        size=fitted(row.width, row.height, LOOK) if row.kind == "image" else None,
        removable=row.name not in named_once_published(row.survey),
    )


@bp.get("/surveys/<slug>/media/<int:number>/content")
@requires(Can.MANAGE_SURVEYS)
def media_content(slug: str, number: int):
    """The file itself, also of a draft."""
    response = sent(media_to_manage(slug, number, me()))
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@bp.route("/surveys/<slug>/media/<int:number>/removal", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def media_removal(slug: str, number: int):
    row = media_to_manage(slug, number, me())
    if ConfirmForm().validate_on_submit():
        operations.remove_media(row, by=me())
        pages.notice(_("The file is removed."))
        return redirect(url_for("surveys.media", slug=slug), 303)
    return render_template("surveys/media/remove.html", survey=row.survey, row=row)


def _kept(survey: Survey, form: MediaForm, named) -> bool:
    """Clean first, then write: the database is not held while pictures are opened. What is right
    is kept even if something beside it is refused."""
    ready, wrong = [], []
    for each in form.sent:
        try:
            ready.append(cleaned(each.read(), each.filename, named))
        except Refusal as no:
            wrong.append(_("%(file)s: %(reason)s", file=each.filename, reason=str(no.reason)))
    form.form_errors.extend(wrong)
    if ready or not wrong:
        _keep(survey, form, ready)
    return not form.errors


def _keep(survey: Survey, form: MediaForm, ready: list) -> None:
    try:
        kept = operations.keep_media(survey, ready, by=me())
    except Refusal as no:
        form.refuse(no)
        return
    pages.notice(
        ngettext("%(count)s file is kept.", "%(count)s files are kept.", len(kept), count=len(kept))
    )
