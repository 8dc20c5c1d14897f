"""Between a survey and the bank: start a questionnaire from it, save a question to it."""

from flask import redirect, render_template, request, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.web import me, requires
from lipnet.surveys.access import Can, survey_to_manage, version_to_manage
from lipnet.surveys.bank import operations
from lipnet.surveys.bank.assembling import assembled, minutes_to_answer
from lipnet.surveys.bank.entries import Entry
from lipnet.surveys.bank.forms import PickForm, SaveForm
from lipnet.surveys.bank.shelf import offered
from lipnet.surveys.bank.starter import themes
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.manage import bp
from lipnet.surveys.models import Survey
from lipnet.surveys.operations import draft_questionnaire
from lipnet.surveys.words import language_name


@bp.route("/surveys/<slug>/questionnaire/bank", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def pick_from_bank(slug: str):
    survey, entries, form = survey_to_manage(slug, me()), offered(), PickForm()
    form.offer(entries)
    picked = form.picked(entries)
    if "count" not in request.form:
        made = form.carry_out(lambda: _drafted(survey, picked, form.languages.data))
        if made:
            pages.notice(_("The questionnaire is kept as version %(number)s.", number=made.number))
            return redirect(url_for("surveys.version", slug=slug, number=made.number), 303)
    return render_template(
        "surveys/bank/pick.html",
        survey=survey,
        form=form,
        shelves=_shelves(entries),
        picked=picked,
        minutes=minutes_to_answer(len(picked)),
        lacking=_lacking(picked, form.languages.data or []),
    )


@bp.route("/surveys/<slug>/versions/<int:number>/bank", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def save_to_bank(slug: str, number: int):
    version = version_to_manage(slug, number, me())
    form = SaveForm(data={"name": request.args.get("name", "")})
    form.offer(questionnaire_of(version))
    row = form.carry_out(
        lambda: operations.save_question(
            version,
            form.name.data,
            theme=form.theme.data,
            why=form.why.data,
            note=form.note.data,
            by=me(),
        )
    )
    if row:
        pages.notice(_("The question is in the bank, with its translations."))
        return redirect(url_for("surveys.bank_question", bank_id=row.bank_id), 303)
    return render_template(
        "surveys/bank/save.html", form=form, survey=version.survey, version=version
    )


def _drafted(survey: Survey, picked: list[Entry], tags: list[str]):
    return draft_questionnaire(survey, assembled(survey.title, picked, tags), by=me())


def _shelves(entries: list[Entry]) -> list[tuple[str, dict, list[Entry]]]:
    return [
        (key, names, [entry for entry in entries if entry.theme == key])
        for key, names in themes().items()
    ]


def _lacking(picked: list[Entry], tags: list[str]) -> list[tuple[str, int]]:
    """(language, how many of the questions are not in it yet)."""
    counted = [(tag, sum(tag not in entry.languages for entry in picked)) for tag in tags]
    return [(language_name(tag), count) for tag, count in counted if count]
