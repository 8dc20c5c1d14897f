"""The workshop for people with an account: which languages there are, and one of them."""

from flask import Blueprint, redirect, render_template, request, url_for

from lipnet import languages
from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.permissions import may
from lipnet.core.web import me, requires
from lipnet.questionnaire.translating import Progress, progress
from lipnet.surveys.forms import ConfirmForm
from lipnet.surveys.models import Survey
from lipnet.surveys.offering import offered_in
from lipnet.surveys.workshop import bringing, operations, showing
from lipnet.surveys.workshop.access import (
    Can,
    door_to_close,
    language_to_lead,
    language_to_offer,
    language_to_translate,
    survey_to_lead,
    survey_to_translate,
    surveys_to_translate,
)
from lipnet.surveys.workshop.forms import AddLanguageForm, AskForm, SignForm
from lipnet.surveys.workshop.hands import standing_signature, translators_of
from lipnet.surveys.workshop.models import LanguageOffer, TranslationDoor
from lipnet.surveys.workshop.ways import StaffWays
from lipnet.surveys.workshop.wording import digest_of, questionnaire_worked_on

bp = Blueprint("workshop", __name__)


@bp.get("/translations")
@requires(Can.TRANSLATE)
def index():
    surveys = surveys_to_translate(me())
    return render_template(
        "surveys/workshop/index.html", surveys=[(each, _lines(each)) for each in surveys]
    )


@bp.route("/surveys/<slug>/languages", methods=["GET", "POST"])
@requires(Can.TRANSLATE)
def overview(slug: str):
    survey = survey_to_translate(slug, me())
    leads = may(me(), Can.MANAGE_SURVEYS)
    read = questionnaire_worked_on(survey.latest_version)
    form = AddLanguageForm().offer(read.languages)
    if request.method == "POST":
        survey_to_lead(slug, me())
    if form.carry_out(lambda: operations.add_language(survey, form.language.data, by=me())):
        pages.notice(_("The language is added."))
        return redirect(url_for(".language", slug=slug, tag=form.language.data), 303)
    return render_template(
        "surveys/workshop/overview.html",
        survey=survey,
        version=survey.latest_version,
        default=read.default_language,
        lines=_lines(survey),
        form=form,
        leads=leads,
    )


@bp.route("/surveys/<slug>/languages/<tag>", methods=["GET", "POST"])
@requires(Can.TRANSLATE)
def language(slug: str, tag: str):
    return showing.desk_page(_ways(slug, tag), me())


@bp.post("/surveys/<slug>/languages/<tag>/one")
@requires(Can.TRANSLATE)
def one(slug: str, tag: str):
    return showing.one_saved(_ways(slug, tag), me())


@bp.get("/surveys/<slug>/languages/<tag>/preview")
@requires(Can.TRANSLATE)
def preview(slug: str, tag: str):
    return showing.preview_page(_ways(slug, tag))


@bp.get("/surveys/<slug>/languages/<tag>/file.<kind>")
@requires(Can.TRANSLATE)
def file(slug: str, tag: str, kind: str):
    return showing.file_out(_ways(slug, tag), kind)


@bp.route("/surveys/<slug>/languages/<tag>/file", methods=["GET", "POST"])
@requires(Can.TRANSLATE)
def bring(slug: str, tag: str):
    return bringing.bring_page(_ways(slug, tag), me(), request.form)


@bp.route("/surveys/<slug>/languages/<tag>/signing", methods=["GET", "POST"])
@requires(Can.TRANSLATE)
def sign(slug: str, tag: str):
    return showing.sign_page(_ways(slug, tag), SignForm(), lambda form: me())


@bp.route("/surveys/<slug>/languages/<tag>/people", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def people(slug: str, tag: str):
    survey = language_to_lead(slug, tag, me())
    form = AskForm()
    if form.carry_out(lambda: operations.open_door(survey, tag, **_asked(form), by=me())):
        pages.notice(_("A letter with the link is on its way."))
        return redirect(url_for(".people", slug=slug, tag=tag), 303)
    doors = TranslationDoor.select().where(
        (TranslationDoor.survey == survey) & (TranslationDoor.language == tag)
    )
    return render_template(
        "surveys/workshop/people.html",
        survey=survey,
        language_here=languages.get(tag),
        form=form,
        doors=list(doors.order_by(TranslationDoor.id.desc())),
        hands=translators_of(survey, tag),
    )


@bp.post("/translation-links/<int:door_id>/closing")
@requires(Can.MANAGE_SURVEYS)
def close_door(door_id: int):
    door = door_to_close(door_id, me())
    operations.close_door(door, by=me())
    pages.notice(_("The link does not work any more."))
    return redirect(url_for(".people", slug=door.survey.slug, tag=door.language), 303)


@bp.route("/surveys/<slug>/languages/<tag>/offer", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def offer(slug: str, tag: str):
    survey = language_to_offer(slug, tag, me())
    if ConfirmForm().validate_on_submit():
        operations.offer_language(survey.latest_version, tag, by=me())
        pages.notice(_("The language is offered as it is."))
        return redirect(url_for(".overview", slug=slug), 303)
    read = questionnaire_worked_on(survey.latest_version)
    return render_template(
        "surveys/workshop/offer.html",
        survey=survey,
        language_here=languages.get(tag),
        progress=progress(read, tag),
    )


@bp.post("/surveys/<slug>/languages/<tag>/offer/taking-back")
@requires(Can.MANAGE_SURVEYS)
def take_back_offer(slug: str, tag: str):
    survey = language_to_offer(slug, tag, me())
    operations.take_back_offer(survey.latest_version, tag, by=me())
    pages.notice(_("The language is offered once it is ready."))
    return redirect(url_for(".overview", slug=slug), 303)


@bp.route("/surveys/<slug>/languages/<tag>/removal", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def remove(slug: str, tag: str):
    survey = language_to_lead(slug, tag, me())
    if ConfirmForm().validate_on_submit():
        operations.remove_language(survey, tag, by=me())
        pages.notice(_("The language is removed."))
        return redirect(url_for(".overview", slug=slug), 303)
    return render_template(
        "surveys/workshop/remove.html", survey=survey, language_here=languages.get(tag)
    )


def _ways(slug: str, tag: str) -> StaffWays:
    survey = language_to_translate(slug, tag, me())
    return StaffWays(survey, tag, may(me(), Can.MANAGE_SURVEYS))


def _asked(form: AskForm) -> dict:
    return {
        "kind": form.kind.data,
        "name": form.name.data,
        "email": form.email.data,
        "organisation": form.organisation.data or "",
    }


def _lines(survey: Survey) -> list[dict]:
    """One line for each language that has a name; the one all are translated from comes first."""
    version = survey.latest_version
    read = questionnaire_worked_on(version)
    offered, as_it_is = offered_in(version), LanguageOffer.tags_of(version)
    tags = [tag for tag in read.languages if languages.find(tag)]
    return [
        _line(survey, progress(read, tag), digest_of(read, tag))
        | {
            "is_source": tag == read.default_language,
            "is_offered": tag in offered,
            "as_it_is": tag in as_it_is,
        }
        for tag in sorted(tags, key=lambda tag: tag != read.default_language)
    ]


def _line(survey: Survey, found: Progress, digest: str) -> dict:
    return {
        "language": languages.get(found.tag),
        "progress": found,
        "signature": standing_signature(survey, found.tag, digest),
    }
