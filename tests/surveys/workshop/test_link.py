"""A translator comes by an e-mailed link: to one language of one survey, until it is closed."""

import io
from datetime import timedelta
from urllib.parse import quote

import pytest

from lipnet.core import clock, mail
from lipnet.core.refusals import Refusal
from lipnet.surveys import operations as surveys
from lipnet.surveys.workshop import operations
from lipnet.surveys.workshop.models import TranslationDoor, Translator
from tests import cast
from tests.browsing import Browser
from tests.surveys.workshop import scene
from tests.surveys.workshop.scene import ARABIC, MONTHS, WAITED


@pytest.fixture
def house(app):
    alice = cast.alice()
    survey = scene.draft(alice)
    return alice, survey, scene.door(survey, alice)


def assert_cookieless(page):
    assert "Set-Cookie" not in page.response.headers
    assert "Cookie" not in page.response.headers.get("Vary", "")
    assert page.response.headers["Cache-Control"] == "no-store"


def test_the_link_shows_the_source_and_one_language_and_nothing_else(app, house):
    _, survey, door = house
    page = Browser(app).get(scene.address(door))
    assert_cookieless(page)
    assert "Did you wait for a language class?" in page.text
    assert "Avez-vous attendu" not in page.html
    assert not [name for name in page.fields() if "csrf" in name]
    for elsewhere in ("/preview", "/file", "/signing"):
        there = Browser(app).get(scene.address(door, elsewhere))
        assert_cookieless(there)
        assert "Avez-vous attendu" not in there.html
    for kind in ("po", "xlsx"):
        file = app.test_client().get(scene.address(door, f"/file.{kind}"))
        assert b"Avez-vous" not in file.data
    french = Browser(app).get(scene.address(door, **{"from": "fr"}))
    assert "Avez-vous attendu" not in french.html


def test_what_is_written_by_the_link_is_kept_and_says_by_whom(app, house):
    _, survey, door = house
    page = Browser(app).submit(scene.address(door), {f"t-{MONTHS}": ARABIC[MONTHS]})
    assert_cookieless(page)
    assert "Saved." in page.text
    assert scene.states(survey)[MONTHS] == (ARABIC[MONTHS], "human")
    assert [(t.name, t.organisation) for t in Translator.select()] == [("Hala", "Harbour Choir")]


def test_a_file_can_be_brought_back_by_the_link(app, house):
    _, survey, door = house
    data = f"address,translation\n{MONTHS},{ARABIC[MONTHS]}\n".encode()
    page = Browser(app).submit(scene.address(door, "/file"), {"file": (io.BytesIO(data), "x.csv")})
    assert_cookieless(page)
    Browser(app).post(scene.address(door, "/file"), page.fields())
    assert scene.states(survey)[MONTHS][0] == ARABIC[MONTHS]


def test_a_link_that_was_closed_or_expired_or_made_up_opens_nothing(app, house):
    alice, survey, door = house
    address = scene.address(door)
    with clock.at(clock.now() + timedelta(days=31)):
        Browser(app).get(address, status=410)
    operations.close_door(door, by=alice)
    for gone in (address, "/translate/nonsense", f"/translate/{quote('x.y.z')}/preview"):
        page = Browser(app).get(gone, status=410)
        assert page.heading == "This link does not work any more"
    Browser(app).post(address, {f"t-{WAITED}": "x"}, status=410)
    with pytest.raises(Refusal):
        operations.close_door(TranslationDoor.get_by_id(door.id), by=alice)


def test_a_link_ends_with_the_survey_and_with_the_language(app, house):
    alice, survey, door = house
    operations.remove_language(survey, "ar", by=alice)
    Browser(app).get(scene.address(door), status=410)
    other = scene.opened(alice, slug="other")
    theirs = scene.door(other, alice)
    Browser(app).get(scene.address(theirs))
    surveys.close_survey(other, by=alice)
    Browser(app).get(scene.address(theirs), status=410)


def test_a_new_link_to_the_same_person_ends_the_earlier_one(app, house):
    alice, survey, door = house
    again = scene.door(survey, alice, email="HALA@example.org")
    reading = scene.door(survey, alice, kind="review")
    Browser(app).get(scene.address(door), status=410)
    Browser(app).get(scene.address(again))
    Browser(app).get(scene.address(reading))


def test_the_letter_brings_the_link_in_the_readers_language(app, house):
    _, survey, door = house
    mail.send_waiting(app.config["LIPNET"])
    [letter] = [
        mail_.read_text("utf-8") for mail_ in (app.config["LIPNET"].folder / "mail").glob("*.eml")
    ]
    assert "To: hala@example.org" in letter
    assert "Content-Language: ar" in letter


def test_a_reader_by_a_link_reads_marks_and_signs(app, house):
    alice, survey, door = house
    scene.finish(survey, cast.tam())
    reading = scene.door(survey, alice, kind="review", name="Rana", email="rana@example.org",
                         organisation="")  # fmt: skip
    browser = Browser(app)
    browser.submit(scene.address(reading), {"review": "1"})
    assert {state for _, state in scene.states(survey).values()} == {"reviewed"}
    browser.submit(scene.address(reading, "/signing"), {"organisation": ""})
    done = browser.submit(
        scene.address(reading, "/signing"), {"name": "Rana Saleh", "organisation": "City Library"}
    )
    assert "Read and signed by Rana Saleh, City Library." in done.text


def test_the_coordinator_asks_and_closes_and_others_may_not(app):
    alice = cast.alice()
    survey = scene.draft(alice)
    browser = Browser(app, alice)
    asked = {"name": "Hala", "email": "hala@example.org", "kind": "translate"}
    page = browser.submit("/surveys/classes/languages/ar/people", asked)
    assert "on its way" in page.text
    [door] = TranslationDoor.select()
    page = browser.submit("/surveys/classes/languages/ar/people", form="/closing")
    assert "does not work any more" in page.text
    Browser(app, cast.tam()).get("/surveys/classes/languages/ar/people", status=404)
    Browser(app, cast.vera()).get("/surveys/classes/languages", status=404)
    assert survey.is_draft
