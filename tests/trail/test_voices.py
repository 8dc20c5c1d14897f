"""The coverage grid says who stands behind each priority, tells no small count, and asks little."""

import logging
from datetime import date

import pytest

from lipnet.engagement import operations as engagement
from lipnet.engagement.models import PopulationGroup
from lipnet.groups import operations as groups
from lipnet.meetings import operations as meetings
from lipnet.trail.grid import grid_of
from tests import cast
from tests.browsing import Browser
from tests.engagement import scene as met
from tests.evidence import scene as learned
from tests.meetings import scene as sits
from tests.plans import scene
from tests.surveys.manage.answers import end


def cells(plan, person) -> dict:
    """voice -> its cell under the first priority."""
    return {
        str(voice.name): cell
        for part in grid_of(plan, person)
        for voice, cell in zip(part.group.voices, part.rows[0].cells, strict=True)
    }


@pytest.fixture
def there(app):
    alice, bob = cast.alice(), cast.bob()
    body = sits.body(alice, bob)
    seat = groups.add_seat(body, label={"en": "Youth"}, sector="settlement", youth=True, by=alice)
    charlie = cast.charlie()
    groups.appoint(seat, charlie, from_on=date(2026, 1, 5), to_on=date(2027, 12, 1), by=alice)
    engagement.begin_populations(by=alice)
    return app, alice, charlie, body, scene.plan(alice)


def test_a_decision_is_the_voice_of_its_group_and_of_the_seats_that_were_filled(there):
    app, alice, charlie, body, plan = there
    meeting = sits.held(body, charlie, by=alice)
    motion = meetings.move_motion(meeting, {"en": "That."}, result="consensus", by=alice)
    decision = meetings.decide(meeting, {"en": "So be it."}, motion=motion, by=alice)
    scene.action(plan, alice, because=[decision])
    with app.test_request_context():
        found = cells(plan, alice)
    assert found["Language working group"].decisions == found["Youth"].decisions == 1
    assert found["Francophones"].is_empty and found["Newcomers"].is_empty


def test_findings_and_answers_are_the_voice_of_their_language_and_small_counts_are_not_told(there):
    app, alice, _charlie, _body, plan = there
    survey = learned.answered_survey(alice, yes=40, no=20)
    small = learned.answered_survey(alice, slug="few", yes=40, no=2)
    still_open = learned.answered_survey(alice, slug="open", yes=30, no=30)
    for each in (survey, small):
        end(each, by=alice)
    scene.action(plan, alice, because=[learned.finding(alice, survey=survey), small, still_open])
    with app.test_request_context():
        found = cells(plan, alice)
    assert (found["English"].findings, found["English"].answers) == (1, 40)
    assert (found["Francophones"].findings, found["Francophones"].answers) == (0, 0)
    assert found["Francophones"].is_unsaid and found["Francophones"].is_empty


def test_people_who_were_met_are_the_voice_of_their_population(there):
    app, alice, _charlie, _body, plan = there
    code = PopulationGroup.get(PopulationGroup.code == "seniors").code
    for number, people in enumerate((30, 3)):
        held = met.engagement(alice, reached={"population": {code: people}}, people=60)
        heard = engagement.hear(held, text=f"Said {number}", language="en", by=alice)
        scene.action(plan, alice, because=[engagement.find_from(heard, by=alice)])
    with app.test_request_context():
        found = cells(plan, alice)["Seniors"]
    assert (found.engagements, found.findings, found.people, found.is_few) == (2, 2, 30, True)


def test_an_empty_cell_leads_to_what_mends_it_and_no_query_is_added_by_rows(there, caplog):
    app, alice, charlie, body, plan = there
    browser = Browser(app, alice)
    page = browser.get(f"/plans/{plan.fiscal_year}/voices?voices=all")
    empty = {text: url for text, url in page.links().items() if text.startswith("Nobody")}
    assert any("Plan an engagement (Seniors" in text for text in empty)
    assert any(url == f"/meetings/new?body={body.slug}" for url in empty.values())
    only = browser.get(f"/plans/{plan.fiscal_year}/voices?voices=bodies")
    assert "Language working group" in only.text and "Seniors" not in only.text
    assert "Nobody was asked" in browser.get(f"/plans/{plan.fiscal_year}/voices.csv").html
    assert (
        "engagement/new" not in Browser(app, charlie).get(f"/plans/{plan.fiscal_year}/voices").html
    )
    meeting = sits.held(body, charlie, by=alice)
    asked, _roles = [], alice.roles
    with app.test_request_context():
        for more in (3, 27):
            for number in range(more):
                decided = meetings.decide(meeting, {"en": f"{more} {number}"}, by=alice)
                found = sits.finding(alice, f"{more} {number}")
                scene.action(plan, alice, because=[decided, found])
            caplog.clear()
            with caplog.at_level(logging.DEBUG, logger="peewee"):
                grid_of(plan, alice)
            asked.append(len([one for one in caplog.records if one.name == "peewee"]))
    assert asked[0] == asked[1]
