"""Whatever is sent, the answer is a page: a kind one, and never a fault of ours."""

import pytest

from lipnet import create_app
from lipnet.people.models import Organisation
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene

NO_RECORDS = (99_999_999_999_999_999_999, 2**31, "9" * 5000)
NUMBERED = (
    "/people/{}", "/meetings/{}", "/meetings/motions/{}", "/evidence/{}", "/nominations/{}",
    "/surveys/classes/versions/{}", "/plans/{}", "/reports/{}",
)  # fmt: skip
WITH_NULL_BYTES = (
    "/s/a%00b", "/r/a%00b/en", "/told/a%00b/en", "/people?q=%00", "/meetings/new?body=%00",
    "/groups/%00", "/surveys/%00", "/signin/link/%00", "/static/%00",
)  # fmt: skip
STEERING = ("endpoint=x", "_scheme=ftp", "_external=1", "_method=PUT", "_anchor=x")


@pytest.fixture
def house(database):
    """The whole program, on each engine, as it answers in earnest."""
    made = create_app(database)
    made.config["PROPAGATE_EXCEPTIONS"] = False
    return made


@pytest.fixture
def alice(house):
    return cast.alice()


@pytest.fixture
def survey(alice):
    return scene.open_survey_with(alice)


def test_a_number_no_record_can_have_is_no_page(house, alice, survey):
    client = Browser(house, alice).client
    for number in NO_RECORDS:
        for address in NUMBERED:
            assert client.get(address.format(number)).status_code == 404, address
        assert client.get(f"/surveys/classes/results?version={number}").status_code < 500


def test_a_null_byte_in_an_address_breaks_nothing(house, alice):
    client = Browser(house, alice).client
    for address in WITH_NULL_BYTES:
        assert client.get(address).status_code < 500, address


def test_a_null_byte_in_what_is_typed_is_left_out(house, alice):
    browser = Browser(house, alice)
    browser.submit("/people/organisations/new", {"name-en": "Maple\0 Bay", "website": "\0"})
    assert Organisation.get().name == {"en": "Maple Bay"}


def test_no_word_of_an_address_steers_how_its_links_are_made(house, survey):
    for address in ("/signin", "/s/classes/en", "/told/classes/en", "/no/such/page"):
        for query in STEERING:
            page = house.test_client().get(f"{address}?{query}", headers={"Host": "evil.example"})
            assert page.status_code < 500, f"{address}?{query}"
            assert "evil.example" not in page.get_data(as_text=True), f"{address}?{query}"


def test_odd_headers_and_bodies_break_nothing(house, survey):
    client = house.test_client()
    for address in ("/s/classes/en/withdraw", "/s/classes/en/answer", "/signin"):
        for headers in ({"Origin": "http://["}, {"Referer": "http://["}):
            assert client.post(address, headers=headers).status_code < 500
        for body in (b"", b"[1]", b'"x"', b'{"phrase": 5}', b"\x00"):
            for kind in ("application/json", "text/plain", "multipart/form-data"):
                assert client.post(address, data=body, content_type=kind).status_code < 500
    assert client.get("/signin?next=http://[").status_code == 200


def test_odd_numbers_in_a_page_of_answers_break_nothing(house, survey):
    visitor = Browser(house)
    sent = visitor.post("/s/classes/en/answer").fields()
    for odd in (
        {"page": "9" * 5000},
        {"carried": "9" * 5000 + ".x"},
        {"carried": "99999999999999999999.x"},
        {"act": "change:" + "9" * 5000},
    ):
        assert visitor.client.post("/s/classes/en/answer", data=sent | odd).status_code < 500


def test_a_text_that_is_too_long_is_refused_with_a_sentence(house, alice):
    page = Browser(house, alice).submit("/people/new", {"name": "x" * 200_000})
    assert "Please keep this under" in page.text


def test_what_only_looks_like_an_address_is_refused_with_a_sentence(house, alice):
    said = {"statement-en": "Rents rose.", "source": "A report", "link": "https://["}
    page = Browser(house, alice).submit("/evidence/outside", said)
    assert "must begin with https://" in page.text
    page = Browser(house, alice).submit("/start/council/links", {"links": "https://["})
    assert "must be a web address" in page.text
