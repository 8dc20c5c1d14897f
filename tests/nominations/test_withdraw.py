"""Who stands may change their mind, and the page tells who did what."""

from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import stand
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
