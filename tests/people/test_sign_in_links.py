"""A link by letter: once, for a time, and telling nobody who is known here."""

import email
from datetime import timedelta
from email import policy

import pytest

from lipnet.core import clock, links, mail
from lipnet.core.events import Event
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.people import operations
from lipnet.people.models import Person
from tests.browsing import Browser
from tests.cast import alice, bob, charlie, person


def letters(app) -> list:
    mail.send_waiting(app.config["LIPNET"])
    files = sorted((app.config["LIPNET"].folder / "mail").glob("*.eml"))
    return [email.message_from_bytes(f.read_bytes(), policy=policy.default) for f in files]


def link_in(letter) -> str:
    word = next(word for word in letter.get_content().split() if word.startswith("http"))
    return "/" + word.split("/", 3)[3]


def ask(app, address: str, *, status: int = 200):
    browser = Browser(app)
    return browser.submit("/signin", {"link-email": address}, form="/signin/link", status=status)


def test_the_link_of_a_letter_signs_in_once(app):
    member = bob()
    ask(app, member.email)
    (letter,) = letters(app)
    assert letter["To"] == member.email
    browser = Browser(app)
    assert browser.submit(link_in(letter)).path == "/"
    assert browser.get("/people/me").path == "/people/me"
    assert Browser(app).get(link_in(letter), status=410).heading == "This link has ended"


def test_a_mail_program_that_opens_the_link_does_not_use_it_up(app):
    ask(app, bob().email)
    address = link_in(letters(app)[0])
    for _ in range(3):
        Browser(app).get(address)
    assert Browser(app).submit(address).path == "/"


def test_the_answer_never_tells_whether_an_address_is_known(app):
    known, unknown = ask(app, bob().email), ask(app, "stranger@example.org")
    assert known.path == unknown.path == "/signin/sent"
    assert known.one("main").text == unknown.one("main").text


def test_for_an_unknown_address_nothing_happens(app):
    ask(app, "stranger@example.org")
    assert not Event.select().exists()
    assert not OneTimeLink.select().exists()
    assert letters(app) == []


def test_somebody_who_was_never_invited_gets_no_link(app):
    ask(app, person("Nina Nominee").email)
    assert letters(app) == []


def test_links_are_limited_for_known_and_unknown_alike(app):
    for address in (bob().email, "stranger@example.org"):
        for _ in range(5):
            ask(app, address)
        assert "wait a quarter of an hour" in ask(app, address, status=429).text


def test_the_letter_speaks_its_readers_language(app):
    ask(app, charlie().email)
    (letter,) = letters(app)
    assert letter["Content-Language"] == "fr"
    assert "lang=fr" in link_in(letter)


def test_a_link_works_once(database):
    member = bob()
    link = operations.request_sign_in_link(member, by=member)
    operations.use_sign_in_link(link, by=member)
    with pytest.raises(Refusal):
        operations.use_sign_in_link(link, by=member)
    with pytest.raises(Refusal):
        links.read(links.signed(link), "sign-in")


def test_a_link_expires(database):
    member = bob()
    link = operations.request_sign_in_link(member, lasts=timedelta(minutes=30), by=member)
    with clock.at(clock.now() + timedelta(minutes=31)), pytest.raises(Refusal):
        links.read(links.signed(link), "sign-in")


def test_a_tampered_link_or_one_for_something_else_opens_nothing(database):
    member = bob()
    token = links.signed(operations.request_sign_in_link(member, by=member))
    # the last letter but one: some bits of the very last stand for nothing
    altered = token[:-2] + ("A" if token[-2] != "A" else "B") + token[-1]
    for wrong in (altered, "x" + token, "", "rubbish"):
        with pytest.raises(Refusal):
            links.read(wrong, "sign-in")
    with pytest.raises(Refusal):
        links.read(token, "invitation")


def test_a_link_is_for_nobody_else(database):
    member, other = bob(), alice()
    link = operations.request_sign_in_link(member, by=member)
    with pytest.raises(Refusal):
        operations.use_sign_in_link(link, by=other)


def test_leaving_and_another_address_end_the_links_already_sent(app):
    member, other = bob(), charlie()
    for somebody in (member, other):
        ask(app, somebody.email)
    first, second = (link_in(letter) for letter in letters(app))
    operations.leave(member, by=member)
    operations.change_person(
        other, name=other.name, email="new@example.org", language="fr", organisation=None, by=member
    )
    for address in (first, second):
        Browser(app).get(address, status=410)


def test_a_letter_is_not_written_for_a_link_already_used(app):
    member = bob()
    link = operations.request_sign_in_link(member, by=member)
    operations.use_sign_in_link(link, by=member)
    assert letters(app) == []


def test_the_secret_of_a_link_is_in_no_event(database):
    member = Person.get_by_id(bob().id)
    link = operations.request_sign_in_link(member, by=member)
    written = "".join(str(event.particulars) for event in Event.select())
    assert link.nonce not in written
