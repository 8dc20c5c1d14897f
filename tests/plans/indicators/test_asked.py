"""Who reports an indicator tells what it came to, by a link to their own and without an account."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from lipnet.core import clock, links, mail, thread
from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.people import operations as people
from lipnet.plans.indicators import operations
from lipnet.plans.indicators.asking import ReadingAsk, reported_by
from lipnet.plans.indicators.models import IndicatorReading
from lipnet.plans.indicators.operations.asking import PURPOSE
from tests import cast
from tests.browsing import Browser
from tests.plans import scene as plans
from tests.plans.indicators import scene

NUMBER, NOTE = "value", "note-en"


def belongs_to(person, organisation, alice) -> None:
    people.change_person(person, name=person.name, email=person.email,
                         organisation=organisation, language="en", by=alice)  # fmt: skip


def stage_of_the_library(alice, charlie):
    """The library, to which Charlie belongs, reports the visits; Alice by name what people say."""
    stage = scene.stage(alice)
    library = people.add_organisation({"en": "Library"}, sector="library", by=alice)
    belongs_to(charlie, library, alice)
    operations.assign_indicator(stage.visits, organisation=library, by=alice)
    operations.assign_indicator(stage.story, person=alice, by=alice)
    return stage, scene.opened(stage.strategy, scene.APRIL, alice), library


def door(ask: ReadingAsk) -> str:
    return f"/readings/{links.signed(links.still_open(PURPOSE, ask.id))}"


def asked(period, alice, person) -> str:
    operations.ask_reporters(period, by=alice)
    return door(ReadingAsk.get(ReadingAsk.person == person))


def test_those_of_an_organisation_who_sit_somewhere_are_asked_or_else_all_of_it(house):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    stage, period, library = stage_of_the_library(alice, charlie)
    belongs_to(bob, library, alice)
    assert reported_by(period) == {
        alice: [stage.story], bob: [stage.visits], charlie: [stage.visits],
    }  # fmt: skip
    plans.seated(bob, plans.council(alice), by=alice)
    assert reported_by(period) == {alice: [stage.story], bob: [stage.visits]}


def test_everybody_is_written_to_once_a_day_until_they_answer(house):
    alice, charlie = cast.alice(), cast.charlie()
    stage, period, _library = stage_of_the_library(alice, charlie)
    assert {ask.person for ask in operations.ask_reporters(period, by=alice)} == {alice, charlie}
    with pytest.raises(Refusal, match="written to today"):
        operations.ask_reporters(period, by=alice)
    ask = ReadingAsk.get(ReadingAsk.person == charlie)
    operations.report_reading(ask, stage.visits, operations.Said("31"), by=charlie)
    with clock.at(clock.now() + timedelta(days=1)):
        assert [each.person for each in operations.ask_reporters(period, by=alice)] == [alice]
    with pytest.raises(Refusal, match="no longer takes answers"):
        operations.report_reading(ask, stage.story, operations.Said("31"), by=charlie)


def test_a_member_of_the_organisation_writes_from_the_letter_and_never_for_others(app):
    alice, charlie = cast.alice(), cast.charlie()
    stage, period, _library = stage_of_the_library(alice, charlie)
    scene.noted(stage.visits, period, alice, "30", finding=plans.outside_finding(alice))
    path, visitor = asked(period, alice, charlie), Browser(app)
    page = visitor.get(path)
    assert "Visits to the desk" in page.text and "What people say" not in page.text
    assert "Set-Cookie" not in app.test_client().get(path).headers
    mine, other = f"i{stage.visits.id}-", f"i{stage.story.id}-"
    assert "Nothing was written yet." in visitor.submit(path).text
    wrong = visitor.submit(path, {mine + NUMBER: "many"})
    assert "This is not a number." in wrong.text and wrong.fields()[mine + NUMBER] == "many"
    kept = visitor.submit(path, {mine + NUMBER: "31", other + NOTE: "Not mine"})
    assert "Thank you" in kept.text
    (reading,) = IndicatorReading.select()
    assert (reading.value, reading.by) == ("31", charlie)
    sheet = Browser(app, alice).get(f"/plans/periods/{period.id}").text
    assert "Answered" in sheet


def test_whoever_has_the_letter_ties_no_finding_to_a_reading_nor_takes_one_away(app):
    alice, charlie = cast.alice(), cast.charlie()
    stage, period, _library = stage_of_the_library(alice, charlie)
    ours, other = plans.outside_finding(alice), plans.outside_finding(alice)
    reading = scene.noted(stage.visits, period, alice, "30", finding=ours)
    path, here = asked(period, alice, charlie), f"i{stage.visits.id}-"
    for number, finding in enumerate((other.id, "", "9" * 30)):
        sent = {here + NUMBER: str(31 + number), here + "finding": str(finding)}
        assert app.test_client().post(path, data=sent).status_code == 303
        assert [link.to_id for link in thread.came_from(thread.ref(reading))] == [str(ours.id)]


def test_of_two_who_note_at_once_the_second_changes_what_the_first_did(database):
    alice, charlie = cast.alice(), cast.charlie()
    stage, period, _library = stage_of_the_library(alice, charlie)

    def note(value: int) -> None:
        with db.connection_context():
            operations.note_reading(stage.visits, period, operations.Said(str(value)), by=charlie)

    db.close()
    with ThreadPoolExecutor(6) as crowd:
        list(crowd.map(note, range(30, 42)))
    assert [row.number for row in IndicatorReading.select()] == [1]


def test_the_link_ends_with_the_period_and_with_belonging_to_the_organisation(app):
    alice, charlie = cast.alice(), cast.charlie()
    stage, period, _library = stage_of_the_library(alice, charlie)
    path, visitor = asked(period, alice, charlie), Browser(app)
    belongs_to(charlie, None, alice)
    assert "nothing to do" in visitor.get(path).text
    visitor.get(path + "x", status=410)
    operations.close_period(period, by=alice)
    visitor.get(path, status=410)


def test_the_coordinator_asks_on_the_sheet_and_a_letter_leads_there(app):
    alice, charlie = cast.alice(), cast.charlie()
    _stage, period, _library = stage_of_the_library(alice, charlie)
    page = Browser(app, alice).submit(f"/plans/periods/{period.id}", form="/asking")
    assert "2 people are written to." in page.text and charlie.name in page.text
    settings = app.config["LIPNET"]
    mail.send_waiting(settings)
    letters = [path.read_text() for path in (settings.folder / "mail").glob("*.eml")]
    (own,) = [text for text in letters if charlie.email in text]
    assert "/readings/" in own.replace("=\n", "")
