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


# For each line of each picture of a section: where its pieces stand, in hundredths of the line.
PLACES = """(name) => {
  const section = [...document.querySelectorAll("section")].filter(
    (each) => each.querySelector("h2")?.textContent === name)[0];
  return [...section.querySelectorAll("figure")].map((figure) =>
    [...figure.querySelectorAll("svg.plot")].map((plot) =>
      [...plot.querySelectorAll(":scope > rect, :scope > svg")].map((piece) => [
        piece.tagName, parseFloat(piece.getAttribute("x")),
        parseFloat(piece.getAttribute("width"))])));
}"""


def test_a_picture_from_right_to_left_is_the_mirror_of_the_other(address, chrome):
    page = chrome.new_page(viewport={"width": 1000, "height": 800})
    page.goto(f"{address}/patterns?lang=en")
    pieces, mirrored = (
        [piece for figure in page.evaluate(PLACES, name) for line in figure for piece in line]
        for name in ("Pictures of results", "Pictures, from right to left")
    )
    page.close()
    assert len(pieces) > 60
    for (kind, x, width), (same, its_x, its_width) in zip(pieces, mirrored, strict=True):
        assert (kind, width) == (same, its_width)
        assert x + its_x + width == pytest.approx(100, abs=0.01)


def test_hidden_pieces_of_one_picture_are_all_as_wide(address, chrome):
    page = chrome.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{address}/patterns?lang=en")
    figures = page.evaluate(PLACES, "Pictures of results")
    page.close()
    hidden = [
        {piece[2] for line in figure for piece in line if piece[0] == "svg"} for figure in figures
    ]
    assert max(map(len, hidden)) == 1
    assert sum(map(bool, hidden)) >= 5


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_with_all_numbers_open_the_page_is_sound_and_no_wider(address, chrome, tag):
    page = chrome.new_page(viewport={"width": 320, "height": 600}, bypass_csp=True)
    page.goto(f"{address}/patterns?lang={tag}")
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")["violations"]
    assert not found, [(fault["id"], fault["nodes"][0]["html"]) for fault in found]
    page.close()
