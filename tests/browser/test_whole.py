"""With script: the whole questionnaire as one document that follows the answers."""

import pytest

from lipnet.surveys.models import Survey, WaitingResponse
from tests.browser import filled
from tests.browser.human import PHONE
from tests.surveys import kinds, scene

SLUG = "kinds-whole"
ONE = "kinds-one-by-one"


@pytest.fixture
def newcomer(house, program, chrome):
    """A page of the survey with every kind of question, in English, on a desk or a phone."""
    if not Survey.get_or_none(Survey.slug == SLUG):
        noor = filled.somebody("coordinator")
        scene.open_survey_with(noor, slug=SLUG, data=kinds.every_kind())
        scene.open_survey_with(noor, slug=ONE, data=kinds.every_kind(style="pages"))
    opened = []

    def begin(lang="en", slug=SLUG, **device):
        context = chrome.new_context(**device)
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.goto(f"{house.server.address}/s/{slug}/{lang}")
        page.locator(".start button").click()
        page.locator("#whole:not([hidden])").wait_for()
        return page

    yield begin
    for context in opened:
        context.close()


def kept():
    return next(
        row.answers for row in WaitingResponse.select() if row.answers.get("wake") == "06:15"
    )


def send(page):
    with page.expect_navigation():
        page.locator("button[value=send]").click()


def test_what_shows_follows_the_answers_and_what_is_sent_is_stored(newcomer):
    page = newcomer()
    school = page.locator("[name='q-school:0']")
    assert not school.is_visible()
    page.fill("[name='q-age:0']", "٧")
    assert school.is_visible()
    school.fill("Maple")
    page.locator("[data-add]").click()
    assert page.evaluate("document.activeElement.name") == "q-name:1"
    page.keyboard.type("Bo")
    page.fill("[name='q-age:1']", "40")
    assert not page.locator("[name='q-school:1']").is_visible()
    page.fill("[name='q-wake']", "06:15")
    page.get_by_label("Move down: Work").click()
    send(page)
    found = kept()
    assert found["household"] == [
        {"name": None, "age": 7, "school": "Maple"},
        {"name": "Bo", "age": 40},
    ]
    assert found["order"] == ["home", "work", "friends"]
    WaitingResponse.delete().execute()


def test_a_mistake_is_told_at_once_and_sending_leads_to_it(newcomer):
    page = newcomer()
    page.fill("[name='q-income']", "many")
    page.keyboard.press("Tab")
    field = page.locator("[data-slot=income]")
    assert "Please write a number" in field.inner_text()
    assert page.locator("[name='q-income'][type=text]").get_attribute("aria-invalid") == "true"
    page.locator("button[value=send]").click()
    assert page.evaluate("document.activeElement.id") == "errors"
    page.locator("#errors a").click()
    assert page.evaluate("document.activeElement.name") == "q-income"
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("12")
    page.keyboard.press("Tab")
    assert "Please write" not in field.inner_text()


def test_a_member_of_the_household_taken_away_takes_the_answers_along(newcomer):
    page = newcomer()
    page.locator("[data-add]").click()
    page.fill("[name='q-name:0']", "Ana")
    page.fill("[name='q-name:1']", "Bo")
    page.locator("[data-remove]").first.click()
    assert page.locator(".instance").count() == 1
    assert page.input_value("[name='q-name:0']") == "Bo"
    page.locator("[data-remove]").first.click()
    assert page.locator("[data-none]").is_visible()


def test_another_language_keeps_what_was_typed(newcomer):
    page = newcomer()
    page.fill("[name='q-name:0']", "Ana")
    page.locator("[name='q-welcome'][value='7']").check(force=True)
    page.select_option("[name='q-arrived=month']", "5")
    with page.expect_navigation():
        page.locator("button[value='speak:ar']").click()
    page.locator("#whole:not([hidden])").wait_for()
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.input_value("[name='q-name:0']") == "Ana"
    assert page.locator("[name='q-welcome'][value='7']").is_checked()
    assert page.input_value("[name='q-arrived=month']") == "5"


def test_review_shows_the_answers_before_anything_is_sent(newcomer):
    page = newcomer()
    page.fill("[name='q-name:0']", "Ana")
    with page.expect_navigation():
        page.locator("button[value=review]").click()
    assert "Nothing has been sent yet" in page.locator("main").inner_text()
    assert "Ana" in page.locator("main").inner_text()


def test_hidden_questions_are_hidden_from_screen_readers_too(newcomer):
    page = newcomer()
    assert page.get_by_role("textbox", name="Which school?").count() == 0
    page.fill("[name='q-age:0']", "7")
    assert page.get_by_role("textbox", name="Which school?").count() == 1


def test_without_script_nothing_is_lost(house, newcomer, chrome):
    context = chrome.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{house.server.address}/s/{SLUG}/en/whole")
    with page.expect_navigation():
        page.locator("noscript button").click()
    assert page.locator("button[value=next]").count() == 1
    context.close()


def test_the_whole_page_comes_from_memory_with_a_validator(program, newcomer):
    newcomer()
    client = program.test_client()
    first = client.get(f"/s/{SLUG}/en/whole")
    again = client.get(f"/s/{SLUG}/en/whole", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    assert first.headers["Cache-Control"] == "public, max-age=60"


def test_on_a_phone_one_question_has_the_screen_and_a_mistake_keeps_it(newcomer):
    page = newcomer(slug=ONE, viewport=PHONE)

    def shown():
        return page.locator("[data-slot]:visible").evaluate_all(
            "all => all.map(e => e.dataset.slot)"
        )

    forward = page.locator(".steps [data-step='1']")
    assert shown() == ["agree"]
    forward.click()
    assert shown() == ["welcome"]
    assert page.evaluate("document.activeElement.tagName") == "LEGEND"
    page.locator(".steps [data-step='-1']").click()
    assert shown() == ["agree"]
    while shown() != ["income"]:
        forward.click()
    page.fill("[name='q-income']", "many")
    forward.click()
    assert shown() == ["income"]
    page.fill("[name='q-income']", "12")
    while not page.locator("button[value=send]").is_visible():
        forward.click()
    assert not forward.is_visible()
    send(page)
    assert "arrived" in page.locator("h1").inner_text()


def test_on_a_desk_the_same_survey_is_one_document(newcomer):
    page = newcomer(slug=ONE, viewport={"width": 1200, "height": 800})
    assert page.locator("[data-slot]:visible").count() > 8


def test_a_page_loaded_anew_and_sent_again_is_one_response(newcomer):
    page = newcomer()
    number = page.locator("[name=submission]")

    def opened():
        page.locator("#whole:not([hidden])").wait_for()
        return number.input_value()

    first = opened()
    assert len(first) == 32
    page.reload()
    assert opened() == first
    send(page)
    page.go_back()
    assert opened() == first


def test_somebody_else_at_a_shared_device_is_another_response(newcomer):
    page = newcomer()
    first = page.locator("[name=submission]").input_value()
    send(page)
    page.go_back()
    page.locator("#whole:not([hidden])").wait_for()
    page.evaluate("history.replaceState({ ...history.state, sent: Date.now() - 61_000 }, '')")
    page.reload()
    page.locator("#whole:not([hidden])").wait_for()
    assert page.locator("[name=submission]").input_value() != first
