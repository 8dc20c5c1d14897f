"""How open answers join the room of surveys."""

from flask import Flask, render_template
from markupsafe import Markup

from lipnet.core import jobs as clockwork
from lipnet.core.config import Config
from lipnet.core.db import db
from lipnet.core.permissions import may
from lipnet.core.web import box_on
from lipnet.questionnaire import plain
from lipnet.questionnaire.masking import masked, with_signs
from lipnet.surveys.access import surveys_seen_by
from lipnet.surveys.figures import Bar, note_of, told_label
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.jobs import TEN_MINUTES
from lipnet.surveys.models import Survey
from lipnet.surveys.open_answers import code_pages, keeping, pages, reading_pages
from lipnet.surveys.open_answers.access import Can
from lipnet.surveys.open_answers.answers import open_questions_of
from lipnet.surveys.open_answers.models import Codebook, Quotation
from lipnet.surveys.open_answers.telling import codes_told, tell_if_due
from lipnet.surveys.open_answers.words import masked_as
from lipnet.surveys.retention import also_erase
from lipnet.surveys.tables import Table

PAGES = (pages, code_pages, reading_pages)  # each adds its routes to the blueprint of surveys


def wire(app: Flask) -> None:
    app.jinja_env.filters.update(
        masked_as=masked_as,
        masked_pieces=masked,
        with_signs=with_signs,
        told_of_writer=told_of_writer,
    )
    app.jinja_env.globals["with_open_answers"] = with_open_answers
    box_on("survey.question", beside_figure)
    for what in ("answers", "free_text"):
        also_erase(what, keeping.forget_texts)
    clockwork.register("surveys.tell_codes", TEN_MINUTES, tell_codes)


def tell_codes(config: Config) -> None:
    """Answers that were withdrawn change how many have which code."""
    for book in Codebook.select().where(Codebook.pending > 0):
        with db.atomic():
            tell_if_due(book)


def with_open_answers(person) -> list[Survey]:
    """The surveys whose open answers this person may translate, newest first."""
    if not may(person, Can.TRANSLATE_ANSWERS):
        return []
    opened = [survey for survey in surveys_seen_by(person) if not survey.is_draft]
    return [survey for survey in opened if open_questions_of(survey)]


def beside_figure(shown: dict, person) -> Markup | str:
    """What was published of the answers to an open question, and where they are coded."""
    table, survey = shown["table"], shown["results"].survey
    if table.kind != "text":
        return ""
    rows = published(survey, table.name)
    codes = codes_told(shown["results"], table.name)
    may_code = may(person, Can.CODE_ANSWERS)
    if not rows and not codes and not may_code:
        return ""
    return Markup(  # noqa: S704 - our own template
        render_template(
            "surveys/open_answers/box.html",
            rows=rows,
            bars_of_codes=_bars(codes),
            note=codes and note_of(codes),
            survey=survey,
            question=table.name,
            may_code=may_code,
        )
    )


def _bars(codes: Table | None) -> list[Bar]:
    rows = codes.rows if codes else ()
    return [Bar(told_label(row, codes.kind), row.count, row.share) for row in rows]


def published(survey: Survey, question: str) -> list[Quotation]:
    of_question = Quotation.published_on.is_null(False) & (Quotation.question == question)
    return list(survey.quotations.where(of_question).order_by(Quotation.id))


def told_of_writer(row: Quotation) -> tuple[dict, dict] | None:
    """(question, answer) in every language; None where nothing is told."""
    if not row.told_question:
        return None
    read = questionnaire_of(row.survey.published_version)
    question = read.question(row.told_question)
    if question is None:
        return None
    choices = {each.code: each.label for each in read.choices_of(question)}
    texts = (question.label, choices.get(row.told_code, {}))
    label, answer = ({tag: plain(text) for tag, text in each.items()} for each in texts)
    return label, answer
