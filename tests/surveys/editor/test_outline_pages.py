"""The outline: every button does what it says, and the page opens where one was."""

import pytest

from lipnet.questionnaire import Group
from lipnet.surveys.models import Survey
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene as surveys
from tests.surveys.editor import scene
from tests.surveys.editor.scene import EDIT


@pytest.fixture
def alice(database):
    return cast.alice()


@pytest.fixture
def browser(app, alice):
    return Browser(app, alice)


def act(browser, act, name="", status=200, **more):
    token = browser.get(EDIT).fields("act")["csrf_token"]
    return browser.post(
        f"{EDIT}/act", {"csrf_token": token, "act": act, "name": name, **more}, status=status
    )


def test_a_survey_without_questions_is_written_from_an_empty_page(browser, alice):
    surveys.operations.create_survey({"en": "Classes"}, slug="classes", by=alice)
    page = browser.submit("/surveys/classes/questionnaire", form="/writing")
    assert "No question yet" in page.text
    assert Survey.get(Survey.slug == "classes").latest_version.number == 1


def test_an_open_survey_is_changed_in_a_copy(browser, alice):
    surveys.open_survey_with(alice)
    page = browser.submit("/surveys/classes/questionnaire", form="/writing")
    assert page.path == "/surveys/classes/versions/2/edit"
    page = browser.get("/surveys/classes/versions/1/edit", status=409)
    assert "begin a new one" in page.text


def test_the_outline_shows_each_question_with_its_kind_and_its_name(browser, alice):
    scene.drafted(alice)
    page = browser.get(EDIT)
    for text in ("How old are you?", "Whole number", "ways", "What would help you?"):
        assert text in page.text


@pytest.mark.parametrize(
    ("name", "button", "order"),
    [
        ("wish", "up", ["age", "wish", "ways"]),
        ("age", "down", ["ways", "age", "wish"]),
        ("age", "duplicate", ["age", "age_2", "ways", "wish"]),
        ("age", "remove", ["ways", "wish"]),
    ],
)
def test_a_button_changes_the_order(browser, alice, name, button, order):
    version = scene.drafted(alice)
    act(browser, button, name)
    assert scene.names(version) == order


def test_after_a_button_the_focus_is_on_the_same_button_again(browser, alice):
    scene.drafted(alice)
    page = act(browser, "up", "wish")
    (focused,) = [e for e in page.all("button", "a", "summary") if e.has("autofocus")]
    assert focused["aria-label"] == "Move What would help you? up"


def test_steps_are_taken_back_and_done_again_from_the_page(browser, alice):
    version = scene.drafted(alice)
    act(browser, "remove", "wish")
    page = browser.get(EDIT)
    assert "Removed wish." in page.text
    act(browser, "undo", revision="1")
    assert scene.names(version) == ["age", "ways", "wish"]
    act(browser, "redo", revision="2")
    assert scene.names(version) == ["age", "ways"]


def test_nobody_takes_back_a_step_that_was_not_on_the_page(browser, alice):
    version = scene.drafted(alice)
    act(browser, "remove", "wish")
    act(browser, "remove", "ways")
    page = act(browser, "undo", revision="1")
    assert "while you were writing" in page.text
    assert scene.names(version) == ["age"]


def test_ticked_questions_become_a_group_and_are_dissolved_again(browser, alice):
    version = scene.drafted(alice)
    act(browser, "group", names=["age", "ways"], heading="About you")
    (group, _wish) = scene.whole_of(version).items
    assert isinstance(group, Group)
    assert (group.name, group.label) == ("about_you", {"en": "About you"})
    page = act(browser, "out", "ways")
    assert "About you" in page.text
    act(browser, "in", "wish")
    act(browser, "ungroup", "about_you")
    assert len(scene.whole_of(version).items) == 3


def test_grouping_nothing_says_what_to_do(browser, alice):
    scene.drafted(alice)
    assert "First tick the questions" in act(browser, "group").text


def test_a_page_begins_where_it_is_told_to(browser, alice):
    version = scene.drafted(alice)
    page = act(browser, "begin_page", "ways")
    assert "New page" in page.text
    act(browser, "ungroup", scene.whole_of(version).items[1].name)
    assert scene.names(version) == ["age", "ways", "wish"]


def test_a_question_is_dropped_beside_another(browser, alice):
    version = scene.drafted(alice)
    act(browser, "place", "wish", beside="age", how="before")
    assert scene.names(version) == ["wish", "age", "ways"]


def test_an_edit_that_cannot_be_made_says_why(browser, alice):
    version = scene.drafted(alice)
    page = act(browser, "up", "age")
    assert "cannot go any further" in page.text
    assert scene.names(version) == ["age", "ways", "wish"]


def test_a_button_nobody_made_is_no_page(browser, alice):
    scene.drafted(alice)
    act(browser, "conjure", "age", status=404)


def test_a_question_is_added_below_another_with_its_choices(browser, alice):
    version = scene.drafted(alice)
    page = browser.submit(
        f"{EDIT}/new?after=age",
        {"label-en": "Where do you live?", "type": "select_one", "choices": "In town\nOutside"},
        form="/new?after=age",
    )
    assert page.path == f"{EDIT}/where_do_you_live"
    assert scene.names(version) == ["age", "where_do_you_live", "ways", "wish"]
    codes = [each.code for each in scene.whole_of(version).choices["where_do_you_live"]]
    assert codes == ["in_town", "outside"]


def test_a_group_is_added_and_a_question_inside_it(browser, alice):
    version = scene.drafted(alice)
    browser.submit(f"{EDIT}/new", {"label-en": "About you", "type": "group"}, form="/new")
    browser.submit(
        f"{EDIT}/new?inside=about_you",
        {"label-en": "Your name", "type": "text"},
        form="/new?inside=about_you",
    )
    assert scene.whole_of(version).items[-1].items[0].name == "your_name"


def test_a_question_without_words_is_not_added(browser, alice):
    scene.drafted(alice)
    page = browser.submit(f"{EDIT}/new", {"type": "text"}, form="/new")
    assert "Please write this in at least one language." in page.text


def test_a_removed_question_that_people_answered_can_be_asked_again(browser, alice):
    survey = surveys.open_survey_with(alice)
    version = surveys.operations.begin_revision(survey, by=alice)
    edit = "/surveys/classes/versions/2/edit"
    token = browser.get(edit).fields("act")["csrf_token"]
    sent = {"csrf_token": token, "name": "wish", "act": "remove"}
    page = browser.post(f"{edit}/act", sent)
    assert "Removed questions" in page.text
    browser.post(f"{edit}/act", {**sent, "act": "restore"})
    assert scene.names(version)[-1] == "wish"


def test_the_title_and_the_languages_are_changed(browser, alice):
    version = scene.drafted(alice)
    sent = browser.get(f"{EDIT}/whole").fields("whole")
    del sent["keep_ar"]
    browser.post(f"{EDIT}/whole", {**sent, "title-en": "Our classes", "added": "es"})
    whole = scene.whole_of(version)
    assert (whole.title["en"], whole.languages) == ("Our classes", ("en", "fr", "es"))


def test_a_questionnaire_keeps_one_language(browser, alice):
    scene.drafted(alice)
    sent = browser.get(f"{EDIT}/whole").fields("whole")
    sent = {name: each for name, each in sent.items() if not name.startswith("keep_")}
    assert "at least one language" in browser.post(f"{EDIT}/whole", sent).text


def test_only_who_manages_surveys_writes_questions(app, database):
    scene.drafted(cast.alice())
    Browser(app, cast.vera()).get(EDIT, status=404)
