"""Pictures and sounds chosen or brought in the editor, and what a calculation waits for."""

import io

import pytest

from lipnet.questionnaire import Choice, Question, editing
from lipnet.questionnaire.editing import Shows
from lipnet.surveys import operations
from lipnet.surveys.editor.desk import desk_of
from lipnet.surveys.media.models import SurveyMedia
from tests import cast
from tests.browsing import Browser
from tests.questionnaire.forms import rule
from tests.surveys.editor import scene
from tests.surveys.editor.scene import EDIT
from tests.surveys.media import made

MEDIA = f"{EDIT}/ways/media"
SUM = Question("total", "calculate", calculation=rule("${age} + 1"))


@pytest.fixture
def alice(database):
    return cast.alice()


@pytest.fixture
def browser(app, alice):
    return Browser(app, alice)


def bring(browser, name, data, status=200, **said):
    sent = {"beside": "", "language": "en", "file": "", "upload": (io.BytesIO(data), name), **said}
    return browser.submit(MEDIA, sent, status=status, form="/ways/media")


def test_a_picture_is_brought_for_a_question_and_shown_to_people(browser, alice):
    version = scene.drafted(alice)
    assert browser.get(f"{EDIT}/ways").links()["Change pictures and sound"] == MEDIA
    page = bring(browser, "Bus.PNG", made.photograph())
    assert "Bus.PNG" in page.text and "Missing" not in page.text
    assert scene.whole_of(version).question("ways").media == {"image": {"en": "Bus.PNG"}}
    assert [row.name for row in SurveyMedia.select()] == ["bus.png"]
    assert "1 file is shown." in browser.get(f"{EDIT}/ways").text
    assert 'class="seen"' in browser.get(f"{EDIT}/frame?at=ways").html


def test_a_file_that_is_there_is_shown_beside_a_choice_in_another_language(browser, alice):
    version = scene.drafted(alice)
    bring(browser, "bus.mp3", made.mp3())
    sent = {"beside": "bus", "language": "ar", "file": "bus.mp3"}
    browser.submit(MEDIA, sent, form="/ways/media")
    bus, foot = scene.whole_of(version).choices["ways"]
    assert (bus.media, foot.media) == ({"audio": {"ar": "bus.mp3"}}, {})


def test_a_file_is_taken_away_from_a_choice_and_stays_on_the_shelf(browser, alice):
    version = scene.drafted(alice)
    bring(browser, "bus.png", made.photograph())
    bring(browser, "foot.png", made.photograph(), beside="foot")
    browser.submit(MEDIA, {"drop": "1"}, form="/ways/media")
    whole = scene.whole_of(version)
    assert whole.choices["ways"][1].media == {}
    assert whole.question("ways").media == {"image": {"en": "bus.png"}}
    assert SurveyMedia.select().count() == 2
    browser.submit(MEDIA, {"drop": "7"}, form="/ways/media", status=404)


def test_what_is_no_picture_and_no_file_at_all_is_refused(browser, alice):
    version = scene.drafted(alice)
    bring(browser, "bus.png", b"<svg/>", status=422)
    page = browser.submit(MEDIA, {"beside": "", "file": ""}, form="/ways/media", status=422)
    assert "Choose a file, or bring one." in page.text
    assert scene.whole_of(version).question("ways").media == {}


def test_two_who_change_the_pictures_at_once_do_not_overwrite_each_other(browser, alice):
    version = scene.drafted(alice)
    bring(browser, "bus.png", made.photograph())
    stale = browser.get(MEDIA).fields("/ways/media")
    theirs = editing.show_file(desk_of(version).questionnaire, "ways",
                               Shows("bus", "image", "en", "bus.png"))  # fmt: skip
    operations.revise_version(version, theirs, revision=1, what="media_changed",
                              about={"name": "ways"}, by=alice)  # fmt: skip
    page = browser.post(MEDIA, {**stale, "drop": "0"}, status=409)
    assert "Somebody changed this while you were writing" in page.text
    assert len(editing.media_of(scene.whole_of(version), "ways")) == 2


def test_a_shared_list_says_who_else_shows_its_pictures(browser, alice):
    scene.drafted(alice, scene.WAYS, Question("again", "select_one", list_name="ways"))
    assert "These choices are also offered by: again." in browser.get(MEDIA).text


def test_a_calculation_waits_for_what_was_ticked(browser, alice):
    version = scene.drafted(alice, *scene.WHOLE.items, SUM)
    page = browser.get(f"{EDIT}/total")
    assert "Nothing: it is worked out at once." in page.text
    browser.submit(f"{EDIT}/total/trigger", {"names": ["age", "wish"]}, form="/trigger")
    assert scene.whole_of(version).question("total").trigger == ("age", "wish")
    browser.submit(f"{EDIT}/total/trigger", {"names": []}, form="/trigger")
    assert scene.whole_of(version).question("total").trigger == ()


def test_only_a_calculation_waits_and_only_for_what_is_there(browser, alice):
    version = scene.drafted(alice, *scene.WHOLE.items, SUM)
    browser.get(f"{EDIT}/wish/trigger", status=404)
    browser.submit(f"{EDIT}/total/trigger", {"names": ["gone"]}, form="/trigger", status=422)
    assert scene.whole_of(version).question("total").trigger == ()


def test_nothing_waits_for_a_question_that_is_not_there():
    whole = scene.WHOLE
    with pytest.raises(editing.EditRefused):
        editing.set_trigger(whole, "age", ["nobody"])


def test_a_file_is_named_on_every_choice_with_its_code_and_taken_off_whole():
    whole = editing.set_choices(scene.WHOLE, "ways", [Choice("bus"), Choice("foot")])
    shows = Shows("bus", "image", "fr", "bus.png")
    after = editing.show_file(whole, "ways", shows)
    assert editing.media_of(after, "ways") == (shows,)
    assert editing.show_file(after, "ways", shows._replace(file="")) == whole
