"""What typed lines may rest on says on its own page by which code they name it."""

import pytest

from lipnet.core import clock, thread
from lipnet.evidence.operations import withdraw_finding
from lipnet.meetings.citing.codes import behind, shelves, sources
from lipnet.nominations.operations import NewNominee, acclaim
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.nominations import scene as calling
from tests.plans import scene as planning

AMINA = NewNominee("Amina Warsame", "amina@example.org")


@pytest.fixture
def alice(app):
    return cast.alice()


def decided_call(alice):
    call = calling.closed(seats=1, nominees=(AMINA,), nominator=cast.bob(), by=alice)
    today, seats = clock.today(), {call.candidates[0]: call.seats[0]}
    acclaim(call, seats, from_on=today, to_on=today, by=alice)
    return call


def page_of(app, record) -> str:
    with app.test_request_context():
        return thread.kind(thread.ref(record).kind).url(record)


def test_each_page_says_the_code_that_the_recording_page_lists(alice, app):
    scene.finding(alice), decided_call(alice)
    planning.action(planning.plan(alice), by=alice)
    listed, browser = sources(shelves()), Browser(app, alice)
    assert [one.code[0] for one in listed] == ["F", "N", "A"]
    for one in listed:
        page = browser.get(page_of(app, behind(one.key)))
        assert f'Code in the minutes: <bdi dir="ltr">{one.code}</bdi>' in page.html, one
    assert "Action 1 · Code in the minutes: A1" in page.text
    assert f"Code in the minutes: {listed[0].code}" in browser.get("/evidence").text


def test_what_no_line_can_name_any_more_or_yet_says_no_code(alice, app):
    finding = scene.finding(alice)
    withdraw_finding(finding, by=alice)
    call = calling.opened(by=alice)
    last_year = clock.fiscal_year(clock.today()) - 1
    action = planning.action(planning.plan(alice, year=last_year), by=alice)
    assert shelves() == []
    for record in (finding, call, action):
        assert "Code in the minutes" not in Browser(app, alice).get(page_of(app, record)).text
