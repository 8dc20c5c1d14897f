"""The walk asks one question a step and one a kind, and tells nothing that is not to be seen."""

import logging
from datetime import date

from lipnet import trail
from lipnet.core import thread
from lipnet.core.thread import Because
from lipnet.meetings import operations as meetings
from lipnet.meetings.minuting.operations import keep_confidential
from lipnet.trail.box import thread_of
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene as sits
from tests.plans import scene

SECRET = "We end the lease of the old hall."


def test_the_queries_do_not_grow_with_the_thread(app, caplog):
    alice, bob = cast.alice(), cast.bob()
    body = sits.body(alice, chair=bob)
    plan = scene.plan(alice)
    few, many = rests_on(plan, body, 1, alice), rests_on(plan, body, 10, alice)
    with app.test_request_context():
        for reader in (alice, bob):
            assert len(trail.back(many, reader)) == 40
            asked = [
                queries(caplog, lambda one=one, who=reader: thread_of(one, who))
                for one in (few, many)
            ]
            assert asked[0] == asked[1] < 30


def rests_on(plan, body, count: int, by):
    """An action that rests on as many findings, decisions, motions and appointments."""
    found = [sits.finding(by, f"Finding {number} of {count}") for number in range(count)]
    meeting = scene.meeting(by, body=body, on=date(2026, 3, 3))
    moved = [
        meetings.move_motion(meeting, {"en": f"Motion {number}"}, result="consensus", by=by)
        for number in range(count)
    ]
    decided = [
        meetings.decide(meeting, {"en": f"Decision {number}"}, motion=motion, because=[one], by=by)
        for number, (motion, one) in enumerate(zip(moved, found, strict=True))
    ]
    action = scene.action(plan, by, because=decided)
    for number in range(count):
        sitting = scene.seated(cast.person(f"Member {number} of {count}"), body, by=by)
        thread.tie(action, sitting, by=by)
    return action


def queries(caplog, act) -> int:
    caplog.clear()
    with caplog.at_level(logging.DEBUG, logger="peewee"):
        act()
    return len([one for one in caplog.records if one.name == "peewee"])


def test_what_may_not_be_seen_is_passed_through_and_nothing_of_it_is_told(app):
    alice, bob, vera = cast.alice(), cast.bob(), cast.vera()
    body = sits.body(alice, bob)
    finding, plan = sits.finding(alice), scene.plan(alice)
    meeting = scene.meeting(alice, body=body)
    item = meetings.put_on_agenda(meeting, {"en": SECRET}, because=[finding], by=alice)
    keep_confidential(item, reason="contract", by=alice)
    decision = meetings.decide(meeting, {"en": "So be it."}, item=item, by=alice)
    action = scene.action(plan, alice, because=[item, decision])
    Because.update(sentence={"en": "Said of it."}).execute()
    address = f"/plans/actions/{action.number}"
    shown, hidden = (Browser(app, person).get(address) for person in (alice, vera))
    assert SECRET in shown.html and "Said of it." in shown.html
    assert SECRET not in hidden.html and "Said of it." not in hidden.html
    assert finding.statement["en"] in hidden.html
    assert 'class="passed"' in hidden.html and 'class="passed"' not in shown.html
    name = thread.ref(item)
    Browser(app, vera).get(f"/trail/{name.kind}/{name.id}", status=404)
