"""Who stands may change their mind, and the page tells who did what."""

from lipnet.core import clock
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import (
    Rules,
    acclaim,
    appoint_recommended,
    close_call,
    name_reviewer,
    read_nomination,
    recommend,
    stand,
)
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene


def test_who_stands_withdraws_by_themselves(app):
    bob = cast.bob()
    nomination = stand(scene.opened(by=cast.alice()), statement=scene.WHY, by=bob)
    page = Browser(app, bob).submit(f"/nominations/{nomination.id}/withdrawal")
    assert Nomination.get().state == "withdrawn"
    assert "Bob Tremblay withdrew the nomination." in page.text


def test_others_withdraw_nobody(app):
    call = scene.opened(by=cast.alice())
    stand(call, statement=scene.WHY, said=scene.SHOWN, by=cast.bob())
    nomination = Nomination.get()
    browser = Browser(app, cast.charlie())
    browser.get(f"/nominations/{nomination.id}", status=200)
    browser.get(f"/nominations/{nomination.id}/withdrawal", status=404)


def test_the_page_tells_who_did_what_to_those_it_concerns(app):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(by=alice)
    nomination = scene.accepted(call, cast.charlie(), by=bob)
    address = f"/nominations/{nomination.id}?lang=en"
    for person in (alice, bob, nomination.nominee):
        text = Browser(app, person).get(address).text
        assert "Bob Tremblay nominated somebody." in text
        assert "Charlie Osei accepted the nomination." in text
    assert "What happened" not in Browser(app, cast.vera()).get(address).text


def test_the_page_tells_how_it_ended_and_who_recorded_it(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    call = scene.closed(seats=1, nominees=[charlie], nominator=bob, by=alice)
    (chosen,) = call.candidates
    today = clock.today()
    acclaim(call, {chosen: call.seats[0]}, from_on=today, to_on=today, by=alice)
    text = Browser(app, bob).get(f"/nominations/{chosen.id}?lang=en").text
    assert "Alice Moreau recorded the decision: Charlie Osei is appointed. Seat 1: Health 1" in text


def test_who_was_not_selected_reads_who_recorded_it(app):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(seats=1, rules=Rules(way="recommendation"), by=alice)
    for one in (bob, cast.charlie()):
        stand(call, statement=scene.WHY, by=one)
    name_reviewer(call, vera := cast.person("Vi Reads", "member"), by=alice)
    close_call(call, by=alice)
    first, other = call.candidates
    for row in (first, other):
        read_nomination(row, marks={str(call.seats[0].id): 2}, by=vera)
    recommend(call, {first: call.seats[0]}, report="Both would do well.", by=vera)
    today = clock.today()
    appoint_recommended(call, from_on=today, to_on=today, by=alice)
    text = Browser(app, other.nominee).get(f"/nominations/{other.id}?lang=en").text
    assert f"Alice Moreau recorded the decision: {other.nominee.name} was not selected." in text
