"""A group that is no more, and to whom a group reports."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.groups import operations
from lipnet.groups.models import Body, appointments_on, people_of
from tests.browsing import Browser
from tests.cast import alice, bob, charlie
from tests.groups import scene

DAY = timedelta(days=1)


def test_its_seats_are_free_and_who_sat_stays_known(database):
    coordinator, today = alice(), clock.today()
    body = scene.council(coordinator, kind="ad_hoc", name={"en": "Welcome week"})
    held = scene.seated(bob(), body, coordinator)
    operations.dissolve_body(body, by=coordinator)
    assert Body.standing() == [] and Body.dissolved() == [body]
    assert appointments_on(body, today) == []
    assert [p.name for p in people_of(body, today - DAY)] == ["Bob Tremblay"]
    with pytest.raises(Refusal, match="dissolved already"):
        operations.dissolve_body(body, by=coordinator)
    with pytest.raises(Refusal, match="no more"):
        operations.appoint(held.seat, charlie(), from_on=today, to_on=today + DAY, by=coordinator)


def test_not_while_another_group_reports_to_it_and_never_to_itself(database):
    coordinator = alice()
    body = scene.council(coordinator)
    group = scene.council(coordinator, kind="ad_hoc", name={"en": "Welcome week"}, parent=body)
    with pytest.raises(Refusal, match="reports to this one"):
        operations.dissolve_body(body, by=coordinator)
    with pytest.raises(Refusal) as refused:
        operations.rename_body(body, body.name, parent=group, by=coordinator)
    assert refused.value.field == "parent"
    operations.rename_body(group, group.name, parent=None, by=coordinator)
    assert operations.dissolve_body(body, by=coordinator).dissolved_on == clock.today()


def test_the_pages_place_a_group_and_dissolve_it(app):
    coordinator = alice()
    body = scene.council(coordinator)
    group = scene.council(coordinator, kind="ad_hoc", name={"en": "Welcome week"})
    scene.seat(group, coordinator)
    browser = Browser(app, coordinator)
    page = browser.submit(f"/groups/{group.slug}/edit", {"parent": str(body.id)})
    assert page.links()["Partnership council"] == f"/groups/{body.slug}"
    assert "Welcome week" in browser.get(f"/groups/{body.slug}").links()
    page = browser.submit(f"/groups/{group.slug}/dissolution")
    assert "This group is no more since" in page.text and "Appoint somebody" not in page.text
    assert "Groups that are no more" in browser.get("/groups/").text
    Browser(app, bob()).get(f"/groups/{group.slug}/dissolution", status=404)
