"""Every part of the look, opened in a real browser."""

import threading
from pathlib import Path

import axe_playwright_python
import pytest
from waitress import create_server

from tests.browsing import Browser

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()


@pytest.fixture
def address(app):
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)


@pytest.mark.parametrize("tag", ["en", "fr", "ar"])
def test_the_pattern_page_is_whole_in_every_direction(app, tag):
    assert Browser(app).get(f"/patterns?lang={tag}").heading.startswith("Patterns")


def test_axe_finds_nothing_in_either_theme_or_direction(address, chrome):
    for tag in ("en", "ar"):
        for scheme in ("light", "dark"):
            page = chrome.new_page(
                viewport={"width": 360, "height": 800}, color_scheme=scheme, bypass_csp=True
            )
            page.goto(f"{address}/patterns?lang={tag}")
            page.evaluate(AXE)
            found = page.evaluate("axe.run()")["violations"]
            assert not found, [(fault["id"], fault["nodes"][0]["html"]) for fault in found]
            page.close()


def test_nothing_scrolls_sideways_on_the_smallest_phone(address, chrome):
    for tag in ("en", "ar"):
        page = chrome.new_page(viewport={"width": 320, "height": 600})
        page.goto(f"{address}/patterns?lang={tag}")
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.close()


def test_the_size_of_the_letters_is_kept_on_staff_pages(address, chrome):
    page = chrome.new_page()
    page.goto(f"{address}/patterns")
    page.click("[data-step='1']")
    page.reload()
    assert page.get_attribute("html", "data-type-size") == "larger"
    page.click("[data-step='0']")
    page.reload()
    assert page.get_attribute("html", "data-type-size") is None


def test_without_script_the_control_of_letters_is_not_shown(address, chrome):
    page = chrome.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/patterns")
    assert not page.is_visible(".type-size")
    assert page.is_visible("h1")


def test_the_policy_lets_the_page_keep_its_look(address, chrome):
    page = chrome.new_page()
    told = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(f"{address}/patterns")
    assert not [text for text in told if "Content Security Policy" in text or "Refused" in text]
    assert page.evaluate("getComputedStyle(document.querySelector('.button')).minHeight") == "44px"
