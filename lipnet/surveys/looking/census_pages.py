"""Who is missing: those who answered beside the population, and the profile that says it."""

import json

from flask import Response, redirect, render_template, url_for

from lipnet.core import i18n, pages
from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.multilingual import told
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.sheets.filling_in import Column, write_sheet
from lipnet.surveys.access import Can, survey_to_manage, survey_with_results, version_with_results
from lipnet.surveys.forms import ConfirmForm
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.looking import operations
from lipnet.surveys.looking.census import (
    ProfileRead,
    closed_questions,
    read_profile,
    template_rows,
)
from lipnet.surveys.looking.census_words import said_of, told_finding
from lipnet.surveys.looking.forms import KeepProfileForm, ProfileForm
from lipnet.surveys.looking.missing import beside
from lipnet.surveys.looking.models import CensusProfile
from lipnet.surveys.looking.tabs import result_tabs
from lipnet.surveys.manage import bp
from lipnet.surveys.models import Survey
from lipnet.surveys.results import Results, results_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/surveys/<slug>/results/missing")
@requires(Can.SEE_RESULTS)
def results_missing(slug: str):
    survey = survey_with_results(slug, me())
    version = version_with_results(survey, number_asked("version"))
    results = results_of(survey, version)
    return render_template(
        "surveys/looking/missing.html",
        survey=survey,
        version=version,
        tabs_of_results=result_tabs(version, "missing", me()),
        may_manage=may(me(), Can.MANAGE_SURVEYS),
        profiles=CensusProfile.of(survey),
        found=list(_beside(survey, results)) if results else [],
        said_of=said_of,
        results=results,
    )


@bp.route("/surveys/<slug>/results/missing/upload", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def census_upload(slug: str):
    survey = _opened(slug)
    form = ProfileForm()
    if form.validate_on_submit():
        data, name = form.sheet.data.read(), form.sheet.data.filename or ""
        return _look(survey, read_profile(data, name, _questionnaire(survey)))
    return render_template("surveys/looking/census_upload.html", survey=survey, form=form)


@bp.post("/surveys/<slug>/results/missing/keeping")
@requires(Can.MANAGE_SURVEYS)
def census_keeping(slug: str):
    """The figures looked at are kept; nothing was kept in between but on the page itself."""
    survey = _opened(slug)
    form = KeepProfileForm()
    kept = form.carry_out(lambda: _keep(survey, form))
    if not kept:
        return _looked_at(survey, form.read(), (), form), 422
    pages.notice(_("The figures of the population are kept with the survey."))
    return redirect(url_for("surveys.results_missing", slug=slug), 303)


@bp.route("/surveys/<slug>/results/missing/removal", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def census_removal(slug: str):
    survey = _opened(slug)
    if not CensusProfile.of(survey):
        raise NotFound
    form = ConfirmForm()
    if form.validate_on_submit():
        operations.remove_profiles(survey, by=me())
        pages.notice(_("The figures of the population were taken away."))
        return redirect(url_for("surveys.results_missing", slug=slug), 303)
    return render_template("surveys/looking/census_removal.html", survey=survey, form=form)


@bp.get("/surveys/<slug>/results/missing/template.xlsx")
@requires(Can.MANAGE_SURVEYS)
def census_template(slug: str):
    """A sheet to fill in, made from the survey's own questions."""
    survey = _opened(slug)
    columns = [
        Column("Question", 18),
        Column("Code", 16),
        Column("Label", 40, right_to_left=i18n.language().direction == "rtl"),
        Column("People", 12),
        Column("Share", 12),
    ]
    rows = list(template_rows(_questionnaire(survey), i18n.language().tag))
    name = f"{survey.slug}-census.xlsx"
    return Response(
        write_sheet("Census", columns, rows),
        mimetype=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _beside(survey: Survey, results: Results):
    """(profile, table set beside it or None if nothing of the question is shown)."""
    for profile in CensusProfile.of(survey):
        table = results.question(profile.question)
        yield profile, beside(table, profile.shares) if table else None


def _opened(slug: str) -> Survey:
    """Before it is opened there are no results to set beside anything."""
    survey = survey_to_manage(slug, me())
    if survey.is_draft:
        raise NotFound
    return survey


def _questionnaire(survey: Survey):
    return questionnaire_of(survey.published_version)


def _keep(survey: Survey, form: KeepProfileForm):
    known = _codes(survey)
    shares = {
        name: {code: share for code, share in each.items() if code in known.get(name, ())}
        for name, each in form.read().items()
    }
    return operations.keep_profile(
        survey,
        {name: each for name, each in shares.items() if each},
        source=form.source.data,
        counted_on=form.counted_on.data,
        link=form.link.data or "",
        by=me(),
    )


def _codes(survey: Survey) -> dict[str, set[str]]:
    read = _questionnaire(survey)
    return {each.name: {c.code for c in read.choices_of(each)} for each in closed_questions(read)}


def _look(survey: Survey, read: ProfileRead):
    """The dry run: what would be kept, and everything that was noticed."""
    form = KeepProfileForm(formdata=None)
    form.shares.data = json.dumps(read.shares)
    return _looked_at(survey, read.shares, read.findings, form)


def _looked_at(survey: Survey, shares, findings, form: KeepProfileForm):
    read = _questionnaire(survey)
    tables = []
    for name, each in shares.items():
        question = read.question(name)
        labels = {c.code: c.label for c in read.choices_of(question)} if question else {}
        rows = [
            (told(labels.get(code, {})) or code, i18n.format_percent(s)) for code, s in each.items()
        ]
        tables.append((told(question.label) if question else name, rows))
    return render_template(
        "surveys/looking/census_look.html",
        survey=survey,
        tables=tables,
        findings=[told_finding(each) for each in findings],
        form=form,
    )
