"""Signing in with a password, being limited, signing out."""

import io
from datetime import timedelta

import pytest

from lipnet.core import clock, logs
from lipnet.core.events import Event
from lipnet.core.rates import Attempts
from lipnet.people import operations
from lipnet.people.models import SignIn
from tests.browsing import Browser
from tests.cast import alice, bob

PHRASE = "seven geese over the canal"


@pytest.fixture
def member(app):
    person = bob()
    operations.set_password(person, PHRASE, by=person)
    return person


def sign_in(browser, person, password=PHRASE, *, path="/signin", status=200):
    given = {"email": person.email, "password": password}
    token = browser.get(path).fields()["csrf_token"]
    return browser.post(path, {**given, "csrf_token": token}, status=status)


def is_signed_in(browser) -> bool:
    return browser.get("/people/me").path == "/people/me"


def test_the_right_password_opens_the_door(app, member):
    browser = Browser(app)
    assert sign_in(browser, member).path == "/"
    assert is_signed_in(browser)


def test_capitals_and_blanks_in_the_address_do_not_matter(app, member):
    browser = Browser(app)
    token = browser.get("/signin").fields()["csrf_token"]
    address = f" {member.email.upper()} "
    browser.post("/signin", {"email": address, "password": PHRASE, "csrf_token": token})
    assert is_signed_in(browser)


def test_a_wrong_password_and_an_unknown_address_get_the_same_words(app, member):
    wrong = sign_in(Browser(app), member, "not my words at all")
    member.email = "nobody@example.org"
    unknown = sign_in(Browser(app), member)
    assert "do not belong together" in wrong.text
    assert wrong.one("main").text == unknown.one("main").text


def test_a_person_without_a_password_cannot_sign_in_with_an_empty_one(app):
    browser = Browser(app)
    sign_in(browser, alice(), "")
    assert not is_signed_in(browser)


def test_who_has_left_stays_outside(app, member):
    operations.leave(member, by=member)
    browser = Browser(app)
    assert "do not belong together" in sign_in(browser, member).text


def test_too_many_tries_are_stopped_kindly_even_with_the_right_password(app, member):
    browser = Browser(app)
    for _ in range(10):
        sign_in(browser, member, "not my words at all")
    page = sign_in(browser, member, status=429)
    assert "wait a quarter of an hour" in page.text
    with clock.at(clock.now() + timedelta(minutes=16)):
        sign_in(browser, member)
        assert is_signed_in(browser)


def test_a_success_forgets_the_failures_before_it(app, member):
    for _ in range(3):
        for _ in range(6):
            sign_in(Browser(app), member, "not my words at all")
        assert sign_in(Browser(app), member).path == "/"


def test_no_address_is_kept_with_the_counted_tries(app, member):
    sign_in(Browser(app), member, "not my words at all")
    keys = [row.key for row in Attempts.select()]
    assert keys and all(len(key) == 64 and "@" not in key for key in keys)


def test_after_signing_in_the_page_asked_for_appears(app, member):
    browser = Browser(app)
    asked = browser.get("/people/organisations?lang=en")
    assert asked.heading == "Sign in"
    full = f"/signin?{asked.response.request.query_string.decode()}"
    assert sign_in(browser, member, path=full).path == "/people/organisations"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "people",
    ],
)
def test_the_door_leads_nowhere_but_into_this_house(app, member, elsewhere):
    client = Browser(app).client
    page = client.get("/signin", query_string={"next": elsewhere})
    token = page.get_data(as_text=True).split('name="csrf_token" value="')[1].split('"')[0]
    reply = client.post(
        "/signin",
        query_string={"next": elsewhere},
        data={"email": member.email, "password": PHRASE, "csrf_token": token},
    )
    assert reply.status_code == 303
    assert reply.headers["Location"] == "/"


def test_a_sign_in_without_the_token_of_our_page_is_refused(app, member):
    browser = Browser(app)
    browser.post("/signin", {"email": member.email, "password": PHRASE}, status=400)
    assert not is_signed_in(browser)


def test_a_new_sign_in_gets_a_new_session(app, member):
    browser = Browser(app)
    with browser.client.session_transaction() as session:
        session["planted"] = "by somebody else"
    sign_in(browser, member)
    with browser.client.session_transaction() as session:
        assert "planted" not in session


def test_signing_out_ends_the_session_in_the_database(app, member):
    browser = Browser(app)
    sign_in(browser, member)
    browser.submit("/people/me", form="/sign-out")
    assert not is_signed_in(browser)
    assert all(row.ended_at for row in SignIn.select())


def test_a_link_cannot_sign_anybody_out(app, member):
    browser = Browser(app, member)
    browser.get("/sign-out", status=405)
    assert is_signed_in(browser)


def test_signing_out_everywhere_reaches_the_other_browsers(app, member):
    here, there = Browser(app, member), Browser(app, member)
    here.submit("/people/me", form="/sign-outs")
    assert not is_signed_in(here)
    assert not is_signed_in(there)


def test_a_sign_in_falls_asleep(app, member):
    browser = Browser(app, member)
    with clock.at(clock.now() + timedelta(hours=13)):
        assert not is_signed_in(browser)


def test_a_password_is_in_no_event_and_in_no_log(app, member):
    stream = io.StringIO()
    logs.configure(stream)
    browser = Browser(app)
    sign_in(browser, member)
    sign_in(Browser(app), member, "not my words at all")
    browser.submit("/people/me/password", {"present": PHRASE, "password": "nine swans under ice"})
    written = stream.getvalue() + "".join(str(event.particulars) for event in Event.select())
    assert '"rule": "/signin"' in written
    for secret in (PHRASE, "not my words", "nine swans", member.email):
        assert secret not in written
