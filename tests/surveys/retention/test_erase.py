"""The clock erases what is due, on both engines, and what is left is whole."""

import json
from datetime import timedelta

import pytest

from lipnet.core import clock, events
from lipnet.core.db import db, is_sqlite
from lipnet.core.events import THE_PROGRAM, Event
from lipnet.core.refusals import Refusal
from lipnet.core.soundness import every_fault
from lipnet.surveys import jobs as clockwork
from lipnet.surveys import operations as surveys
from lipnet.surveys import retention
from lipnet.surveys.counting import exact
from lipnet.surveys.counting.models import TallyBlock
from lipnet.surveys.models import Response, Withdrawn
from lipnet.surveys.retention import also_erase, erasing, has_erased, jobs
from lipnet.surveys.retention import soundness as own_soundness
from lipnet.surveys.retention.models import Erasure
from lipnet.surveys.retention.operations import ERASED, erase_due, set_retention
from lipnet.surveys.sent_files import switch
from lipnet.surveys.sent_files.kinds import SentFile
from lipnet.surveys.sent_files.models import AnswerFile
from tests import cast
from tests.surveys import scene
from tests.surveys.sent_files import scene as sent_files

SECRET = "my landlord is Mr. Quillfeather"
ECHO = {"type": "calculate", "name": "echo", "calculation": "concat('said: ', ${wish})"}
TWICE = {"type": "calculate", "name": "twice", "calculation": "concat(${echo}, ${echo})"}
DRAW = {
    "type": "text",
    "name": "draw",
    "lipnet_role": "draw_contact",
    **{f"label::{tongue}": "Where do we reach you?" for tongue in scene.TONGUES.values()},
}


@pytest.fixture
def alice(database):
    return cast.alice()


@pytest.fixture
def files_allowed():
    switch.allow(True)
    yield
    switch.allow(False)


def answered(alice, count: int = 6, *questions, **answers):
    data = scene.workbook([*scene.QUESTIONS, ECHO, TWICE, *questions])
    survey = scene.open_survey_with(alice, data=data)
    for number in range(count):
        scene.respond(survey, number, **{**scene.ANSWERS, "wish": SECRET, **answers})
    surveys.settle_responses(survey)
    return survey


def days_later(survey, days: int):
    return clock.at(survey.closes_on + timedelta(days=days))


def test_text_goes_on_the_day_after_its_last_one_and_not_before(alice, database):
    survey = answered(alice)
    with days_later(survey, 730):
        jobs.carry_out(database)
        assert not has_erased(survey, "free_text")
    with days_later(survey, 731):
        jobs.carry_out(database)
    rows = list(Response.select())
    assert len(rows) == 6
    for row in rows:
        assert SECRET not in json.dumps(row.answers)
        assert row.answers["wish"] == retention.ERASED
        assert row.answers["twice"] == retention.ERASED
        assert row.answers["waited"] == "yes"
        assert row.answers["ways"] == ["bus"]


def test_what_was_erased_is_still_counted_and_the_check_finds_nothing_amiss(alice, database):
    survey = answered(alice)
    before = exact.frequencies(survey.published_version)
    with days_later(survey, 731):
        jobs.carry_out(database)
        assert every_fault(database) == []
    assert exact.frequencies(survey.published_version) == before
    assert before["wish"].answered == 6


def test_a_blank_stays_blank(alice, database):
    survey = answered(alice, wish="")
    with days_later(survey, 731):
        jobs.carry_out(database)
        assert {row.answers["wish"] for row in Response.select()} == {None}
        assert every_fault(database) == []


def test_an_answer_without_its_text_can_still_be_withdrawn(alice, database):
    survey = answered(alice)
    set_retention(survey, {"free_text": 3}, by=alice)
    phrase = scene.respond(survey, 50, phrase=True, **{**scene.ANSWERS, "wish": SECRET}).phrase
    with days_later(survey, 4):
        surveys.settle_responses(survey)
        jobs.carry_out(database)
        assert surveys.withdraw_response(survey, phrase)
        assert every_fault(database) == []
    assert exact.responses(survey.published_version) == 6


def test_single_answers_go_and_the_counts_stay(alice, database):
    survey = answered(alice, 12)
    with days_later(survey, 2):
        clockwork.settle(database)  # the survey is over: what few have said is told now
        results = surveys.results_of(survey)
    with days_later(survey, 1827):
        jobs.carry_out(database)
        assert every_fault(database) == []
        assert surveys.results_of(survey) == results
    assert results.n == 10
    assert Response.select().count() == 0
    assert Withdrawn.select().count() == 0


def test_with_single_answers_goes_what_was_said_together(alice, database):
    survey = answered(alice, 12)
    counts = exact.frequencies(survey.published_version)
    with days_later(survey, 1827):
        jobs.carry_out(database)
    assert {bytes(row.bits) for row in TallyBlock.select()} == {b""}
    assert exact.frequencies(survey.published_version) == counts


def test_each_certificate_tells_its_number_though_all_were_due_at_once(alice, database):
    survey = answered(alice, 12)
    with days_later(survey, 1827):
        jobs.carry_out(database)
    told = {each.what: each.least for each in Erasure.certificates(survey)}
    assert told == {"free_text": 10, "answers": 10, "phrases": 0}


def test_what_was_erased_cannot_be_counted_anew(alice, database):
    survey = answered(alice, 12)
    with days_later(survey, 1827):
        jobs.carry_out(database)
    with pytest.raises(Refusal, match="erased"):
        surveys.recount(survey.published_version, by=THE_PROGRAM)
    assert exact.responses(survey.published_version) == 12


def test_files_go_and_that_there_was_one_stays(alice, database, files_allowed):
    survey = sent_files.open_survey(alice)
    for number in range(5):
        surveys.submit_response(
            survey.published_version,
            submission_id=f"{number:032x}",
            answers={"waited": "yes", "months": "4"},
            language="en",
            moment=scene.moment(),
            files={"paper": SentFile(sent_files.PAPER, "text/plain")},
        )
    surveys.settle_responses(survey)
    assert AnswerFile.select().count() == 5
    with days_later(survey, 366):
        jobs.carry_out(database)
        assert every_fault(database) == []
    assert AnswerFile.select().count() == 0
    assert exact.frequencies(survey.published_version)["paper"].answered == 5


def test_details_for_a_draw_go_before_other_texts(alice, database):
    survey = answered(alice, 6, DRAW, draw="555 0100")
    with days_later(survey, 61):
        jobs.carry_out(database)
        assert every_fault(database) == []
    for row in Response.select():
        assert row.answers["draw"] == retention.ERASED
        assert row.answers["wish"] == SECRET


def test_a_certificate_stands_in_the_log_with_the_rule_and_a_round_number(alice, database):
    survey = answered(alice, 13)
    with days_later(survey, 731):
        jobs.carry_out(database)
        jobs.carry_out(database)
        today = clock.today()
    event = Event.get(Event.code == ERASED["free_text"])
    last = survey.closes_on + timedelta(days=730)
    assert event.particulars == {"least": 10, "days": 730, "due_on": last.isoformat()}
    assert event.actor_id is None
    certificate = Erasure.of(survey, "free_text")
    assert (certificate.done_on, certificate.least, certificate.reached) == (today, 10, "")


@pytest.mark.parametrize(
    ("count", "told"), [(0, 0), (4, 0), (5, 5), (9, 5), (10, 10), (19, 10), (49, 20), (50, 50)]
)
def test_a_certificate_tells_numbers_in_steps_and_small_ones_never(alice, count, told):
    survey = answered(alice, count)
    with days_later(survey, 1):
        surveys.settle_responses(survey)
    assert erasing.in_round_numbers(survey, "answers") == told


def test_many_rows_go_in_batches_each_in_its_own_transaction(alice, database, monkeypatch):
    monkeypatch.setattr(erasing, "A_BATCH", 5)
    survey = answered(alice, 12)
    with days_later(survey, 61):
        jobs.carry_out(database)  # the phrases
    with days_later(survey, 731):
        assert erase_due(survey, "free_text", by=THE_PROGRAM)
        assert sum(row.answers["wish"] == retention.ERASED for row in Response.select()) == 5
        assert every_fault(database) == []
        jobs.carry_out(database)
    assert all(retention.is_erased(row.answers["wish"]) for row in Response.select())
    assert Erasure.of(survey, "free_text").least == 10


def test_nothing_is_erased_before_its_day_or_twice_or_while_answers_wait(alice, database):
    survey = answered(alice)
    with days_later(survey, 730), pytest.raises(Refusal, match="not due"):
        erase_due(survey, "free_text", by=THE_PROGRAM)
    scene.respond(survey, 99)
    with days_later(survey, 731):
        with pytest.raises(Refusal, match="wait"):
            erase_due(survey, "free_text", by=THE_PROGRAM)
        jobs.carry_out(database)
        assert not has_erased(survey, "free_text")
        surveys.settle_responses(survey)
        jobs.carry_out(database)
        assert has_erased(survey, "free_text")
        with pytest.raises(Refusal, match="already"):
            erase_due(survey, "free_text", by=THE_PROGRAM)


def test_other_rooms_forget_their_copies_before_the_rows_go_and_after(alice, database, monkeypatch):
    seen = []
    monkeypatch.setitem(erasing._also, "answers", [])
    also_erase("answers", lambda survey: seen.append(Response.select().count()))
    survey = answered(alice)
    with days_later(survey, 1827):
        jobs.carry_out(database)
        jobs.carry_out(database)
    assert seen == [6, 0]


def test_an_open_survey_and_a_draft_lose_nothing(alice, database):
    answered(alice)
    before = events.newest()
    jobs.carry_out(database)
    assert events.newest() == before


def test_the_check_tells_of_text_that_was_certified_and_is_there(alice, database):
    survey = answered(alice)
    with days_later(survey, 731):
        jobs.carry_out(database)
        row = Response.select().first()
        Response.update(answers={**row.answers, "wish": "still here"}).execute()
        assert [fault.code for fault in own_soundness.faults(database)] == ["not_erased"]


def test_the_check_tells_when_the_clock_did_not_come(alice, database):
    survey = answered(alice)
    with days_later(survey, 63):
        assert [fault.code for fault in own_soundness.faults(database)] == ["erasing_overdue"]


def test_no_byte_of_an_erased_text_is_left_in_the_file(alice, database):
    survey = answered(alice)
    with days_later(survey, 731):
        jobs.carry_out(database)
    assert SECRET.encode() not in _bytes_kept(database)


def _bytes_kept(database) -> bytes:
    if is_sqlite():
        return b"".join(path.read_bytes() for path in database.folder.glob("lipnet.sqlite3*"))
    row = db.execute_sql(
        "SELECT current_setting('data_directory'), pg_relation_filepath('response')"
    ).fetchone()
    db.execute_sql("CHECKPOINT")
    with open("/".join(row), "rb") as file:
        return file.read()
