"""The decision register: found again by words, body, year, result and theme; what rests on it."""

import csv
import io
from datetime import date

import pytest

from lipnet.core import clock
from lipnet.evidence.operations import add_theme, sort_finding
from lipnet.groups.models import Appointment
from lipnet.meetings import operations
from lipnet.meetings.register.seeking import PER_PAGE, Register, Sought
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.plans import scene as planning

CLASSES = {"en": "Offer evening classes.", "fr": "Offrir des cours du soir à Montréal."}


@pytest.fixture
def decided(house):
    """Two bodies, two years; a motion with its decision, and a decision without one."""
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    council = scene.body(alice, bob, charlie, kind="council", name="Council")
    meeting = scene.held(council, bob, charlie, by=alice)
    motion = scene.carried(meeting, bob, charlie, alice, "That we print in Пунджаби and العربية.")
    operations.decide(meeting, CLASSES, motion=motion, by=alice)
    group = scene.body(alice, bob, name="Housing group")
    later = scene.held(group, bob, by=alice, on=date(2027, 1, 14))
    operations.decide(later, {"en": "Map the rooms.", "ti": "ክፍልታት"}, by=alice)
    return alice, bob, motion


def found(**sought) -> list[str]:
    return [entry.text["en"] for entry in Register(Sought(**sought)).found]


MOTION = "That we print in Пунджаби and العربية."


def test_the_newest_stands_first_and_everything_is_there(decided):
    assert found() == ["Map the rooms.", MOTION, "Offer evening classes."]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("montreal COURS", ["Offer evening classes."]),
        ("ክፍልታት", ["Map the rooms."]),
        ("пунджаби", [MOTION]),
        ("العَرَبِيّة", [MOTION]),
        ("montreal rooms", []),
    ],
)
def test_words_are_found_without_accents_or_case_in_any_script(decided, words, expected):
    assert found(words=words) == expected


def test_a_motion_and_its_decision_are_found_by_number_and_by_mover(decided):
    _, bob, motion = decided
    both = {MOTION, "Offer evening classes."}
    assert set(found(words=motion.number)) == both
    assert set(found(words=bob.name.upper())) == both


def test_body_year_and_result_narrow_it_together(decided):
    _, _, motion = decided
    assert found(year=2027) == ["Map the rooms."]
    assert set(found(result="carried")) == {MOTION, "Offer evening classes."}
    assert found(result="decided") == ["Map the rooms."]
    assert found(body=motion.meeting.body_id, result="decided") == []
    assert found(result="none such") == []


def test_a_theme_is_that_of_the_findings_it_rests_on_or_its_item_does(decided):
    alice, bob, _ = decided
    with clock.at(scene.DAY):
        finding = scene.finding(alice)
        theme = add_theme({"en": "Language"}, by=alice)
        sort_finding(finding, [theme], by=alice)
    meeting = scene.held(scene.body(alice, bob, name="Third"), bob, by=alice)
    item = operations.put_on_agenda(
        meeting, {"en": "Waiting"}, purpose="decision", because=[finding], by=alice
    )
    operations.decide(meeting, {"en": "Directly."}, because=[finding], by=alice)
    operations.decide(meeting, {"en": "By its item."}, item=item, by=alice)
    assert set(found(theme=theme.id)) == {"Directly.", "By its item."}
    assert Register(Sought()).choices()["theme"] == [(theme.id, "Language")]


def test_the_page_tells_what_rests_on_each_line(app):
    alice, bob, charlie, vera = cast.alice(), cast.bob(), cast.charlie(), cast.vera()
    council = scene.body(alice, bob, charlie, kind="council", name="Council")
    meeting = scene.held(council, bob, charlie, by=alice)
    motion = scene.carried(meeting, bob, charlie, alice)
    decision = operations.decide(meeting, CLASSES, motion=motion, by=alice)
    operations.ratify_appointment(Appointment.get(), motion=motion, by=alice)
    with app.test_request_context():
        action = planning.action(planning.plan(alice), alice, because=[decision])
    page = Browser(app, vera).get("/meetings/decisions")
    assert f"{action.number}. {action.text['en']}" in page.links()
    assert "Appointment" in page.text
    assert page.text.count("Offer evening classes.") == 2  # its own line, and below its motion


def test_somebody_without_a_role_does_not_see_the_register(app):
    cast.alice()
    Browser(app, cast.person("Nobody Else")).get("/meetings/decisions", status=404)


def test_an_empty_register_and_an_empty_search_say_so(app):
    alice, bob = cast.alice(), cast.bob()
    browser = Browser(app, alice)
    assert "Nothing has been decided yet" in browser.get("/meetings/decisions").text
    meeting = scene.held(scene.body(alice, bob), bob, by=alice)
    operations.decide(meeting, CLASSES, by=alice)
    page = browser.get("/meetings/decisions?q=zzz&body=x&year=&theme=99&page=-4")
    assert "Nothing found" in page.text


def test_the_spreadsheet_holds_what_was_sought_and_runs_nothing(app):
    alice, bob = cast.alice(), cast.bob()
    meeting = scene.held(scene.body(alice, bob), bob, by=alice)
    operations.decide(meeting, {"en": "=1+1"}, by=alice)
    operations.decide(meeting, CLASSES, by=alice)
    response = Browser(app, alice).client.get("/meetings/decisions.csv?q=1%2B1&lang=en")
    head, line = csv.reader(io.StringIO(response.get_data(as_text=True).lstrip("\ufeff")))
    assert dict(zip(head, line, strict=True))["Text"] == "'=1+1"


def test_a_full_page_asks_the_database_no_more_than_a_short_one(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    more = [cast.person(f"Member {number}", "member") for number in range(4)]
    council = scene.body(alice, bob, charlie, *more, kind="council", name="Council")
    meeting = scene.held(council, bob, charlie, by=alice)
    with app.test_request_context():
        plan = planning.plan(alice)

    def resolve(times: int, appointments):
        for _ in range(times):
            motion = scene.carried(meeting, bob, charlie, alice)
            decision = operations.decide(meeting, CLASSES, motion=motion, by=alice)
            planning.action(plan, alice, because=[decision, motion])
        for row in appointments:
            motion = scene.carried(meeting, bob, charlie, alice)
            operations.ratify_appointment(row, motion=motion, by=alice)

    first, *others = Appointment.select()
    with app.test_request_context():
        resolve(2, [first])
    few = scene.asked(app, alice, "/meetings/decisions")
    with app.test_request_context():
        resolve(PER_PAGE, others)
    assert scene.asked(app, alice, "/meetings/decisions") == few
    page = Browser(app, alice).get("/meetings/decisions?q=that&page=2&lang=en")
    assert "Page 2 of 2" in page.text and "q=that" in page.html
    whole = Browser(app, alice).get(page.links()["All on one page, to print"])
    assert len(whole.one("main").text.split("Moved by")) > PER_PAGE + 1
    assert "Page 1" not in whole.text
