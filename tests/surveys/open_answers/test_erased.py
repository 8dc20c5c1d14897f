"""When the time is over for which what people said is kept, what was made of it goes as well."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import THE_PROGRAM
from lipnet.core.soundness import every_fault
from lipnet.surveys import operations as surveys
from lipnet.surveys.open_answers import operations, telling
from lipnet.surveys.open_answers.models import (
    AgreedCoding,
    AnswerTranslation,
    Codebook,
    CodedTable,
    Coding,
    Quotation,
)
from lipnet.surveys.open_answers.quoted import published
from lipnet.surveys.open_answers.wiring import forget_with_the_rest, tell_codes
from lipnet.surveys.retention import erasing, jobs
from lipnet.surveys.retention.operations import erase_due
from tests import cast
from tests.surveys.open_answers import scene
from tests.surveys.open_answers.scene import WISH
from tests.surveys.open_answers.test_withdraw import BUS, TABLES, everything_made_of

MANY = tuple(f"Bus number {number}" for number in range(60))
TEXT_IS_OVER, ALL_IS_OVER = timedelta(days=731), timedelta(days=1827)


@pytest.fixture(autouse=True)
def wired(database):
    forget_with_the_rest()


@pytest.fixture
def made(database):
    """Two quotations of one answer, of which one is published."""
    return everything_made_of(cast.alice(), cast.bob())[0]


def carry_out(survey, later: timedelta, config) -> None:
    with clock.at(survey.closes_on + later):
        jobs.carry_out(config)
        assert every_fault(config) == []


def told(survey):
    return telling.codes_told(surveys.results_of(survey), WISH)


def many_coded(by):
    survey = scene.begun(by)
    scene.answer(survey, MANY)
    book = scene.with_codes(survey, by)
    scene.code(book, by, {wish: ("garden",) if wish in MANY[:10] else ("bus",) for wish in MANY})
    operations.finish_coding(book, by=by)
    return survey


def test_with_the_words_go_translations_and_what_was_not_published(made, database):
    carry_out(made, TEXT_IS_OVER, database)
    assert not AnswerTranslation.select().exists()
    assert [row.text for row in published(made, WISH)] == [BUS]
    assert Quotation.select().count() == 1
    assert Coding.select().exists() and AgreedCoding.select().exists()


def test_with_single_answers_goes_everything_tied_to_one(made, database):
    carry_out(made, ALL_IS_OVER, database)
    assert not any(table.select().exists() for table in TABLES)
    assert [row.response_id for row in Quotation.select()] == [None]
    assert Quotation.get().text == BUS


def test_a_translation_written_while_rows_are_erased_goes_too(made, database, monkeypatch):
    monkeypatch.setattr(erasing, "A_BATCH", 5)
    key = scene.key_of(made, BUS)
    with clock.at(made.closes_on + TEXT_IS_OVER):
        assert erase_due(made, "free_text", by=THE_PROGRAM)
        AnswerTranslation.create(response=key, question=WISH, language="fr", text="x",
                                 state="draft")  # fmt: skip
        jobs.carry_out(database)
    assert not AnswerTranslation.select().exists()


def test_how_many_wrote_of_what_stays_as_it_was_told(database):
    survey = many_coded(cast.alice())
    before = told(survey)
    assert before.n == 60
    for later in (TEXT_IS_OVER, ALL_IS_OVER):
        carry_out(survey, later, database)
        Codebook.update(pending=99).execute()
        tell_codes(database)
        assert told(survey) == before
    assert not Coding.select().exists()


def test_a_smaller_number_that_is_raised_afterwards_still_takes_codes_out(database):
    alice = cast.alice()
    survey = many_coded(alice)
    carry_out(survey, ALL_IS_OVER, database)
    before = figures(survey)
    surveys.limit_results(survey, smallest=10, filters=["waited"], by=alice)
    after = figures(survey)
    assert after < before
    assert after and min(after) >= 10


def figures(survey) -> set[int]:
    rows = [row.document for row in CodedTable.select().where(CodedTable.filter == "")]
    return {figure for row in rows for figure in row["values"].values()}
