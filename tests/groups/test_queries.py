"""Pages of a group ask the database as often for thirty members as for three."""

import logging

from tests.browsing import Browser
from tests.cast import alice, organisation, person
from tests.groups import scene

CAP = {
    "second_call": "none", "second_call_value": None, "term_cap": 1, "cap_exception": False,
    "nominators": "members", "amendment": {},
}  # fmt: skip


def test_no_page_of_groups_and_people_asks_more_for_more_members(app, caplog):
    coordinator = alice()
    body, browser = scene.council(coordinator), Browser(app, coordinator)
    scene.terms(body, coordinator, further=CAP)
    paths = [f"/groups/{body.slug}", f"/groups/{body.slug}/history", "/groups/radar", "/people",
             "/groups/roster.csv", "/"]  # fmt: skip
    _fill(body, coordinator, range(3))
    few = {path: _queries(caplog, browser, path) for path in paths}
    _fill(body, coordinator, range(3, 12))
    assert {path: _queries(caplog, browser, path) for path in paths} == few


def _fill(body, by, numbers) -> None:
    """Members whose term ends soon, each of an organisation of their own, and empty seats."""
    for n in numbers:
        member = person(f"Member {n}", "member", organisation=organisation(f"House {n}"))
        scene.seated(member, body, by, days=100)
        scene.seat(body, by, sector="health")


def _queries(caplog, browser, path: str) -> int:
    browser.client.get(path)  # what is read once per process is read before
    caplog.clear()
    with caplog.at_level(logging.DEBUG, logger="peewee"):
        assert browser.client.get(path).status_code == 200
    return len([one for one in caplog.records if one.name == "peewee"])
