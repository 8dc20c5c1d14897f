"""A coder at a real browser: codes are given by keyboard, kept by themselves, and taken back."""

import pytest
from playwright.sync_api import expect

from lipnet.core.db import db
from lipnet.surveys.models import Survey
from lipnet.surveys.open_answers import operations
from lipnet.surveys.open_answers.answers import answers_to
from lipnet.surveys.open_answers.finals import codings_by
from lipnet.surveys.open_answers.models import Codebook
from tests.browser.filled import somebody
from tests.browser.filled_surveys import WISHES
from tests.browser.seeing import Eye
from tests.surveys.open_answers.scene import WISH

HERE = f"/surveys/{WISHES}/open/{WISH}/coding"


@pytest.fixture
def book(house, program):
    """Nothing is coded yet."""
    found = Codebook.get(Codebook.survey == Survey.get(Survey.slug == WISHES))
    noor = somebody("coordinator")
    while codings_by(found, noor):
        operations.undo_coding(found, by=noor)
    db.close()
    return found


def coded(book) -> dict[str, tuple[str, ...]]:
    """Handle -> codes."""
    with db.connection_context():
        mine = codings_by(book, somebody("coordinator"))
        answers = answers_to(book.survey, WISH)
        return {each.handle: mine[each.key] for each in answers if each.key in mine}


def handle_of(place) -> str:
    return place.get_attribute("id").removeprefix("a-")


def test_answers_are_coded_by_keyboard_and_kept_by_themselves(house, book, chrome, state):
    context = chrome.new_context(storage_state=state)
    page = context.new_page()
    page.goto(house.server.address + HERE)
    first, second, third = (page.locator("[data-answer]").nth(at) for at in range(3))
    first.focus()
    page.keyboard.press("1")
    page.keyboard.press("3")
    expect(first.locator("[data-key='1']")).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(second).to_be_focused()
    page.keyboard.press("0")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("2")
    page.keyboard.press("2")
    page.keyboard.press("ArrowUp")
    expect(second).to_be_focused()
    expect(page.locator("[data-far]")).to_have_text("2 of 12 answers coded")
    assert coded(book) == {handle_of(first): ("bus", "class"), handle_of(second): ()}
    page.keyboard.press("1")
    expect(second.locator("[data-key='0']")).not_to_be_checked()
    expect(third.locator(":checked")).to_have_count(0)
    context.close()


def test_keys_mean_nothing_where_no_answer_has_the_focus(house, book, chrome, state):
    context = chrome.new_context(storage_state=state)
    page = context.new_page()
    page.goto(house.server.address + HERE)
    page.get_by_label("Only answers with these words").focus()
    page.keyboard.press("1")
    page.locator("h1").click()
    page.keyboard.press("1")
    expect(page.locator("[data-key]:checked")).to_have_count(0)
    assert coded(book) == {}
    context.close()


def test_without_script_boxes_are_ticked_and_saved(house, book, chrome, state):
    context = chrome.new_context(storage_state=state, java_script_enabled=False)
    page = context.new_page()
    page.goto(house.server.address + HERE)
    first = page.locator("[data-answer]").first
    handle = handle_of(first)
    first.get_by_label("Garden").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("[data-far]")).to_have_text("1 of 12 answers coded")
    assert coded(book) == {handle: ("garden",)}
    page.get_by_role("button", name="Undo").click()
    assert coded(book) == {}
    context.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_while_one_codes_is_sound(house, book, chrome, state, language):
    eye = Eye(chrome, house.server.address, language, state)
    faults = eye.look(f"{HERE}?lang={language}")
    eye.page.locator("[data-answer]").first.focus()
    eye.page.keyboard.press("1")
    faults += eye.look_here()
    eye.close()
    assert not faults, "\n".join(faults)
