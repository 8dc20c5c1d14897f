"""Translating answers, looking at them unmasked, quoting them."""

from flask import redirect, render_template, request, url_for

from lipnet import languages
from lipnet.core import pages
from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, requires
from lipnet.questionnaire.masking import with_signs
from lipnet.surveys.manage import bp
from lipnet.surveys.open_answers import operations
from lipnet.surveys.open_answers.access import (
    Can,
    Read,
    question_to_read,
    quotation_to_change,
    survey_with_open_answers,
)
from lipnet.surveys.open_answers.answers import Answer
from lipnet.surveys.open_answers.desk import page_of, translations_of
from lipnet.surveys.open_answers.forms import QuoteForm
from lipnet.surveys.open_answers.models import STATES, AnswerTranslation, Quotation
from lipnet.surveys.open_answers.pages import HERE
from lipnet.surveys.open_answers.quotable import quotable_keys, tellable


@bp.route(f"{HERE}/<question>/translating", methods=["GET", "POST"])
@requires(Can.TRANSLATE_ANSWERS)
def translate_answers(slug: str, question: str):
    read, tag = question_to_read(slug, question, me()), _wanted_language()
    page = page_of(
        [each for each in read.answers if each.language != tag], number_asked("page") or 1
    )
    if request.method == "POST":
        _keep_translations(read, tag)
        back = url_for(".translate_answers", slug=slug, question=question, to=tag, page=page.here)
        return redirect(back, 303)
    found = translations_of(read, page.shown)
    return render_template(
        "surveys/open_answers/translating.html",
        read=read,
        target=languages.get(tag),
        tags=content_languages(),
        states=STATES,
        page=page,
        may_code=may(me(), Can.CODE_ANSWERS),
        lines=[(each, _in_language(found.get(each.key, []), tag)) for each in page.shown],
    )


@bp.post(f"{HERE}/<question>/unmasked")
@requires(Can.SEE_EXACT)
def unmasked_answers(slug: str, question: str):
    """Each look is noted, so it is nothing that a link leads to."""
    read = question_to_read(slug, question, me())
    seen = operations.look_unmasked(read.survey, question, by=me())
    return render_template("surveys/open_answers/unmasked.html", read=read, answers=seen)


@bp.get(f"{HERE}/quotations")
@requires(Can.CODE_ANSWERS)
def quotations(slug: str):
    survey = survey_with_open_answers(slug, me())
    return render_template(
        "surveys/open_answers/quotations.html",
        survey=survey,
        rows=list(survey.quotations.order_by(Quotation.id)),
        may_quote=may(me(), Can.QUOTE_ANSWERS),
    )


@bp.route(f"{HERE}/<question>/quoting/<handle>", methods=["GET", "POST"])
@requires(Can.QUOTE_ANSWERS)
def quote_answer(slug: str, question: str, handle: str):
    read = question_to_read(slug, question, me())
    answer = read.by_handle(handle)
    if answer.key not in quotable_keys(read.survey):
        raise NotFound
    form = QuoteForm(text=answer.readable, translation=_translated(read, answer))
    form.offer(tellable(read.survey))
    if form.carry_out(lambda: _quoted(read, answer, form)):
        pages.notice(_("The quotation is kept. Publish it once it is right."))
        return redirect(url_for(".quotations", slug=slug), 303)
    return render_template("surveys/open_answers/quote.html", read=read, form=form, answer=answer)


@bp.post(f"{HERE}/quotations/<int:number>/<act>")
@requires(Can.QUOTE_ANSWERS)
def act_on_quotation(slug: str, number: int, act: str):
    row = quotation_to_change(slug, number, me())
    match act:
        case "publishing":
            operations.publish_quotation(row, by=me())
            pages.notice(_("The quotation is published."))
        case "removal":
            operations.drop_quotation(row, by=me())
            pages.notice(_("The quotation is taken away."))
        case _:
            raise NotFound
    return redirect(url_for(".quotations", slug=slug), 303)


def _wanted_language() -> str:
    tag = request.args.get("to", "")
    return tag if tag in content_languages() else content_languages()[0]


def _keep_translations(read: Read, tag: str) -> None:
    """Only what was changed: nobody else's words are written over."""
    found = translations_of(read, read.answers)
    refused = ""
    for handle in request.form.getlist("answer"):
        answer = read.by_handle(handle)
        known = _in_language(found.get(answer.key, []), tag)
        written = _written(handle, known)
        if written is not None:
            try:
                _translate(read, answer, tag, *written)
            except Refusal as refusal:
                refused = str(refusal.reason)
    pages.notice(refused or _("Saved."), "error" if refused else "success")


def _written(handle: str, known: AnswerTranslation | None) -> tuple[str, str] | None:
    """(text, state) if either is not what the page had; a name in the old text was masked there."""
    text = request.form.get(f"t-{handle}", "").replace("\r\n", "\n").strip()
    state = request.form.get(f"s-{handle}", "human")
    if known is None:
        return (text, state) if text else None
    text = known.text if text == with_signs(known.text) else text
    return (text, state) if (text, state) != (known.text, known.state) else None


def _translate(read: Read, answer: Answer, tag: str, text: str, state: str) -> None:
    name = read.question.name
    operations.translate_answer(
        read.survey, name, answer.key, language=tag, text=text, state=state, by=me()
    )


def _quoted(read: Read, answer: Answer, form: QuoteForm) -> Quotation:
    name = read.question.name
    return operations.quote_answer(read.survey, name, answer.key, by=me(), **form.content())


def _in_language(rows: list[AnswerTranslation], tag: str) -> AnswerTranslation | None:
    return next((row for row in rows if row.language == tag), None)


def _translated(read: Read, answer: Answer) -> dict[str, str]:
    rows = translations_of(read, [answer]).get(answer.key, [])
    return {row.language: with_signs(row.text) for row in rows}
