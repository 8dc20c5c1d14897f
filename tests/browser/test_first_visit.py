"""How much a phone fetches when it opens a survey for the first time.

Fonts are counted apart: they come only where the script of the language needs one, and the page can
be read before they are there.
"""

from dataclasses import dataclass, field

import pytest

from tests.browser.filled_surveys import CLASSES
from tests.browser.human import PHONE

MOST_REQUESTS = 4
MOST_BYTES = 40 * 1024
FONT_BYTES = 120 * 1024


@dataclass
class Fetched:
    """address -> bytes on the wire, heads included, packed as they came."""

    pages: dict[str, int] = field(default_factory=dict)
    fonts: dict[str, int] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        return sum(self.pages.values())


@pytest.fixture
def visit(house, chrome):
    """Opens an address with nothing in the cache and gives what was fetched for it."""

    def fetched(path: str) -> Fetched:
        context = chrome.new_context(viewport=PHONE)
        page = context.new_page()
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        asked, ended = {}, {}
        wire.on("Network.requestWillBeSent", lambda e: asked.update({e["requestId"]: e["request"]}))
        wire.on(
            "Network.loadingFinished",
            lambda e: ended.update({e["requestId"]: e["encodedDataLength"]}),
        )
        page.goto(house.server.address + path, wait_until="networkidle")
        context.close()
        found = Fetched()
        for number, request in asked.items():
            address = request["url"]
            if address.startswith(house.server.address):
                kind = found.fonts if ".woff2" in address else found.pages
                kind[address] = int(ended[number])
        return found

    return fetched


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_notice_of_a_survey_asks_for_little(visit, language):
    found = visit(f"/s/{CLASSES}/{language}")
    assert len(found.pages) <= MOST_REQUESTS, found.pages
    assert 1_000 < found.bytes <= MOST_BYTES, found.pages
    assert sum(found.fonts.values()) <= FONT_BYTES, found.fonts


def test_the_wall_of_languages_asks_for_little(visit):
    found = visit(f"/s/{CLASSES}")
    assert len(found.pages) <= MOST_REQUESTS, found.pages
    assert 1_000 < found.bytes <= MOST_BYTES, found.pages


def test_only_a_script_that_needs_it_gets_its_font(visit):
    arabic, english = visit(f"/s/{CLASSES}/ar"), visit(f"/s/{CLASSES}/en")
    assert any("vazirmatn" in address for address in arabic.fonts)
    assert not any("vazirmatn" in address for address in english.fonts)


def test_the_one_document_asks_for_itself_and_one_script_more_than_the_notice(visit):
    notice, document = visit(f"/s/{CLASSES}/en").pages, visit(f"/s/{CLASSES}/en/whole").pages
    more = sorted(address.split("?")[0] for address in set(document) - set(notice))
    assert [address.rsplit("/", 1)[1] for address in more] == ["whole", "answering.js"], more
    assert 1_000 < sum(document.values()) <= MOST_BYTES, document
