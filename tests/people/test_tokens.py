"""Personal tokens: made, shown once, kept as a hash, revoked, and over."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.people import operations
from lipnet.people.models import ApiToken
from tests import cast
from tests.browsing import Browser


@pytest.fixture
def bob(database):
    return cast.bob()


def test_a_token_is_kept_as_a_hash_and_told_once(bob):
    text = operations.make_token(bob, "Dashboard", by=bob)
    token = ApiToken.get()
    assert len(text) > 40
    assert text not in str(token.__data__)
    assert token.expires_on == clock.today() + timedelta(days=365)
    event = Event.get(Event.code == "people.token_made")
    assert event.particulars == {"name": "Dashboard"}


def test_two_tokens_are_never_the_same(bob):
    assert len({operations.make_token(bob, f"{n}", by=bob) for n in range(10)}) == 10


@pytest.mark.parametrize(
    ("name", "days", "field"), [(" ", 5, "name"), ("x", 0, "days"), ("x", 367, "days")]
)
def test_a_token_has_a_name_and_lasts_at_most_a_year(bob, name, days, field):
    with pytest.raises(Refusal) as refused:
        operations.make_token(bob, name, days=days, by=bob)
    assert refused.value.field == field


def test_nobody_makes_a_token_for_somebody_else(bob):
    with pytest.raises(Refusal, match="their own"):
        operations.make_token(bob, "Mine", by=cast.alice())


def test_a_person_has_at_most_twenty(bob):
    for number in range(20):
        operations.make_token(bob, f"{number}", by=bob)
    with pytest.raises(Refusal, match="20 tokens"):
        operations.make_token(bob, "one more", by=bob)
    operations.revoke_token(ApiToken.select().first(), by=bob)
    operations.make_token(bob, "one more", by=bob)


def test_a_token_is_revoked_once(bob):
    operations.make_token(bob, "Dashboard", by=bob)
    token = ApiToken.get()
    operations.revoke_token(token, by=bob)
    assert not ApiToken.get().works
    with pytest.raises(Refusal, match="already"):
        operations.revoke_token(token, by=bob)


def test_a_token_works_until_the_end_of_its_last_day(bob):
    operations.make_token(bob, "Dashboard", days=3, by=bob)
    for days, works in ((3, True), (4, False)):
        with clock.at(clock.now() + timedelta(days=days)):
            assert ApiToken.get().works is works


def test_leaving_revokes_every_token(bob):
    operations.make_token(bob, "Dashboard", by=bob)
    operations.leave(bob, by=cast.alice())
    assert ApiToken.get().revoked_on == clock.today()


def test_a_person_makes_and_revokes_a_token_on_her_profile(app):
    bob = cast.bob()
    browser = Browser(app, bob)
    page = browser.submit("/people/me/tokens/new", {"name": "Dashboard", "days": "30"})
    [text] = [element.text for element in page.all("code")]
    assert text.startswith("lipnet_")
    profile = browser.get("/people/me")
    assert "Dashboard" in profile.text
    assert text not in profile.html
    away = profile.links()["Revoke(Dashboard)"]
    assert "is revoked" in browser.submit(away).text
    assert ApiToken.working_of(bob) == []


def test_a_mistake_on_the_form_stands_at_its_field(app):
    browser = Browser(app, cast.bob())
    page = browser.submit("/people/me/tokens/new", {"name": "Dashboard", "days": "999"})
    assert "1 to 366 days" in page.text


def test_the_coordinator_sees_that_somebody_has_tokens_and_revokes_one(app):
    bob, browser = cast.bob(), Browser(app, cast.alice())
    operations.make_token(bob, "Dashboard", by=bob)
    page = browser.get(f"/people/{bob.id}")
    away = page.links()["Revoke(Dashboard)"]
    assert browser.submit(away).path == f"/people/{bob.id}"
    assert ApiToken.working_of(bob) == []


def test_a_member_neither_sees_nor_revokes_the_tokens_of_another(app):
    bob = cast.bob()
    operations.make_token(bob, "Dashboard", by=bob)
    browser = Browser(app, cast.charlie())
    assert "Dashboard" not in browser.get(f"/people/{bob.id}").text
    browser.get(f"/people/tokens/{ApiToken.get().id}/revocation", status=404)
