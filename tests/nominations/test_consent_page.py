"""The nominee answers on a phone, without account, cookie or script, in their own language."""

from datetime import timedelta

import pytest

from lipnet.core import clock, links
from lipnet.groups.operations import draft_terms_of_reference, put_terms_in_force
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import NewNominee, Rules
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene

AMINA = NewNominee("أمينة", "amina@example.org", "ar")


@pytest.fixture
def asked(app):
    """A nomination that waits, and the address of its page."""
    alice = cast.alice()
    call = scene.opened(rules=Rules(eligibility={"en": "Lives or works here"}), by=alice)
    terms = draft_terms_of_reference(
        call.body, sections=[], quorum_kind="fixed", quorum_value=3, term_years=3, by=alice
    )
    put_terms_in_force(terms, by=alice)
    nomination = scene.nominated(call, AMINA, by=cast.bob(), seat=call.seats[0])
    token = links.signed(scene.link_of(nomination))
    return nomination, f"/nominations/consent/{token}?lang=ar"


def assert_cookieless(page):
    assert "Set-Cookie" not in page.response.headers
    assert "Cookie" not in page.response.headers.get("Vary", "")
    assert page.response.headers["Cache-Control"] == "no-store"


def test_the_page_says_who_for_what_and_why_and_looking_changes_nothing(app, asked):
    nomination, address = asked
    for _ in range(2):
        page = Browser(app).get(address)
        assert_cookieless(page)
        assert page.one("html")["dir"] == "rtl"
        for told in ("Bob Tremblay", "Steering Committee", scene.WHY, "Health 1"):
            assert told in page.text
        assert not [field for field in page.fields() if "csrf" in field]
    in_english = Browser(app).get(address.replace("=ar", "=en"))
    assert "A term lasts 3 years." in in_english.text
    assert "Lives or works here" in in_english.text
    assert Nomination.get_by_id(nomination.id).is_waiting


def test_accepting_keeps_the_words_and_says_what_happens_next(app, asked):
    nomination, address = asked
    words = "أريد أن أعمل على دروس اللغة المسائية"
    answer = {"interests": words, "published": ["statement", "interests"], "answer": "accept"}
    page = Browser(app).submit(address, answer)
    assert_cookieless(page)
    assert page.one("html")["lang"] == "ar"
    assert page.all("ol")
    kept = Nomination.get_by_id(nomination.id)
    assert (kept.state, kept.interests) == ("accepted", words)
    assert kept.published == ["statement", "interests"]


def test_declining_is_thanked(app, asked):
    nomination, address = asked
    Browser(app).submit(address, {"answer": "decline"})
    assert Nomination.get_by_id(nomination.id).state == "declined"


def test_words_that_are_too_long_are_kept_on_the_page_and_the_link_still_works(app, asked):
    nomination, address = asked
    long = "x" * 1501
    page = Browser(app).submit(
        address.replace("=ar", "=en"), {"interests": long, "answer": "accept"}
    )
    assert "1501" in page.text and page.fields()["interests"] == long
    assert Nomination.get_by_id(nomination.id).is_waiting
    Browser(app).submit(address, {"answer": "accept"})
    assert Nomination.get_by_id(nomination.id).state == "accepted"


def test_a_post_without_a_button_answers_nothing(app, asked):
    nomination, address = asked
    Browser(app).submit(address)
    assert Nomination.get_by_id(nomination.id).is_waiting


def test_a_used_an_expired_and_a_changed_link_get_a_kind_page(app, asked):
    _, address = asked
    changed = address.replace("?lang=ar", "x?lang=en")
    page = Browser(app).get(changed, status=410)
    assert page.heading == "This link does not work any more"
    with clock.at(clock.now() + timedelta(days=15)):
        Browser(app).get(address, status=410)
    Browser(app).submit(address, {"answer": "accept"})
    page = Browser(app).get(address, status=410)
    assert_cookieless(page)
    Browser(app).post(address, {"answer": "decline"}, status=410)


def test_a_post_from_another_site_answers_nothing(app, asked):
    nomination, address = asked
    elsewhere = {"Origin": "https://elsewhere.example"}
    Browser(app).post(address, {"answer": "accept"}, status=403, headers=elsewhere)
    assert Nomination.get_by_id(nomination.id).is_waiting


def test_who_typed_until_the_link_ended_can_copy_the_words_and_nothing_is_kept(app, asked):
    nomination, address = asked
    typed = {
        "interests": "Evening classes.\nAnd <b>care</b>.",
        "skills": "Patience",
        "answer": "accept",
    }
    page = address.replace("=ar", "=en")
    with clock.at(clock.now() + timedelta(days=15)):
        told = Browser(app).post(page, typed, status=410)
        assert "Evening classes.\nAnd <b>care</b>." in "".join(told.one("textarea").children)
        assert "What are you good at?\nPatience" in "".join(told.one("textarea").children)
        assert told.one("textarea").has("readonly") and "was not sent" in told.text
        assert not Browser(app).get(page, status=410).all("textarea")
        assert not Browser(app).post(page, {"answer": "accept"}, status=410).all("textarea")
    kept = Nomination.get_by_id(nomination.id)
    assert kept.is_waiting and (kept.interests, kept.skills) == ("", "")
    strange = Browser(app).post("/nominations/consent/made-up?lang=en", typed, status=410)
    assert "Patience" not in strange.text, "behind what is no link of ours nothing is shown again"
