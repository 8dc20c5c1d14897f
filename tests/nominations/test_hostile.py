"""What strangers can send to the pages without an account: nothing breaks, nothing is lost."""

import io

import pytest

from lipnet import create_app
from lipnet.core import links
from lipnet.nominations.attachments import MOST_BYTES
from lipnet.nominations.models import Nomination
from lipnet.nominations.proposals import Proposal
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene
from tests.nominations.test_public import ME, letter_link, propose

ODD = {
    "a null": {"name": "Na\x00dia", "statement-en": "I wel\x00come people."},
    "turned around": {"name": "Na\u202edia", "statement-en": "\u202eI welcome people.\u2066"},
    "no such seat": {"seat": "99999999999999999999"},
    "no such language": {"nominee_language": "tlh", "statement-tlh": "x"},
    "a second statement": {"statement": "x" * 10_000, "statement-": "x"},
}


@pytest.fixture
def house(database):
    made = create_app(database)
    made.testing = True
    return made


def test_odd_words_are_kept_or_refused_in_words(house):
    for what, odd in ODD.items():
        call = scene.opened(by=cast.person(f"Alice {what}", "coordinator"))
        propose(house, call, "myself", {**ME, "email": f"{len(what)}@public.example", **odd})
        kept = Proposal.get_or_none(Proposal.call == call)
        assert kept, what
        assert "\x00" not in kept.name + kept.statement["en"], what
        address, browser = letter_link(kept), Browser(house)
        wrong = {"lived": ["emperor"], "conflict": "maybe", "published": ["name"]}
        page = browser.submit(address, wrong, status=409)
        assert "choice" in page.text and not Nomination.select().where(Nomination.call == call)
        browser.submit(address, {"skills": "a\x00b"})
        assert "\x00" not in Nomination.get(Nomination.call == call).skills


def test_a_file_too_large_loses_no_word_and_a_flood_of_words_is_not_read(app):
    call = scene.opened(by=cast.alice())
    flood = {**ME, "statement-en": "x" * 1_000_000}
    page = Browser(app).post(f"/calls/{call.id}/nominate/myself?lang=en", flood, status=413)
    assert "go back" in page.text
    propose(app, call, "myself", ME)
    for address, button, refused in (
        (letter_link(Proposal.get()), {}, 409),
        (consent_of(call), {"answer": "accept"}, 200),
    ):
        for size in (MOST_BYTES + 1, 13_000_000):
            file = io.BytesIO(b"%PDF-1.7" + b"x" * size)
            sent = {"interests": scene.WORK, "file": (file, "cv.pdf"), **button}
            page = Browser(app).submit(address, sent, status=refused)
            assert "5 MB" in page.text and page.fields()["interests"] == scene.WORK


def consent_of(call) -> str:
    asked = scene.nominated(call, cast.charlie(), by=cast.bob())
    return f"/nominations/consent/{links.signed(scene.link_of(asked))}?lang=en"


def test_the_same_words_sent_twice_are_one_nomination(app):
    call = scene.opened(by=cast.alice())
    for _ in range(2):
        propose(app, call, "myself", ME)
    first, second = (letter_link(row) for row in Proposal.select())
    Browser(app).submit(first)
    Browser(app).post(first, status=410)
    assert Browser(app).submit(second).heading == "You are not nominated once more"
    assert Nomination.select().count() == 1 and not Proposal.select().exists()
