"""An order is made by the clock, told how far it is, begun anew, refused, erased and removed."""

import json
import stat
import zipfile
from datetime import timedelta

import peewee
import pytest

from lipnet import keeping
from lipnet.core import clock
from lipnet.core import jobs as clockwork
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.surveys.exporting import claiming, jobs, making, reading, shelf
from lipnet.surveys.exporting.models import Export
from lipnet.surveys.exporting.operations import fetch_export, order_export, remove_export
from lipnet.surveys.models import Response
from tests import cast
from tests.surveys.exporting.scene import BEN, answered, steward, taken
from tests.surveys.manage.answers import settle
from tests.surveys.scene import draft_survey, open_survey_with, respond


def ordered(survey=None, kind="csv"):
    return order_export((survey or answered()).published_version, kind, by=steward())


def again(export):
    return Export.get_by_id(export.id)


def codes():
    return [event.code for event in Event.select().order_by(Event.id) if "export" in event.code]


def test_an_order_waits_and_is_done_once_the_clock_made_it(shelved):
    made = ordered()
    assert (made.state, made.rows_total) == ("waiting", None)
    jobs.make_exports(shelved)
    assert (again(made).state, again(made).rows_done, again(made).rows_total) == ("done", 6, 6)
    assert again(made).size == shelf.path_of(made.name).stat().st_size
    assert codes() == ["surveys.export_ordered", "surveys.export_made"]


def test_the_file_is_readable_by_the_program_alone_and_named_by_chance(shelved):
    made, _content = taken(shelved, answered(), "csv")
    assert stat.S_IMODE(shelf.path_of(made.name).stat().st_mode) == 0o600
    assert stat.S_IMODE(shelf.path_of(made.name).parent.stat().st_mode) == 0o700
    assert len(made.name) == 32 and "classes" not in made.name


def test_a_file_with_fewer_rows_than_answers_is_thrown_away(shelved, monkeypatch):
    made = ordered()
    rows = reading.Snapshot.rows
    monkeypatch.setattr(
        reading.Snapshot, "rows", lambda self: (row for row in list(rows(self))[:-1])
    )
    jobs.make_exports(shelved)
    assert (again(made).state, again(made).failed) == ("failed", "rows_missing")
    assert shelf.names() == []


def test_the_database_itself_holds_no_order_done_with_rows_missing(shelved):
    made = ordered()
    change = Export.update(begun_at=clock.now(), done_at=clock.now(), rows_done=5, rows_total=6)
    with pytest.raises(peewee.IntegrityError):
        change.where(Export.id == made.id).execute()


def test_answers_settled_while_a_file_is_made_are_in_the_next_one(shelved):
    survey = answered()
    with reading.snapshot_of(survey.published_version) as snapshot:
        count, rows = snapshot.count(), snapshot.rows()
        first = next(rows)
        answered_more(survey)
        assert (count, 1 + len(list(rows)), first.mode) == (6, 6, "web")
    assert taken(shelved, survey, "jsonl")[0].rows_done == 11


def test_rows_stand_in_the_order_of_their_random_keys(shelved):
    survey = open_survey_with(cast.alice())
    for number in range(12):
        respond(survey, number, wish=f"Wish {number}", waited="no")
    settle(survey)
    by_key = [row.answers["wish"] for row in Response.select().order_by(Response.key)]
    lines = taken(shelved, survey, "jsonl")[1].splitlines()
    assert [json.loads(line)["answers"]["wish"] for line in lines] == by_key
    assert sorted(by_key) != by_key


def answered_more(survey):
    for number in range(100, 105):
        respond(survey, number, "en", **BEN)
    settle(survey)


def test_what_was_begun_and_abandoned_begins_anew_and_not_for_ever(shelved):
    made = ordered()
    assert claiming.claim().id == made.id
    assert claiming.claim() is None
    for _attempt in range(claiming.MOST_ATTEMPTS):
        Export.update(alive_at=clock.now() - timedelta(minutes=5)).execute()
        begun = claiming.claim()
    assert begun.attempts > claiming.MOST_ATTEMPTS
    assert not making.make(begun)
    assert again(made).failed == "interrupted"


def test_an_abandoned_draft_is_not_what_the_next_attempt_goes_on_with(shelved):
    made = ordered()
    claiming.claim()
    with shelf.begin(made.name) as file:
        file.write(b"half a file")
    Export.update(alive_at=clock.now() - timedelta(minutes=5)).execute()
    jobs.make_exports(shelved)
    assert again(made).state == "done"
    assert b"half a file" not in shelf.path_of(made.name).read_bytes()


def test_a_program_that_ends_gives_its_order_back(shelved, monkeypatch):
    made = ordered()
    monkeypatch.setattr(making, "LOOK_UP_EVERY", 1)
    monkeypatch.setattr(making, "TELL_EVERY", -1)
    clockwork.end(clockwork.start(shelved), wait=True)
    assert not making.make(claiming.claim())
    assert (again(made).state, again(made).attempts, again(made).rows_done) == ("waiting", 0, 0)
    clockwork.start(shelved).shutdown()
    jobs.make_exports(shelved)
    assert again(made).state == "done"


def test_who_lost_an_order_leaves_no_file_of_it(shelved):
    made = ordered()
    begun = claiming.claim()
    remove_export(made, by=steward())
    assert not making.make(begun)
    assert shelf.names() == []


def test_a_file_is_erased_after_a_week_and_forgotten_after_a_month_more(shelved):
    made, _content = taken(shelved, answered(), "csv")
    with clock.at(clock.today() + timedelta(days=7)):
        jobs.erase_old_exports(shelved)
        assert again(made).state == "done"
    with clock.at(clock.today() + timedelta(days=8)):
        assert again(made).state == "expired"
        jobs.erase_old_exports(shelved)
        assert shelf.names() == []
        with pytest.raises(Refusal):
            fetch_export(again(made), by=steward())
    with clock.at(clock.today() + timedelta(days=40)):
        jobs.erase_old_exports(shelved)
    assert Export.select().count() == 0


def test_a_file_that_belongs_to_no_order_is_deleted(shelved):
    shelf.begin("0" * 32).close()
    jobs.erase_old_exports(shelved)
    assert shelf.names() == []


def test_removing_an_order_deletes_its_file_at_once(shelved):
    made, _content = taken(shelved, answered(), "csv")
    remove_export(made, by=steward())
    assert (Export.select().count(), shelf.names()) == (0, [])


def test_each_download_is_an_event(shelved):
    made, _content = taken(shelved, answered(), "csv")
    fetch_export(made, by=steward())
    event = Event.select().order_by(Event.id.desc()).first()
    assert (event.code, event.actor_id) == ("surveys.export_fetched", steward().id)


def test_a_version_nobody_was_asked_and_an_eleventh_file_are_refused(shelved):
    survey = answered()
    with pytest.raises(Refusal):
        order_export(draft_survey(cast.bob(), slug="other").latest_version, "csv", by=steward())
    for _number in range(10):
        ordered(survey)
    with pytest.raises(Refusal):
        ordered(survey)


def test_a_backup_holds_neither_orders_nor_files(shelved, tmp_path):
    made, _content = taken(shelved, answered(), "csv")
    keeping.back_up(shelved, tmp_path / "kept.zip")
    with zipfile.ZipFile(tmp_path / "kept.zip") as archive:
        names = archive.namelist()
    assert "tables/response.jsonl" in names
    assert not [name for name in names if "export" in name or made.name in name]
