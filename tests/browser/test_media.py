"""A picture and a sound with a question, and pictures beside its choices, in a real browser."""

import re

import pytest

from lipnet.surveys.media import operations
from lipnet.surveys.media.models import SurveyMedia
from lipnet.surveys.models import Survey
from tests.browser import filled
from tests.browser.seeing import Eye
from tests.surveys.media.scene import bring, draft_with_media, opened

SLUG = "with-media"
ALT = {"class-ar.png": {"ar": "صفّ لتعلّم اللغة"}, "bus.png": {"ar": "حافلة"}}


@pytest.fixture
def survey(house, program):
    if not Survey.get_or_none(Survey.slug == SLUG):
        noor = filled.somebody("coordinator")
        draft = draft_with_media(noor, slug=SLUG)
        for row in bring(draft, by=noor):
            if row.name in ALT:
                operations.describe_media(row, ALT[row.name], by=noor)
        opened(draft, noor)
    return Survey.get(Survey.slug == SLUG)


@pytest.fixture
def newcomer(house, survey, chrome):
    """Arabic, on the narrowest phone, at night."""
    eye = Eye(chrome, house.server.address, "ar")
    eye.page.goto(f"{house.server.address}/s/{SLUG}/ar")
    yield eye
    assert eye.heard == []
    eye.context.close()


def test_a_picture_and_a_sound_come_with_the_question_and_nothing_moves(newcomer, survey):
    page = newcomer.page
    page.locator(".start button").click()
    page.locator("#whole:not([hidden])").wait_for()
    picture, sound = page.locator("img.seen").first, page.locator("audio").first
    assert picture.get_attribute("alt") == ALT["class-ar.png"]["ar"]
    before = page.locator("legend").nth(1).bounding_box()
    picture.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('img.seen').naturalWidth === 400")
    page.evaluate("scrollTo(0, 0)")
    assert page.locator("legend").nth(1).bounding_box() == before
    assert sound.evaluate("each => each.readyState") == 0  # not one byte before it is asked for
    sound.evaluate("async each => { each.muted = true; await each.play() }")
    page.wait_for_function("() => document.querySelector('audio').duration > 4")


def touched(page, what) -> None:
    """Where it is drawn, whatever lies above it."""
    what.scroll_into_view_if_needed()
    box = what.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_touching_the_picture_of_a_choice_chooses_it_and_its_sound_does_not(newcomer, survey):
    page = newcomer.page
    page.locator(".start button").click()
    page.locator("#whole:not([hidden])").wait_for()
    bus = page.locator("input[name='q-ways'][value='bus']")
    row = SurveyMedia.get(SurveyMedia.name == "bus.png", SurveyMedia.survey == survey)
    touched(page, page.locator(".with-media audio"))
    assert not bus.is_checked()
    touched(page, page.locator(f"img[src$='{row.address}']"))
    assert bus.is_checked()
    assert page.get_by_role("checkbox", name=re.compile("^حافلة بالحافلة")).is_checked()


def test_the_page_without_script_shows_them_too(house, survey, chrome):
    context = chrome.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{house.server.address}/s/{SLUG}/ar")
    page.locator(".start button").click()
    assert page.locator("img.seen").first.bounding_box()["width"] <= 360
    assert page.locator("audio").first.is_visible()
    context.close()
