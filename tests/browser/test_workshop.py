"""A translator at a real browser: what is typed is kept, counted, and seen in its place."""

from playwright.sync_api import expect

from lipnet.core.db import db
from lipnet.surveys.models import Survey
from tests.browser.filled_surveys import SEWING
from tests.browser.human import PHONE
from tests.browser.seeing import Eye
from tests.surveys.workshop.scene import MONTHS, states

HERE = f"/surveys/{SEWING}/languages/ar"
AREA = f'[name="t-{MONTHS}"]'


def kept(text: str) -> bool:
    with db.connection_context():
        return states(Survey.get(Survey.slug == SEWING))[MONTHS][0] == text


def string(page):
    return page.locator(f'[data-string="{MONTHS}"]')


def test_a_text_is_kept_while_it_is_typed_and_the_bar_follows(house, program, chrome, state):
    db.close()
    context = chrome.new_context(storage_state=state)
    page = context.new_page()
    page.goto(house.server.address + HERE)
    page.locator(AREA).fill("كم شهرًا انتظرت؟")
    expect(string(page).locator("[data-count]")).to_have_text("16")
    expect(string(page).locator("[data-status]")).to_have_text("Saved.")
    expect(string(page).locator("[data-badge]")).to_have_text("Translated")
    assert kept("كم شهرًا انتظرت؟")
    string(page).locator("[data-state]").select_option("reviewed")
    expect(string(page).locator("[data-badge]")).to_have_text("Reviewed")
    expect(page.locator("[data-progress]")).to_contain_text("Reviewed: 1")
    context.close()


def test_the_preview_opens_beside_the_text_at_its_place(house, chrome, state):
    context = chrome.new_context(storage_state=state, viewport={"width": 1400, "height": 900})
    page = context.new_page()
    page.goto(house.server.address + HERE)
    string(page).locator("[data-place]").click()
    here = page.locator("[data-in-place] .is-here")
    expect(here).to_be_in_viewport()
    expect(here).to_contain_text("months")
    page.locator("[data-in-place] button").click()
    expect(page.locator("[data-in-place]")).to_be_hidden()
    context.close()


def test_the_link_works_on_a_phone_without_script_and_leaves_no_cookie(house, program, chrome):
    db.close()
    context = chrome.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(
        f"{house.server.address}/translate/{house.tokens['workshop_public.language']}?lang=ar"
    )
    page.locator(AREA).fill("كم شهرًا؟")
    with page.expect_navigation():
        string(page).locator("[data-save]").click()
    expect(page.locator(AREA)).to_have_value("كم شهرًا؟")
    assert kept("كم شهرًا؟")
    assert context.cookies() == []
    context.close()


def test_the_page_with_its_preview_open_is_sound(house, chrome, state):
    eye = Eye(chrome, house.server.address, "ar", state)
    faults = eye.look(f"{HERE}?lang=ar")
    string(eye.page).locator("[data-place]").click()
    expect(eye.page.locator("[data-in-place] .is-here")).to_be_visible()
    faults += eye.look_here()
    eye.close()
    assert not faults, "\n".join(faults)
