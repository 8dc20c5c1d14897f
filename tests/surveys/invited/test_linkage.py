"""Trying to tell which answer is whose, with everything the database and its file hold.

The observer has every table, every hidden column and, of SQLite, every byte of the file. After
settling she even has the keys, which are not in the database: she knows who answered, and still
cannot tell what. Each of her guesses lays the people in some order beside the answers in some
order; by chance about one pair in the whole list is right.
"""

import random
import re
import threading
from itertools import product
from pathlib import Path

import pytest

from lipnet.core import secrets
from lipnet.core.db import db, is_sqlite
from lipnet.core.events import Event
from lipnet.surveys import jobs
from lipnet.surveys import operations as surveys
from lipnet.surveys.invited import ledger, operations
from lipnet.surveys.invited.models import Invitee, SpentInvitation
from lipnet.surveys.models import Response, WaitingResponse
from tests import cast
from tests.surveys.invited import scene

PEOPLE = 40
MOST_BY_CHANCE = 9  # of forty; ten or more come by chance once in three million guesses
STAMPS = "xmin::text::bigint, cmin::text::bigint, ctid"
SENDING = {
    "as on the list": lambda people: people,
    "from the end": lambda people: people[::-1],
    "odd ones first": lambda people: people[1::2] + people[::2],
    "at random": lambda people: random.Random(7).sample(people, len(people)),
    "in waves": lambda people: people[20:] + people[:10][::-1] + people[10:20],
}


@pytest.fixture
def survey(database):
    jobs.forget_order()  # of the test before
    return scene.invited_survey(cast.alice(), PEOPLE)


def sent_by(survey, how: str) -> list[Invitee]:
    """Everybody answers, in this order; each writes her own number, so that we know the truth."""
    people = SENDING[how](scene.on_list(survey))
    for person in people:
        scene.answer(survey, person, f"{random.Random(person.id).getrandbits(128):032x}",
                     waited="no", wish=wish_of(person.id))  # fmt: skip
    return people


def wish_of(invitee_id: int) -> str:
    return f"<wish {invitee_id:06d}>"


def owner_of(row) -> int:
    return int(row.answers["wish"].strip("<wish >"))


def orders(table, name_of: dict[str, int], folder) -> dict[str, list[int]]:
    """Every order in which the engine could show these rows: {how: owners in that order}."""
    name = table._meta.table_name
    found = {"by key": f'SELECT key FROM "{name}" ORDER BY key',
             "as it comes": f'SELECT key FROM "{name}"'}  # fmt: skip
    if not is_sqlite():
        found |= {
            "by place": f'SELECT key FROM "{name}" ORDER BY ctid',
            "by transaction": f'SELECT key FROM "{name}" ORDER BY {STAMPS}',
        }
    told = {
        how: [name_of[key] for (key,) in db.execute_sql(query).fetchall()]
        for how, query in found.items()
    }
    content = file_of(table, folder)
    lying = sorted((content.find(key.encode()), owner) for key, owner in name_of.items())
    return {**told, "in the file": [owner for _, owner in lying]}


def file_of(table, folder) -> bytes:
    """The bytes in which the engine keeps these rows, the log of SQLite among them."""
    if is_sqlite():
        return b"".join((folder / f"lipnet.sqlite3{end}").read_bytes() for end in ("", "-wal"))
    db.execute_sql("CHECKPOINT")
    (place,) = db.execute_sql("SHOW data_directory").fetchone()
    where = f"SELECT pg_relation_filepath('{table._meta.table_name}')"
    return (Path(place) / db.execute_sql(where).fetchone()[0]).read_bytes()


def people_orders(survey, folder) -> dict[str, list[int]]:
    """With the keys in hand: the people who answered, in every order of their marks and rows."""
    owner = {ledger._key(person.id): person.id for person in scene.on_list(survey)}
    marks = {f"marks {how}": told for how, told in orders(SpentInvitation, owner, folder).items()}
    hashes = {person.link_hash: person.id for person in scene.on_list(survey)}
    events = [int(e.record_id) for e in Event.select().order_by(Event.id) if e.kind == "invitee"]
    return {
        **marks,
        "as on the list": [person.id for person in scene.on_list(survey)],
        "by hash of the link": [hashes[each] for each in sorted(hashes)],
        "by the letters": list(dict.fromkeys(events)),
    }


def answer_orders(table, folder) -> dict[str, list[int]]:
    owner = {row.key: owner_of(row) for row in table.select()}
    return orders(table, owner, folder)


def right_guesses(people: list[int], answers: list[int]) -> int:
    """The better of two guesses: beside each other as they stand, or one of them turned round."""
    pairs = zip(people, answers, strict=True), zip(people, reversed(answers), strict=True)
    return max(sum(a == b for a, b in each) for each in pairs)


def best_guess(survey, table, folder) -> int:
    seen, kept = people_orders(survey, folder), answer_orders(table, folder)
    return max(right_guesses(a, b) for a, b in product(seen.values(), kept.values()))


@pytest.mark.parametrize("how", SENDING)
def test_after_settling_nobody_tells_whose_an_answer_is_even_with_the_keys(survey, database, how):
    sent_by(survey, how)
    jobs.settle(database)
    assert Response.select().count() == SpentInvitation.select().count() == PEOPLE
    assert best_guess(survey, Response, database.folder) <= MOST_BY_CHANCE


@pytest.mark.parametrize("how", SENDING)
def test_neither_ledger_shows_the_order_in_which_people_answered(survey, database, how):
    sent = [person.id for person in sent_by(survey, how)]
    jobs.settle(database)
    every = {**people_orders(survey, database.folder), **answer_orders(Response, database.folder)}
    for name, told in every.items():
        if name not in ("as on the list", "by the letters"):
            assert right_guesses(sent, told) <= MOST_BY_CHANCE, name


def test_answers_in_many_batches_keep_no_batch_on_the_marks(survey, database):
    for person in scene.on_list(survey):
        scene.answer(survey, person, waited="no", wish=wish_of(person.id))
        jobs.settle(database)
    if is_sqlite():
        return
    marks = db.execute_sql("SELECT DISTINCT xmin::text FROM spent_invitation").fetchall()
    assert len(marks) == 1
    assert db.execute_sql("SELECT COUNT(DISTINCT xmin::text) FROM response").fetchone()[0] > 1


def test_no_value_stands_on_both_sides(survey, database):
    sent_by(survey, "at random")
    for settle in (lambda: None, lambda: jobs.settle(database)):
        settle()
        table = WaitingResponse if WaitingResponse.select().exists() else Response
        one = values_of(Invitee) | values_of(SpentInvitation)
        other = values_of(table)
        assert one & other == {"None"}


def values_of(table) -> set[str]:
    rows = list(table.select().dicts())
    plain = ("survey", "version", "day", "sent_on", "shown", "language")
    told = {str(value) for row in rows for name, value in row.items() if name not in plain}
    return {word for text in told for word in re.findall(r"\w+", text) if len(word) > 2}


def test_without_the_keys_the_database_does_not_even_tell_who_answered(survey, database):
    people = sent_by(survey, "at random")
    everything = {str(v) for person in people for v in person.__data__.values()}
    guessed = secrets.Keys(b"x" * 32, b"y" * 32)
    tried = {secrets.in_use().keyed_hash("invitation", str(person.id)) for person in people}
    tried |= {guessed.keyed_hash("spent invitation", str(person.id)) for person in people}
    marks = {row.key for row in SpentInvitation.select()}
    assert not marks & (everything | tried)


def test_the_list_and_the_log_stand_still_while_people_answer(survey, database):
    before = list(Invitee.select().dicts()), Event.select().count()
    if not is_sqlite():
        stamps = "SELECT id, xmin::text, ctid::text FROM invitee ORDER BY id"
        written = db.execute_sql(stamps).fetchall()
    sent_by(survey, "at random")
    jobs.settle(database)
    assert (list(Invitee.select().dicts()), Event.select().count()) == before
    if not is_sqlite():
        assert db.execute_sql(stamps).fetchall() == written


def test_the_engine_keeps_nothing_of_the_marks_before(survey, database):
    sent_by(survey, "at random")
    jobs.settle(database)
    if is_sqlite():
        assert (database.folder / "lipnet.sqlite3-wal").stat().st_size == 0
    else:
        content = file_of(SpentInvitation, database.folder)
        assert {content.count(row.key.encode()) for row in SpentInvitation.select()} == {1}


def test_a_long_reader_delays_the_new_file_and_holds_up_nobody(survey, database):
    if is_sqlite():
        return
    sent_by(survey, "at random")
    reading, done = threading.Event(), threading.Event()

    def read():
        with db.connection_context(), db.atomic():
            list(SpentInvitation.select())
            reading.set()
            done.wait(30)

    reader = threading.Thread(target=read)
    reader.start()
    reading.wait(30)
    jobs.settle(database)
    done.set()
    reader.join()
    jobs.forget_order()
    content = file_of(SpentInvitation, database.folder)
    assert {content.count(row.key.encode()) for row in SpentInvitation.select()} == {1}


def test_a_reminder_notes_the_same_of_those_who_answered_and_those_who_did_not(survey, database):
    alice = cast.Person.get(cast.Person.name == "Alice Moreau")
    some = scene.on_list(survey)[:3]
    for person in some:
        scene.answer(survey, person)
    operations.remind_invitees(survey, by=alice)
    reminded = [e for e in Event.select() if e.code == operations.REMINDED]
    assert len(reminded) == PEOPLE
    assert {str(e.particulars) for e in reminded} == {"{}"}


# The observer is worth something: whatever could be joined, she joins.


def test_the_observer_finds_marks_and_answers_that_were_left_in_the_order_of_sending(
    survey, database, monkeypatch
):
    """Planted: nothing is shuffled and keys follow the order of sending."""
    numbers = iter(range(10_000))
    real = secrets.Keys.keyed_hash

    def in_order(self, purpose, text):
        if purpose in ("submission", "spent invitation"):
            known = memory.setdefault((purpose, text), next(numbers))
            return f"{known:064x}"
        return real(self, purpose, text)

    memory: dict = {}
    monkeypatch.setattr(secrets.Keys, "keyed_hash", in_order)
    sent_by(survey, "at random")
    surveys.settle_responses(survey)
    assert best_guess(survey, Response, database.folder) == PEOPLE


def test_the_observer_with_the_keys_finds_what_still_waits_in_the_inbox(survey, database):
    """Not planted but true, and said in docs/privacy.md: while it waits, transaction numbers and
    the write-ahead log join a mark to its answer for who also has the keys."""
    sent_by(survey, "at random")
    assert best_guess(survey, WaitingResponse, database.folder) == PEOPLE
    jobs.settle(database)
    assert best_guess(survey, Response, database.folder) <= MOST_BY_CHANCE


def test_the_observer_finds_a_value_planted_on_both_sides(survey, database):
    people = sent_by(survey, "at random")
    shared = people[0].link_seed
    row = WaitingResponse.select().first()
    row.withdrawal_hash = shared
    row.save()
    assert shared in values_of(Invitee) & values_of(WaitingResponse)
