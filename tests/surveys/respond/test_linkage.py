"""Trying to tie a response to anything: order, number, time, transaction, page, log line."""

import io
import logging
import re

import pytest

from lipnet.core import logs
from lipnet.core.db import db, is_sqlite
from lipnet.core.events import Event
from lipnet.core.rates import Attempts
from lipnet.surveys import jobs, operations
from lipnet.surveys.later.models import SavedAnswers
from lipnet.surveys.models import Response, WaitingResponse
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene
from tests.surveys.later.scene import LINK, save

PEOPLE = 40


@pytest.fixture
def survey(database):
    return scene.open_survey_with(cast.alice())


def answer_in_order(survey, count: int = PEOPLE) -> list[str]:
    """The wishes of `count` people, in the order in which they sent them."""
    wishes = [f"wish {number:03d}" for number in range(count)]
    for number, wish in enumerate(wishes):
        scene.respond(survey, number, waited="no", wish=wish)
    return wishes


def wishes_by(order: str, table=Response) -> list[str]:
    name = table._meta.table_name
    rows = db.execute_sql(f'SELECT key FROM "{name}" ORDER BY {order}').fetchall()
    answers = {row.key: row.answers["wish"] for row in table.select()}
    return [answers[key] for (key,) in rows]


def columns_of(table) -> dict[str, str]:
    return {column.name: column.data_type for column in db.get_columns(table._meta.table_name)}


@pytest.mark.parametrize("table", [WaitingResponse, Response])
def test_no_column_holds_a_time_a_serial_number_a_person_or_an_address(survey, table):
    columns = columns_of(table)
    assert set(columns) == {
        "key", "version_id", "day", "language", "mode", "answers", "withdrawal_hash",
    }  # fmt: skip
    assert not [name for name, kind in columns.items() if "time" in kind.lower()]


def test_sqlite_numbers_no_answer(survey):
    answer_in_order(survey, 5)
    if not is_sqlite():
        return
    for table in ("waiting_response", "response", "withdrawn", "saved_answers"):
        with pytest.raises(Exception, match="no such column"):
            db.execute_sql(f"SELECT rowid FROM {table}")


def test_saved_answers_hold_a_hash_a_salt_a_sealed_text_and_a_last_day_and_nothing_else(survey):
    columns = columns_of(SavedAnswers)
    assert set(columns) == {"key", "survey_id", "salt", "sealed", "kept_until"}
    assert not [name for name, kind in columns.items() if "time" in kind.lower()]


def values_of(row) -> set[str]:
    """Every value a row holds, but for numbers that only point at its survey."""
    return {str(each) for each in row.__data__.values() if not isinstance(each, int)}


def continue_and_send(survey, number: int = 1) -> None:
    """Saved, continued, sent: the answers of `scene.ANSWERS`."""
    operations.submit_response(
        survey.published_version,
        submission_id=f"{number:032x}",
        answers=scene.ANSWERS,
        language="en",
        moment=scene.moment(),
        phrase=True,
        saved=LINK,
    )


def test_what_was_saved_and_what_was_sent_share_no_value(survey):
    save(survey, **scene.ANSWERS)
    saved = values_of(SavedAnswers.get())
    continue_and_send(survey)
    assert len(saved) == 4
    assert saved.isdisjoint(values_of(WaitingResponse.get()))
    operations.settle_responses(survey, least=1)
    assert saved.isdisjoint(values_of(Response.get()))


def test_once_sent_the_engine_keeps_nothing_of_what_was_saved(survey, database):
    save(survey)
    sealed = SavedAnswers.get().sealed.encode()
    continue_and_send(survey)
    assert SavedAnswers.select().count() == 0
    jobs.erase_old_saved(database)
    if is_sqlite():
        for kept in database.folder.glob("lipnet.sqlite3*"):
            assert sealed[:64] not in kept.read_bytes(), kept
    else:
        assert db.execute_sql("SELECT pg_relation_size('saved_answers')").fetchone()[0] == 0


def test_the_event_log_knows_nothing_of_saved_answers(survey, database):
    before = Event.select().count()
    save(survey)
    continue_and_send(survey)
    jobs.erase_old_saved(database)
    assert Event.select().count() == before


def test_the_stored_day_has_no_hour(survey):
    answer_in_order(survey, 1)
    (day,) = db.execute_sql("SELECT day FROM waiting_response").fetchone()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(day))


def test_neither_keys_nor_the_engines_own_order_follow_the_order_of_sending(survey):
    sent = answer_in_order(survey)
    operations.settle_responses(survey)
    orders = ["key"] if is_sqlite() else ["key", "ctid"]
    for order in orders:
        stored = wishes_by(order)
        assert sorted(stored) == sent
        assert stored != sent
        assert follows(stored, sent) < 0.75


def follows(stored: list[str], sent: list[str]) -> float:
    """The share of neighbours that stand in the order of sending: a half by chance."""
    place = {wish: number for number, wish in enumerate(sent)}
    steps = [place[b] > place[a] for a, b in zip(stored, stored[1:], strict=False)]
    return sum(steps) / len(steps)


def test_the_inbox_is_empty_and_a_batch_shares_one_transaction(survey):
    answer_in_order(survey)
    operations.settle_responses(survey)
    assert WaitingResponse.select().count() == 0
    if not is_sqlite():
        marks = db.execute_sql("SELECT DISTINCT xmin, xmax FROM response").fetchall()
        assert len(marks) == 1


def test_after_settling_the_engine_keeps_nothing_of_the_inbox(survey, database):
    answer_in_order(survey)
    jobs.settle(database)
    if is_sqlite():
        log = database.folder / "lipnet.sqlite3-wal"
        assert log.stat().st_size == 0
    else:
        size = db.execute_sql("SELECT pg_relation_size('waiting_response')").fetchone()[0]
        assert size == 0


def test_no_deleted_answer_can_be_read_in_the_database_file(survey, database):
    phrase = scene.respond(survey, 1, phrase=True, wish="unmistakable").phrase
    operations.withdraw_response(survey, phrase)
    jobs.forget_order()
    if is_sqlite():
        assert b"unmistakable" not in (database.folder / "lipnet.sqlite3").read_bytes()


def test_the_event_log_knows_nothing_of_answers(survey):
    phrase = scene.respond(survey, 999, phrase=True).phrase
    answer_in_order(survey)
    operations.settle_responses(survey)
    operations.withdraw_response(survey, phrase)
    assert {event.code for event in Event.select()} == {
        "surveys.created",
        "surveys.questionnaire_uploaded",
        "surveys.scheduled",
        "surveys.opened",
    }


def test_answering_leaves_no_line_in_the_log(app):
    alice = cast.alice()
    scene.open_survey_with(alice)
    stream = io.StringIO()
    before = logging.getLogger("lipnet").handlers[:]
    logs.configure(stream)
    try:
        browser = Browser(app)
        page = browser.submit("/s/classes/ar")
        browser.post(page.path, {**page.fields(), "q-waited": "no", "act": "next"})
        browser.get("/r/classes/ar")
        browser.get("/s/classes/ar/withdraw")
        saved = browser.post(page.path, {**page.fields(), "act": "save"})
        link = next(a["href"] for a in saved.all("a") if "/later/" in a["href"])
        phrase = next(p.text for p in saved.all("p") if "phrase-digits" in p["class"])
        for typed in (phrase, "0" * 16, "1234"):
            browser.client.post(link, data={"phrase": typed})
        assert stream.getvalue() == ""
        Browser(app, alice).get("/surveys")
        assert "/surveys" in stream.getvalue()
    finally:
        logging.getLogger("lipnet").handlers[:] = before


def test_coming_back_leaves_no_count_that_tells_when_a_link_was_used(app):
    scene.open_survey_with(cast.alice())
    browser = Browser(app)
    page = browser.submit("/s/classes/ar")
    saved = browser.post(page.path, {**page.fields(), "act": "save"})
    link = next(a["href"] for a in saved.all("a") if "/later/" in a["href"])
    phrase = next(p.text for p in saved.all("p") if "phrase-digits" in p["class"])
    browser.post(link, {"phrase": phrase})
    assert Attempts.select().count() == 2, "of the survey: one saving, one opening"
