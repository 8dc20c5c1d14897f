"""How open answers join the room of surveys."""

from flask import Flask
from markupsafe import Markup

from lipnet.core import jobs as clockwork
from lipnet.core.config import Config
from lipnet.core.db import db
from lipnet.core.permissions import may
from lipnet.core.web import box_on, drawn_by
from lipnet.questionnaire.masking import masked, with_signs
from lipnet.surveys.access import surveys_seen_by
from lipnet.surveys.figures import Bar, note_of, told_label
from lipnet.surveys.jobs import TEN_MINUTES
from lipnet.surveys.models import Survey
from lipnet.surveys.open_answers import code_pages, keeping, pages, reading_pages
from lipnet.surveys.open_answers.access import Can
from lipnet.surveys.open_answers.answers import open_questions_of
from lipnet.surveys.open_answers.models import Codebook
from lipnet.surveys.open_answers.quoted import published, told_of_writer
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
    clockwork.register("surveys.tell_codes", TEN_MINUTES, tell_codes)
    forget_with_the_rest()


def forget_with_the_rest() -> None:
    """Once the time is over for which what people said is kept."""
    also_erase("free_text", keeping.forget_texts)
    also_erase("answers", keeping.forget_answers)


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
    return drawn_by(
        "surveys/open_answers/box.html",
        rows=rows,
        bars_of_codes=_bars(codes),
        note=codes and note_of(codes),
        survey=survey,
        question=table.name,
        may_code=may_code,
    )


def _bars(codes: Table | None) -> list[Bar]:
    rows = codes.rows if codes else ()
    return [Bar(told_label(row, codes.kind), row.count, row.share) for row in rows]
