"""The inspecting client sees what it should see: each fault, planted, is found."""

import pytest

from tests.browsing import Page, inspect

WHOLE = (
    '<!doctype html><html lang="ar" dir="rtl"><head><title>Salam - x</title></head><body>'
    '<a href="#content">skip</a><main id="content"><h1>Salam</h1>'
    '<label for="a">A</label><input id="a" name="a"></main></body></html>'
)


class Response:
    """What the test client hands over, as far as a page needs it."""

    status_code = 200

    def __init__(self, html: str):
        self.html = html
        self.request = type("Request", (), {"path": "/planted"})

    def get_data(self, as_text: bool) -> str:
        return self.html


def faults(html: str) -> list[str]:
    return inspect(Page(Response(html)))


def test_a_whole_page_has_no_fault():
    assert faults(WHOLE) == []


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('dir="rtl"', 'dir="ltr"', "on a page in ar"),
        ('lang="ar"', 'lang="xx"', "not a language"),
        ("<h1>Salam</h1>", "<h1>Salam</h1><h1>Again</h1>", "2 h1"),
        ("<title>Salam", "<title>Other", "does not begin with the heading"),
        ('<a href="#content">skip</a>', "", "no skip link"),
        ('<label for="a">A</label>', "", "has no label"),
        ('<label for="a">A</label>', '<label for="a">A</label><p id="a">x</p>', "stands twice"),
        ('name="a"', 'name="a" aria-describedby="gone"', "points at no element"),
        ("<h1>Salam</h1>", '<h1>Salam</h1><p style="color:red">x</p>', "style attribute"),
        ("<h1>Salam</h1>", '<h1>Salam</h1><p onclick="x()">x</p>', "script attribute"),
        ("<h1>Salam</h1>", '<h1>Salam</h1><img src="x">', "without alt"),
        ("<h1>Salam</h1>", "<h1>Salam</h1><div><p>x</div>", "closes"),
    ],
)
def test_a_planted_fault_is_found(before, after, told):
    assert before in WHOLE
    assert any(told in fault for fault in faults(WHOLE.replace(before, after, 1)))
