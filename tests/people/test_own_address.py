"""Another e-mail address: asked for by who is signed in, confirmed by a link, once."""

from datetime import timedelta

import pytest

from lipnet.core import clock, links
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.people import operations
from lipnet.people.corrections.models import AddressChange
from lipnet.people.corrections.wiring import forget_what_is_over
from lipnet.people.models import Person, SignIn
from tests.browsing import Browser
from tests.cast import alice, bob, charlie, vera
from tests.people.test_sign_in_links import ask as ask_for_sign_in
from tests.people.test_sign_in_links import letters, link_in

NEW = "bob@elsewhere.example"


def ask(app, member, address: str = NEW):
    """`member` asks on the profile; the page that follows."""
    browser = Browser(app, member)
    return browser.submit("/people/me/address", {"email": address})


def letters_to(app, address: str) -> list:
    return [letter for letter in letters(app) if letter["To"] == address]


def asked_link(member, address: str = NEW):
    operations.ask_for_address(member, address, by=member)
    return links.still_open("new-address", member.id)


def test_nothing_changes_until_the_new_address_confirms_and_then_everything_follows(app):
    member = bob()
    former = member.email
    page = ask(app, member, NEW.upper())
    assert "Look into your mail" in page.text
    (to_new,), (to_present,) = letters_to(app, NEW.upper()), letters_to(app, former)
    assert "set a new password" in to_present.get_content()
    assert NEW not in to_present.get_content().casefold()
    assert Person.get_by_id(member.id).email == former
    signed_out = Browser(app)
    confirm = signed_out.get(link_in(to_new))  # a mail program that looks uses nothing up
    assert confirm.heading == "Confirm your new address"
    done = signed_out.submit(link_in(to_new))
    assert done.path == "/signin" and "Your new address counts" in done.text
    assert Person.get_by_id(member.id).folded_email == NEW
    assert "this is the last letter" in letters_to(app, former)[-1].get_content()
    ask_for_sign_in(app, former)
    ask_for_sign_in(app, NEW)
    assert len(letters_to(app, former)) == 2 and len(letters_to(app, NEW.upper())) == 2
    directory = Browser(app, alice()).get("/people").text
    assert NEW.upper() in directory and former not in directory


def test_confirming_ends_every_other_sign_in_and_the_links_of_the_former_address(app):
    member = bob()
    here, elsewhere = Browser(app, member), Browser(app, member)
    sign_in = operations.request_sign_in_link(member, by=member)
    ask(app, member)
    address = link_in(letters_to(app, NEW)[0])
    assert here.submit(address).path == "/people/me"
    assert here.get("/people/me").path == "/people/me"
    assert elsewhere.get("/people/me").path.startswith("/signin")
    assert SignIn.select().where(SignIn.ended_at.is_null()).count() == 1
    with pytest.raises(Refusal):
        links.read(links.signed(sign_in), "sign-in")


def test_the_link_works_once_and_two_days(app):
    member = bob()
    ask(app, member)
    first = link_in(letters_to(app, NEW)[0])
    Browser(app).submit(first)
    assert Browser(app).get(first, status=410).heading == "This link has ended"
    ask(app, member, "later@example.org")
    late = link_in(letters_to(app, "later@example.org")[0])
    with clock.at(clock.now() + timedelta(days=2, minutes=1)):
        assert Browser(app).get(late, status=410).heading == "This link has ended"
    assert Person.get_by_id(member.id).email == NEW


def test_a_taken_address_looks_the_same_and_tells_only_its_owner(app):
    member, owner = bob(), charlie()
    taken = ask(app, member, owner.email.upper())
    written = letters_to(app, owner.email.upper())[0]
    assert (written["Content-Language"], "/address/" in written.get_content()) == ("fr", False)
    assert member.name not in written.get_content()
    waiting = links.still_open("new-address", member.id)
    for somebody in (member, owner):
        with pytest.raises(Refusal):
            operations.take_new_address(waiting, by=somebody)
    Browser(app).get(f"/address/{links.signed(waiting)}", status=410)
    free = ask(app, member, "charlie.oseu@example.org")
    assert taken.one("main").text.replace(owner.email.upper(), "x") == free.one(
        "main"
    ).text.replace("charlie.oseu@example.org", "x")
    assert Person.get_by_id(owner.id).email == owner.email


@pytest.mark.parametrize("what", ["asked_again", "kept", "password", "changed", "left", "taken"])
def test_what_happens_meanwhile_ends_the_link(database, what):
    coordinator, member = alice(), bob()
    link = asked_link(member)
    if what == "asked_again":
        asked_link(member, "third@example.org")
    elif what == "kept":
        operations.keep_address(member, by=member)
    elif what == "password":
        operations.set_password(member, "seven quiet herons wading", by=member)
    elif what == "changed":
        operations.change_person(
            member, name="Bob", email="set@example.org", language="en", organisation=None,
            by=coordinator,
        )  # fmt: skip
    elif what == "left":
        operations.leave(member, by=coordinator)
    else:
        operations.add_person("Somebody Quick", email=NEW, by=coordinator)
    with pytest.raises(Refusal):
        operations.take_new_address(link, by=Person.get_by_id(member.id))
    assert Person.get_by_id(member.id).email != NEW


def test_the_link_is_for_nobody_else_and_nothing_else(database):
    member, other = bob(), charlie()
    link, theirs = asked_link(member), asked_link(other, "other@example.org")
    for_sign_in = operations.request_sign_in_link(member, by=member)
    for wrong, by in ((link, other), (theirs, member), (for_sign_in, member)):
        with pytest.raises(Refusal):
            operations.take_new_address(wrong, by=by)
    with pytest.raises(Refusal):
        operations.ask_for_address(member, "stolen@example.org", by=other)
    with pytest.raises(Refusal):
        links.read(links.signed(link), "sign-in")


def test_an_open_browser_is_not_enough_and_guessing_ends(app):
    member = bob()
    operations.set_password(member, "seven quiet herons wading", by=member)
    browser = Browser(app, member)
    given = {"email": NEW, "present": "wrong"}
    for _ in range(5):
        page = browser.submit("/people/me/address", given)
        assert "not your present password" in page.text
    right = {**given, "present": "seven quiet herons wading"}
    page = browser.submit("/people/me/address", right)
    assert "wait a quarter of an hour" in page.text
    assert not AddressChange.select().exists()


def test_addresses_are_in_no_event_and_erased_when_their_time_is_over(database):
    member = bob()
    asked_link(member)
    written = "".join(str(event.particulars) for event in Event.select())
    assert NEW not in written and member.email not in written
    assert forget_what_is_over() == 0
    with clock.at(clock.now() + timedelta(days=3)):
        assert forget_what_is_over() == 1
    operations.take_new_address(asked_link(member), by=member)
    with clock.at(clock.now() + timedelta(days=3)):
        assert forget_what_is_over() == 0
    with clock.at(clock.now() + timedelta(days=8)):
        assert forget_what_is_over() == 1
    assert not AddressChange.select().exists()


def test_ones_own_present_address_is_refused_and_taking_it_back_stops_the_letter(app):
    member = vera()
    assert "This is your address already." in ask(app, member, member.email.upper()).text
    ask(app, member)
    page = Browser(app, member).get("/people/me")
    assert NEW in page.text
    kept = Browser(app, member).submit("/people/me/address", form="/people/me/address/keeping")
    assert kept.path == "/people/me" and NEW not in kept.text
    assert letters(app) == []
