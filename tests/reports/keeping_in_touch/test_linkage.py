"""Trying to tell whose answer is whose, from the addresses that people left beside answering.

The observer has every table, hidden column, byte of the files, the log, the events, a backup, and
the keys: she can open every address. Everybody answers and leaves an address at once.
"""

import io
import json
import logging
import zipfile
from itertools import product

import pytest

from lipnet import keeping
from lipnet.core import logs
from lipnet.core.db import db, is_sqlite
from lipnet.core.events import Event
from lipnet.reports.keeping_in_touch import jobs, operations, sealing
from lipnet.reports.keeping_in_touch.models import DueLetter, KeptAddress, WaitingAddress
from lipnet.surveys import jobs as answering_jobs
from lipnet.surveys.models import Response, WaitingResponse
from tests import cast
from tests.browsing import Browser
from tests.reports.keeping_in_touch import scene
from tests.surveys import scene as surveys

PEOPLE = 24
MOST_BY_CHANCE = 9  # of the best of all pairs of orders; one is right by chance


@pytest.fixture
def survey(house):
    jobs.forget_order()
    return surveys.open_survey_with(cast.alice())


def all_answer(survey) -> list[str]:
    """The addresses in the order of coming; everybody's wish is their address, so that the truth
    is known."""
    people = [f"person{number:02d}@example.org" for number in range(PEOPLE)]
    for number, person in enumerate(people):
        surveys.respond(survey, number, waited="no", wish=person)
        operations.leave_address(person, "ti" if number == 7 else "en")
    return people


def wishes(table, order: str) -> list[str]:
    name = table._meta.table_name
    keys = db.execute_sql(f'SELECT key FROM "{name}" ORDER BY {order}').fetchall()
    said = {row.key: row.answers["wish"] for row in table.select()}
    return [said[key] for (key,) in keys]


def orders() -> list[str]:
    return ["key"] if is_sqlite() else ["key", "ctid", "xmin::text::bigint, ctid"]


def best_guess(answers, addresses) -> int:
    pairs = product(
        [wishes(answers, order) for order in orders()],
        [scene.addresses(addresses, order) for order in orders()],
    )
    return max(
        max(sum(a == b for a, b in zip(one, each, strict=True)) for each in (two, two[::-1]))
        for one, two in pairs
    )


def test_once_moved_no_order_of_addresses_follows_that_of_answers(survey, house):
    all_answer(survey)
    jobs.move(house)
    assert best_guess(WaitingResponse, KeptAddress) <= MOST_BY_CHANCE, "answers wait longer"
    answering_jobs.settle(house)
    assert best_guess(Response, KeptAddress) <= MOST_BY_CHANCE


def test_while_both_wait_the_order_of_postgresql_tells_as_the_page_on_privacy_says(survey):
    all_answer(survey)
    if not is_sqlite():
        assert best_guess(WaitingResponse, WaitingAddress) == PEOPLE
    assert wishes(WaitingResponse, "key") != scene.addresses(WaitingAddress)


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (WaitingAddress, {"key", "sealed", "day"}),
        (KeptAddress, {"key", "door", "sealed", "confirmed", "until"}),
        (DueLetter, {"key", "address_id", "letter_id", "until"}),
    ],
)
def test_no_column_holds_a_moment_a_number_a_survey_or_a_language(survey, table, columns):
    held = {column.name: column.data_type for column in db.get_columns(table._meta.table_name)}
    assert set(held) == columns
    assert not [name for name, kind in held.items() if "time" in kind.lower()]
    if is_sqlite():
        with pytest.raises(Exception, match="no such column"):
            db.execute_sql(f"SELECT rowid FROM {table._meta.table_name}")


def test_a_batch_shares_one_transaction_one_length_and_one_day(survey, house):
    all_answer(survey)
    jobs.move(house)
    rows = list(KeptAddress.select())
    assert len({len(row.sealed) for row in rows}) == len({row.until for row in rows}) == 1
    if not is_sqlite():
        assert len(db.execute_sql("SELECT DISTINCT xmin FROM kept_address").fetchall()) == 1


def test_an_address_and_an_answer_share_no_value(survey, house):
    all_answer(survey)
    jobs.move(house)
    answering_jobs.settle(house)
    answers = {str(value) for row in Response.select().dicts() for value in row.values()}
    kept = {str(value) for row in KeptAddress.select().dicts() for value in row.values()}
    assert answers.isdisjoint(kept)


def test_the_engine_keeps_nothing_of_the_inbox(survey, house):
    all_answer(survey)
    sealed = [row.sealed.encode()[:64] for row in WaitingAddress.select()]
    jobs.move(house)
    if is_sqlite():
        assert (house.folder / "lipnet.sqlite3-wal").stat().st_size == 0
        for row in list(KeptAddress.select()):
            operations.forget_by_door(sealing.door_of(row.key))
        jobs.forget_order()
        whole = (house.folder / "lipnet.sqlite3").read_bytes()
        assert not [each for each in sealed if each in whole], "erased is overwritten"
    else:
        assert db.execute_sql("SELECT pg_relation_size('waiting_address')").fetchone()[0] == 0


def test_no_address_stands_open_in_a_backup_and_no_order_of_coming(house, tmp_path):
    people = [f"person{number:02d}@example.org" for number in range(PEOPLE)]
    for person in people[:12]:
        operations.leave_address(person, "en")
    operations.move_addresses()
    for person in people[12:]:
        operations.leave_address(person, "en")
    keeping.back_up(house, tmp_path / "kept.zip")
    db.connect(reuse_if_open=True)
    with zipfile.ZipFile(tmp_path / "kept.zip") as archive:
        held = {name: archive.read(name).decode() for name in archive.namelist()}
    assert not [name for name, text in held.items() if "person0" in text]
    for table in ("waiting_address", "kept_address"):
        lines = held[f"tables/{table}.jsonl"].splitlines()
        keys = [json.loads(line)["key"] for line in lines]
        assert keys == sorted(keys) and len(keys) == 12


def test_events_name_letters_by_chance_in_an_order_of_chance(survey, house):
    people = all_answer(survey)
    operations.move_addresses()
    owner = {due.key: sealing.opened(due.address.sealed)[0] for due in DueLetter.select()}
    events = list(Event.select().where(Event.kind == "due_letter").order_by(Event.id))
    asked = [owner[event.record_id] for event in events]
    assert sorted(asked) == people
    assert sum(a == b for a, b in zip(asked, people, strict=True)) <= MOST_BY_CHANCE
    keys = {row.key for row in KeptAddress.select()}
    assert not keys & {event.record_id for event in events}
    operations.forget_by_door(sealing.door_of(sealing.key_of(people[3])))
    assert len(events) == Event.select().where(Event.kind == "due_letter").count()


def test_no_page_of_addresses_sets_a_cookie_or_leaves_a_line_in_the_log(app):
    cast.alice()
    stream = io.StringIO()
    before = logging.getLogger("lipnet").handlers[:]
    logs.configure(stream)
    try:
        visitor = app.test_client()
        answers = [
            visitor.get("/told/en/letters"),
            visitor.post("/told/en/letters", data={"email": scene.AMINA, "language": "en"}),
        ]
        db.connect(reuse_if_open=True)
        operations.move_addresses()
        door = f"/told/en/letters/{sealing.door_of(sealing.key_of(scene.AMINA))}"
        answers += [visitor.get(door), visitor.post(door, data={"act": "yes"})]
        answers += [visitor.post(door), visitor.get(door)]
        assert stream.getvalue() == ""
        assert not [answer for answer in answers if "Set-Cookie" in answer.headers]
        assert [answer.status_code for answer in answers] == [200, 303, 200, 200, 200, 410]
    finally:
        logging.getLogger("lipnet").handlers[:] = before


def test_the_form_on_the_receipt_holds_nothing_but_an_address_and_a_language(app):
    surveys.open_survey_with(cast.alice())
    browser = Browser(app)
    page = browser.submit("/s/classes/en")
    review = browser.post(page.path, {**page.fields(), "q-waited": "no", "act": "next"})
    while "letter-email" not in review.html:
        review = browser.post(review.path, {**review.fields(), "act": "send"})
    forms = [each for each in review.all("form") if each["action"] == "/told/en/letters"]
    [form] = forms
    asked = [each["name"] for kind in ("input", "select") for each in form.all(kind)]
    assert asked == ["email", "language"]
