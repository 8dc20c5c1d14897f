"""The editor in a real browser: by keyboard alone, with its script and without, and two at once."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from lipnet.core.events import THE_PROGRAM
from lipnet.people import operations as people
from lipnet.questionnaire import editing, from_json
from lipnet.surveys import operations
from lipnet.surveys.models import Survey
from tests.browser.filled import somebody
from tests.browser.human import PHONE, Human
from tests.browser.keys import Keys
from tests.browser.seeing import DEVICES
from tests.browser.today import today
from tests.surveys.editor import scene

PASSWORD = "nine small harbour bells"


@pytest.fixture
def noor(house, chrome, state):
    human = Human(chrome, house.server.address, storage_state=state)
    yield human
    human.close()


def written(slug: str):
    return from_json(Survey.get(Survey.slug == slug).latest_version.document)


def drafted(slug: str):
    by = somebody("coordinator")
    survey = operations.create_survey({"en": "Buses", "fr": "Autobus"}, slug=slug, by=by)
    operations.draft_questionnaire(survey, scene.WHOLE, by=by)
    return f"/surveys/{slug}/versions/1/edit"


def begin(keys: Keys, slug: str) -> None:
    """A survey described and dated, by keyboard."""
    keys.human.open("/surveys/new")
    keys.write("Title > English", "Evening buses").write("Title > Français", "Autobus du soir")
    keys.write("Short address", slug)
    for legend, english, french in (
        ("What the survey is for", "To plan buses.", "Pour planifier."),
        ("Notice of collection: under what authority, and what happens with the answers",
         "Under the Municipal Act.", "En vertu de la loi."),
    ):  # fmt: skip
        keys.write(f"{legend} > English", english).write(f"{legend} > Français", french)
    keys.write("Who answers questions about privacy: title, address, telephone", "Town Hall")
    keys.press("Save")
    keys.human.open(f"/surveys/{slug}/schedule")
    keys.go("Last day of answering")
    last = today() + timedelta(days=30)
    keys.page.keyboard.type(last.strftime("%m%d%Y"))
    keys.press("Save")


def add(keys: Keys, english: str, french: str, kind: str, choices: str = "") -> None:
    keys.press("Add a question")
    keys.write("Question > English", english).write("Question > Français", french)
    keys.choose("Kind of question", kind)
    if choices:
        keys.write("Choices, one in each line", choices)
    keys.press("Add")
    assert keys.human.heading == english


def test_a_survey_is_written_and_opened_by_keyboard_alone(program, noor):
    keys, slug = Keys(noor), "evening-buses"
    begin(keys, slug)
    noor.open(f"/surveys/{slug}/questionnaire")
    keys.press("Begin to write")
    add(keys, "How old are you?", "Quel âge avez-vous?", "Whole number")
    add(keys, "Do you ride the bus?", "Prenez-vous l'autobus?", "One choice",
        "yes; Yes; Oui\nno; No; Non")  # fmt: skip
    add(keys, "What would help you?", "Qu'est-ce qui vous aiderait?", "Words")
    name = "what_would_help_you"
    keys.press("Change the rule: Asked only if")
    keys.choose("Condition 1 > Question", "Do you ride the bus? (do_you_ride_the_bus)")
    keys.choose("Condition 1 > Comparison", "is").choose("Condition 1 > Value", "No")
    keys.press("Save")
    noor.sees("Asked only if the answer to “Do you ride the bus” is “No”.")
    keys.press("Questions")
    keys.press("Move Do you ride the bus? up")
    assert keys.here == "Move Do you ride the bus? down"
    order = [question.name for question in written(slug).questions()]
    assert order == ["do_you_ride_the_bus", "how_old_are_you", name]
    keys.press("Undo")
    order = [question.name for question in written(slug).questions()]
    assert order == ["how_old_are_you", "do_you_ride_the_bus", name]
    assert written(slug).question(name).relevant.source == "${do_you_ride_the_bus} = 'no'"
    noor.open(f"/surveys/{slug}/opening")
    keys.press("Open the survey")
    assert Survey.get(Survey.slug == slug).is_open


def test_a_question_of_the_bank_is_added_by_keyboard_below_the_one_you_stand_at(program, noor):
    keys = Keys(noor.open(drafted("from-the-bank") + "/age"))
    keys.press("From the question bank")
    keys.write("Words in English or French", "pay for your home").press("Find")
    question = "How easy is it for you to pay for your home each month?"
    keys.press(f"Add the question: {question}")
    assert noor.heading == question
    noor.sees("Added from the question bank.")
    names = [each.name for each in written("from-the-bank").questions()]
    assert names == ["age", "housing_cost", "ways", "wish"]
    keys.press("Undo")
    assert len(list(written("from-the-bank").questions())) == 3


def test_what_is_typed_is_saved_by_itself_and_shown_in_the_frame(program, noor):
    keys = Keys(noor.open(drafted("saved-by-itself") + "/age"))
    keys.write("Question > English", "How many years old are you?")
    keys.hears("Saved")
    assert written("saved-by-itself").question("age").label["en"] == "How many years old are you?"
    frame = noor.page.frame_locator("iframe[name=preview]")
    expect(frame.locator("label[for=q-age]")).to_contain_text("How many years old are you?")
    assert keys.here == "Question > English"


def test_a_choice_is_saved_by_itself_and_gets_its_code(program, noor):
    keys = Keys(noor.open(drafted("new-choice") + "/ways/choices"))
    keys.write("new choice > English", "By ferry").hears("Saved")
    expect(noor.page.locator("[name=code-2]")).to_have_value("by_ferry")
    keys.page.keyboard.type(" boat")
    expect(
        noor.page.locator("iframe[name=preview]").content_frame.locator("#q-ways")
    ).to_contain_text("By ferry boat")
    whole = written("new-choice")
    assert [choice.code for choice in whole.choices["ways"]] == ["bus", "foot", "by_ferry"]
    assert whole.choices["ways"][2].label == {"en": "By ferry boat"}


def test_the_frame_speaks_every_language_and_goes_dark(program, noor):
    keys = Keys(noor.open(drafted("frames") + "/ways"))
    keys.choose("Language", "Arabic")
    frame = noor.page.frame_locator("iframe[name=preview]")
    expect(frame.locator("html")).to_have_attribute("dir", "rtl")
    expect(frame.locator("#q-ways legend")).to_contain_text("كيف تتنقّل؟")
    light = frame.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    keys.choose("Colours", "Dark")
    expect(frame.locator("html")).to_have_attribute("data-scheme", "dark")
    dark = frame.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert light != dark


def test_an_expression_is_read_aloud_while_it_is_written(program, noor):
    keys = Keys(noor.open(drafted("read-aloud") + "/wish/rules/relevant"))
    keys.write("The rule as an expression", "${age} >= ")
    keys.hears("The rule ends too early")
    keys.page.keyboard.type("18")
    keys.hears("Asked only if the answer to “How old are you” is at least 18.")


def test_a_question_is_dragged_and_moved_by_its_key(program, noor):
    noor.open(drafted("dragged"))
    lines = noor.page.locator(".outline-line")
    with noor.page.expect_navigation():
        lines.nth(2).drag_to(lines.nth(0), target_position={"x": 30, "y": 4})
    assert [q.name for q in written("dragged").questions()] == ["wish", "age", "ways"]
    keys = Keys(noor).go("What would help you?")
    with noor.page.expect_navigation():
        keys.page.keyboard.press("Alt+ArrowDown")
    assert [q.name for q in written("dragged").questions()] == ["age", "wish", "ways"]


def test_two_people_at_one_question_see_both_versions_by_keyboard(program, house, chrome, noor):
    edit = drafted("two-people")
    people.add_coordinator("Bert Roy", "bert@example.org", PASSWORD, by=THE_PROGRAM)
    bert = Human(chrome, house.server.address).sign_in("bert@example.org", PASSWORD)
    mine, theirs = Keys(noor.open(f"{edit}/age")), Keys(bert.open(f"{edit}/age"))
    theirs.write("Question > English", "Your age in years").hears("Saved")
    mine.write("Question > English", "How old are you today?").hears("Press Save to see both")
    mine.press("Save")
    both = noor.page.locator(".both")
    expect(both).to_contain_text("Your age in years")
    expect(both).to_contain_text("How old are you today?")
    assert written("two-people").question("age").label["en"] == "Your age in years"
    mine.press("Save")
    assert written("two-people").question("age").label["en"] == "How old are you today?"
    bert.close()


def test_without_script_everything_is_still_done_by_keyboard(program, house, chrome, state):
    bare = Human(chrome, house.server.address, storage_state=state, java_script_enabled=False)
    bare.open(drafted("without-script"))
    bare.page.get_by_role("button", name="Move What would help you? up").press("Enter")
    expect(bare.page.get_by_role("button", name="Move What would help you? up")).to_be_focused()
    bare.page.get_by_role("link", name="How old are you?").press("Enter")
    bare.write("Question", "Your age").press("Save")
    bare.sees("Saved.")
    whole = written("without-script")
    assert [q.name for q in whole.questions()] == ["age", "wish", "ways"]
    assert editing.item_named(whole, "age").label["en"] == "Your age"
    bare.close()


@pytest.mark.parametrize("language", DEVICES)
def test_no_page_of_the_editor_scrolls_sideways_on_a_phone(program, house, chrome, state, language):
    phone = Human(chrome, house.server.address, storage_state=state, viewport=PHONE)
    edit = drafted(f"phone-{language}")
    pages = ("", "/ways", "/ways/choices", "/ways/media", "/wish/rules/relevant", "/new", "/whole")
    for page in (*pages, "/from-bank"):
        phone.open(f"{edit}{page}?lang={language}")
        wide = phone.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= PHONE["width"], page
    phone.close()
