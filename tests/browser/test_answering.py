"""What a newcomer's phone meets from the wall of languages to the receipt."""

import pytest

from tests.browser.filled_surveys import CLASSES
from tests.browser.human import PHONE
from tests.browser.seeing import DEVICES, Eye

STRICT = {
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:",
    "font-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'",
    "media-src 'self'",
    "frame-ancestors 'none'",
}  # fmt: skip
DOORS = ("/s/{slug}", "/s/{slug}/ar", "/s/{slug}/ar/withdraw", "/s/{slug}/ar/leave",
         "/r/{slug}/ar", "/told/{slug}/ar")  # fmt: skip


@pytest.mark.parametrize("language", DEVICES)
def test_every_page_of_answering_is_sound_and_sets_no_cookie(house, chrome, language):
    eye = Eye(chrome, house.server.address, language)
    faults = eye.look(f"/s/{CLASSES}") + eye.look(f"/s/{CLASSES}/{language}")
    faults += begun(eye) + pressed(eye, "button[value=next]")
    assert eye.page.locator(".error-summary").count() == 0, "the first question may be left out"
    eye.page.locator("input[type=checkbox]").first.check(force=True)
    while eye.page.locator("button[value=next]").count():
        faults += pressed(eye, "button[value=next]")
    eye.page.locator("input[name=phrase]").check(force=True)
    faults += pressed(eye, "button[value=send]")
    assert eye.page.locator(".phrase-digits").count() == 1
    assert eye.context.cookies() == []
    assert eye.page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    eye.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", DEVICES)
def test_a_page_with_an_error_is_sound_and_leads_to_the_field(house, chrome, language):
    eye = Eye(chrome, house.server.address, language)
    eye.page.goto(f"{eye.address}/s/{CLASSES}/{language}")
    begun(eye)
    eye.page.locator("input[value=yes]").check(force=True)
    pressed(eye, "button[value=next]")
    eye.page.locator("[name=q-months]").fill("600")
    faults = pressed(eye, "button[value=next]")
    eye.page.locator(".error-summary a").click()
    focused = "() => document.activeElement.name"
    assert eye.page.evaluate(focused) == "q-months"
    eye.close()
    assert not faults, "\n".join(faults)


def begun(eye: Eye) -> list[str]:
    """Page by page, as where no script leads to the whole document at once."""
    eye.heard.clear()
    with eye.page.expect_navigation():
        eye.page.evaluate("document.querySelector('form[data-whole]').submit()")
    return eye.look_here()


def pressed(eye: Eye, button: str) -> list[str]:
    eye.heard.clear()
    with eye.page.expect_navigation():
        eye.page.locator(button).first.click()
    return eye.look_here()


def test_public_pages_ask_nothing_of_other_places_and_say_so(house, chrome):
    context = chrome.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for door in DOORS:
        reply = page.goto(house.server.address + door.format(slug=CLASSES))
        policy = reply.headers["content-security-policy"]
        assert {each.strip() for each in policy.split(";")} == STRICT
        assert "set-cookie" not in reply.headers, door
    assert asked and all(url.startswith(house.server.address) for url in asked)
    assert context.cookies() == []
    context.close()
