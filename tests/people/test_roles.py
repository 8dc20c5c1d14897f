"""Roles are given and taken away; without one nothing opens."""

import pytest

from lipnet.core.permissions import declared, may
from lipnet.core.refusals import Refusal
from lipnet.people import operations
from lipnet.people.models import Person
from tests.browsing import Browser
from tests.cast import alice, bob, person, vera


def test_a_role_is_given_and_taken_away(app):
    member = bob()
    browser = Browser(app, alice())
    browser.submit(f"/people/{member.id}", {"role": "translator"}, form="/roles")
    assert Person.get_by_id(member.id).roles == {"member", "translator"}
    browser.submit(f"/people/{member.id}", form="/roles/member/withdrawal")
    assert Person.get_by_id(member.id).roles == {"translator"}


def test_the_same_role_twice_is_refused(database):
    member = bob()
    with pytest.raises(Refusal):
        operations.grant_role(member, "member", by=alice())


def test_the_last_coordinator_keeps_the_role_and_stays(database):
    coordinator = alice()
    with pytest.raises(Refusal):
        operations.withdraw_role(coordinator, "coordinator", by=coordinator)
    with pytest.raises(Refusal):
        operations.leave(coordinator, by=coordinator)


def test_one_of_two_coordinators_may_go(database):
    first, second = alice(), person("Second Coordinator", "coordinator")
    operations.withdraw_role(first, "coordinator", by=second)
    assert Person.get_by_id(first.id).roles == set()


def test_a_coordinator_who_has_left_does_not_count(database):
    first, second = alice(), person("Second Coordinator", "coordinator")
    operations.leave(second, by=second)
    with pytest.raises(Refusal):
        operations.leave(first, by=first)


def test_without_a_role_nothing_is_open(app):
    nobody = person("Nina Nominee")
    assert [p.name for p in declared() if may(nobody, p)] == []
    Browser(app, nobody).get("/people", status=404)
    Browser(app, nobody).get("/people/me", status=404)


def test_who_may_only_look_changes_nothing(app):
    other, browser = bob(), Browser(app, vera())
    browser.get(f"/people/{other.id}")
    for path in ("roles", "roles/member/withdrawal", "invitation", "leaving", "edit"):
        browser.post(f"/people/{other.id}/{path}", {"role": "coordinator"}, status=404)
    assert other.email not in browser.get(f"/people/{other.id}").html


def test_a_role_withdrawn_counts_from_the_next_page_on(app):
    member = bob()
    browser = Browser(app, member)
    browser.get("/people")
    operations.withdraw_role(member, "member", by=alice())
    browser.get("/people", status=404)
