"""Chairs are asked by letter to ratify what their group leads: once for each proposal."""

import dataclasses
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller

from lipnet.core import clock, mail
from lipnet.core.config import Mail
from lipnet.core.refusals import Refusal
from lipnet.people import operations as people
from lipnet.plans import operations
from lipnet.plans.adopting import operations as adopting
from tests import cast
from tests.browsing import Browser
from tests.plans import scene
from tests.plans.test_adopting import group
from tests.ports import free_port


class Postbox:
    """A real SMTP server's hands."""

    def __init__(self):
        self.received = []

    async def handle_DATA(self, server, session, envelope):
        self.received.append(envelope)
        return "250 OK"


@pytest.fixture
def sent(app):
    """Sends what waits through a real mail server -> (recipient, letter) of each."""
    settings = app.config["LIPNET"]

    def send() -> list[tuple]:
        postbox = Postbox()
        controller = Controller(postbox, hostname="127.0.0.1", port=free_port())
        controller.start()
        try:
            server = Mail(server="127.0.0.1", port=controller.port, starttls=False)
            mail.send_waiting(dataclasses.replace(settings, mail=server))
        finally:
            controller.stop()
        return sorted(
            (
                (one.rcpt_tos[0], message_from_bytes(one.content, policy=policy.default))
                for one in postbox.received
            ),
            key=lambda pair: pair[0],
        )

    return send


@pytest.fixture
def chaired(app):
    """A plan of which two groups lead something: Bob chairs both, Charlie is co-chair of one, and
    Vera sits there."""
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    plan, learning, council = scene.plan(alice), group(alice), scene.council(alice)
    for body in (learning, council):
        scene.seated(bob, body, role="chair", by=alice)
        scene.action(plan, alice, lead_body=body)
        scene.action(plan, alice, scene.GUIDE, lead_body=body)
    scene.seated(charlie, learning, role="co_chair", by=alice)
    scene.seated(cast.vera(), learning, by=alice)
    return alice, bob, charlie, plan, learning


def test_each_chair_gets_one_letter_in_their_language_with_what_is_asked_until_when(chaired, sent):
    alice, bob, charlie, plan, learning = chaired
    until = clock.today() + timedelta(days=14)
    adopting.propose_plan(plan, until=until, by=alice)
    (to_bob, bobs), (to_charlie, charlies) = sent()
    assert (to_bob, to_charlie) == (bob.email, charlie.email)
    assert (bobs["Content-Language"], charlies["Content-Language"]) == ("en", "fr")
    text = bobs.get_content()
    assert f"/plans/{plan.fiscal_year}/ratification/council" in text
    assert f"/plans/{plan.fiscal_year}/ratification/{learning.slug}" in text
    assert str(until.day) in bobs["Subject"] and plan.years in bobs["Subject"]
    assert "ratification/council" not in charlies.get_content()
    assert sent() == []


def test_nothing_is_asked_of_who_answered_left_or_is_not_asked_any_more(chaired, sent):
    alice, bob, charlie, plan, learning = chaired
    adopting.propose_plan(plan, by=alice)
    again = adopting.propose_plan(plan, by=alice)
    adopting.ratify_part(again, learning, by=bob)
    ((to, letter),) = sent()
    assert to == bob.email
    assert learning.slug not in letter.get_content()
    adopting.propose_plan(plan, by=alice)
    people.leave(charlie, by=alice)
    assert [to for to, _letter in sent()] == [bob.email]
    adopting.propose_plan(plan, by=alice)
    operations.adopt_plan(plan, motion=scene.motion(alice), by=alice)
    assert not [to for to, one in sent() if "ratify" in one["Subject"]]


def test_the_day_is_chosen_on_the_page_and_lies_ahead(chaired, app):
    alice, _bob, _charlie, plan, _learning = chaired
    with pytest.raises(Refusal, match="This day is over"):
        adopting.propose_plan(plan, until=clock.today() - timedelta(days=1), by=alice)
    until = clock.today() + timedelta(days=10)
    page = Browser(app, alice).submit(
        f"/plans/{plan.fiscal_year}/proposal", {"until": until.isoformat()}
    )
    assert "to answer by" in page.text
    assert "Each group ratifies what it leads" in page.text
