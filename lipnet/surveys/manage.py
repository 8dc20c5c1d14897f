"""The coordinator's door: list surveys, describe, schedule, open and close one."""

from flask import Blueprint, redirect, render_template, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.permissions import may
from lipnet.core.web import me, requires
from lipnet.questionnaire.translating import Progress, progress
from lipnet.surveys import checklist, operations, readiness
from lipnet.surveys.access import (
    Can,
    survey_to_manage,
    survey_to_see,
    surveys_seen_by,
)
from lipnet.surveys.examples import examples
from lipnet.surveys.forms import ConfirmForm, DescribeForm, ScheduleForm
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.invited.models import ByInvitation
from lipnet.surveys.media.named import named_in
from lipnet.surveys.models import Survey
from lipnet.surveys.offering import held_back_in, offered_in
from lipnet.surveys.results import responses_of, threshold

bp = Blueprint("surveys", __name__)


@bp.route("/surveys")
@requires(Can.SEE_RESULTS)
def index():
    seen = surveys_seen_by(me())
    return render_template(
        "surveys/manage/index.html",
        drafts=[_line(s) for s in seen if s.is_draft],
        running=[_line(s) for s in seen if s.is_open or s.is_awaited],
        closed=[_line(s) for s in seen if s.is_closed],
        may_manage=may(me(), Can.MANAGE_SURVEYS),
        threshold=threshold(),
    )


@bp.route("/surveys/new", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def new():
    form = DescribeForm()
    if form.carry_out(lambda: operations.create_survey(by=me(), **form.content())):
        pages.notice(_("The survey is begun. Next: its questionnaire."))
        return redirect(url_for("surveys.show", slug=form.content()["slug"]), 303)
    return render_template(
        "surveys/manage/describe.html", form=form, survey=None, examples=examples()
    )


@bp.route("/surveys/<slug>")
@requires(Can.SEE_RESULTS)
def show(slug: str):
    survey = survey_to_see(slug, me())
    may_manage = may(me(), Can.MANAGE_SURVEYS)
    return render_template(
        "surveys/manage/show.html",
        survey=survey,
        line=_line(survey),
        steps=_steps(survey) if may_manage and survey.is_draft else [],
        version=survey.published_version or (survey.latest_version if may_manage else None),
        waiting_version=_unpublished(survey) if may_manage and not survey.is_draft else None,
        may_manage=may_manage,
        threshold=threshold(),
    )


@bp.route("/surveys/<slug>/describe", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def describe(slug: str):
    survey = survey_to_manage(slug, me())
    form = DescribeForm(obj=survey)
    if form.carry_out(lambda: operations.describe_survey(survey, by=me(), **form.content())):
        pages.notice(_("Saved."))
        return redirect(url_for("surveys.show", slug=survey.slug), 303)
    return render_template(
        "surveys/manage/describe.html", form=form, survey=survey, slug=slug, examples=examples()
    )


@bp.route("/surveys/<slug>/schedule", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def schedule(slug: str):
    survey = survey_to_manage(slug, me())
    form = ScheduleForm(obj=survey)
    if form.carry_out(lambda: operations.schedule_survey(survey, *form.days(), by=me())):
        pages.notice(_("The days are set."))
        return redirect(url_for("surveys.show", slug=slug), 303)
    return render_template("surveys/manage/schedule.html", form=form, survey=survey)


@bp.route("/surveys/<slug>/opening", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def opening(slug: str):
    survey = survey_to_manage(slug, me())
    if ConfirmForm().validate_on_submit():
        operations.open_survey(survey, by=me())
        return _opened(survey)
    found = checklist.checks(survey) if survey.is_draft else []
    by_state = {
        state: [(each, page_url(survey, each.page)) for each in found if each.state == state]
        for state in ("blocking", "advice", "done")
    }
    missing = by_state["blocking"]
    return render_template(
        "surveys/manage/opening.html",
        survey=survey,
        missing=missing,
        advice=by_state["advice"],
        in_order=by_state["done"],
        version=survey.latest_version,
        offered=[] if missing else offered_in(survey.latest_version),
        held_back=[] if missing else _held_back(survey),
    )


def _opened(survey: Survey):
    """On to telling people: everybody, or those on the list."""
    if ByInvitation.of(survey) is None:
        pages.notice(_("The survey is open. Share its short address."))
        return redirect(url_for("surveys.share", slug=survey.slug), 303)
    pages.notice(_("The survey is open. Now send the invitations."))
    return redirect(url_for("surveys.invited", slug=survey.slug), 303)


@bp.route("/surveys/<slug>/closing", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def closing(slug: str):
    survey = survey_to_manage(slug, me())
    if ConfirmForm().validate_on_submit():
        operations.close_survey(survey, by=me())
        pages.notice(_("The survey has closed."))
        return redirect(url_for("surveys.show", slug=slug), 303)
    return render_template(
        "surveys/manage/closing.html", survey=survey, line=_line(survey), threshold=threshold()
    )


def _held_back(survey: Survey) -> list[Progress]:
    """How far the languages are that people will not be offered."""
    version = survey.latest_version
    return [progress(questionnaire_of(version), tag) for tag in held_back_in(version)]


def page_url(survey: Survey, page: str) -> str:
    """The page that does one of the things readiness and the checklist name; "" for none."""
    if not page:
        return ""
    if page in ("name_languages", "preview", "edit"):
        number = survey.latest_version.number
        return url_for(f"surveys.{page}", slug=survey.slug, number=number)
    if page == "languages":
        return url_for("workshop.overview", slug=survey.slug)
    return url_for(f"surveys.{page}", slug=survey.slug)


def _line(survey: Survey) -> dict:
    version = survey.published_version or survey.latest_version
    return {
        "survey": survey,
        "n": responses_of(survey),
        "languages": offered_in(version) if version else (),
        "held_back": held_back_in(version) if version and not survey.is_closed else (),
    }


def _unpublished(survey: Survey):
    latest = survey.latest_version
    return latest if latest and latest.published_at is None and not survey.is_closed else None


def _steps(survey: Survey) -> list[dict]:
    """The way from an empty draft to an open survey."""
    missing = readiness.missing_before_opening(survey)
    lacking = {each.page for each in missing}
    texts = {each.page: str(each.sentence) for each in reversed(missing)}
    version = survey.latest_version
    steps = [
        (_("Say what it is for, and the notice of collection"), "describe"),
        (_("Upload the questionnaire"), "questionnaire"),
        (_("Say who may answer"), "invited"),
        (_("Say what others may see of the results"), "counting"),
        (_("Set its first and last day"), "schedule"),
        (_("Say how long data are kept"), "retention"),
    ]
    if version and "name_languages" in lacking:
        steps.insert(2, (_("Name the languages of its columns"), "name_languages"))
    if "identity" in lacking:
        steps.insert(2, (_("Justify the questions that tell who a person is"), "identity"))
    if version and "name_languages" not in lacking and "languages" in lacking:
        steps.insert(2, (_("Make a language ready"), "languages"))
    if version and named_in(questionnaire_of(version)):
        steps.insert(2, (_("Upload its pictures and sounds"), "media"))
    drawn = [
        {
            "title": title,
            "url": page_url(survey, page),
            "state": "now" if page in lacking else "done",
            "text": texts.get(page, ""),
        }
        for title, page in steps
    ]
    state = "later" if lacking else "now"
    opening_url = url_for("surveys.opening", slug=survey.slug)
    return [*drawn, {"title": _("Open the survey"), "url": opening_url, "state": state, "text": ""}]
