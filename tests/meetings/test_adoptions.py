"""Motions that put terms of reference in force and ratify appointments."""

from datetime import timedelta

import pytest

from lipnet.core import clock, thread
from lipnet.core.refusals import Refusal
from lipnet.groups.operations import draft_terms_of_reference
from lipnet.meetings import operations
from lipnet.meetings.models import AppointmentRatification, TermsAdoption
from lipnet.nominations.operations import acclaim
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.nominations import scene as nominating
from tests.nominations.test_committee import AMINA, OMAR


def scenery(alice, bob, charlie):
    """(a council meeting's carried motion, the draft terms of a working group)."""
    council = scene.body(alice, charlie, chair=bob, kind="council", name="Council")
    group = scene.body(alice, charlie)
    meeting = scene.held(council, bob, charlie, by=alice)
    terms = draft_terms_of_reference(
        group, sections=[], quorum_kind="share", quorum_value=50, by=alice
    )
    return scene.carried(meeting, bob, charlie, alice, "That the terms be adopted."), terms


@pytest.fixture
def there(house):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    return (alice, bob, charlie, *scenery(alice, bob, charlie))


def test_a_motion_of_the_council_puts_terms_in_force(there):
    alice, _, _, motion, terms = there
    operations.adopt_terms(terms, motion=motion, by=alice)
    assert terms.in_force_from == scene.DAY
    assert [link.to_kind for link in thread.came_from(thread.ref(motion))] == ["terms_of_reference"]
    with pytest.raises(Refusal, match="adopted already"):
        operations.adopt_terms(terms, motion=motion, by=alice)


def test_another_bodys_motion_adopts_nothing(there):
    alice, bob, charlie, _, terms = there
    other = scene.held(
        scene.body(alice, bob, charlie, name="Another group"), bob, charlie, by=alice
    )
    with pytest.raises(Refusal, match="of this body, of one above it"):
        operations.adopt_terms(terms, motion=scene.carried(other, bob, charlie, alice), by=alice)
    with pytest.raises(Refusal, match="Choose the motion"):
        operations.adopt_terms(terms, motion=None, by=alice)
    assert terms.in_force_from is None


def test_a_motion_ratifies_an_appointment_once(there):
    alice, _, _, motion, terms = there
    appointment = terms.body.seats[0].appointments[0]
    operations.ratify_appointment(appointment, motion=motion, by=alice)
    with pytest.raises(Refusal, match="ratified already"):
        operations.ratify_appointment(appointment, motion=motion, by=alice)
    assert AppointmentRatification.select().count() == 1


def test_the_pages_below_lead_to_the_motion(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    motion, terms = scenery(alice, bob, charlie)
    browser = Browser(app, alice)
    with app.test_request_context():
        page = thread.kind("terms_of_reference").url(terms)
    assert f"/meetings/terms/{terms.id}/adoption" in browser.get(page).links().values()
    assert "Record it at a meeting" not in browser.get(f"/meetings/terms/{terms.id}/adoption").text
    with clock.at(scene.LATER):
        shown = browser.submit(f"/meetings/terms/{terms.id}/adoption", {"motion": str(motion.id)})
    assert TermsAdoption.get().motion == motion
    assert f"Adopted by motion {motion.number}" in shown.text


def test_without_a_motion_the_page_says_where_one_is_recorded(app):
    alice = cast.alice()
    terms = draft_terms_of_reference(
        scene.body(alice, cast.charlie()), sections=[], quorum_kind="fixed", quorum_value=1,
        by=alice,
    )  # fmt: skip
    page = Browser(app, alice).get(f"/meetings/terms/{terms.id}/adoption")
    assert "Record it at a meeting" in page.text


def test_the_page_of_an_appointment_leads_to_its_ratification(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    motion, terms = scenery(alice, bob, charlie)
    appointment = terms.body.seats[0].appointments[0]
    browser = Browser(app, alice)
    shown = browser.submit(
        f"/meetings/appointments/{appointment.id}/ratification", {"motion": str(motion.id)}
    )
    assert f"Ratified by motion {motion.number}" in shown.text
    Browser(app, charlie).get(f"/meetings/appointments/{appointment.id}/ratification", status=404)


def test_one_motion_ratifies_everybody_a_call_brought(app):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    motion, _terms = scenery(alice, bob, charlie)
    call = nominating.closed(seats=2, nominees=(AMINA, OMAR), nominator=bob, by=alice)
    today = clock.today()
    acclaim(
        call, dict(zip(call.candidates, call.seats, strict=True)), from_on=today,
        to_on=today + timedelta(days=364), by=alice,
    )  # fmt: skip
    first = call.candidates[0].appointment
    operations.ratify_appointment(first, motion=motion, by=alice)
    browser = Browser(app, alice)
    address = f"/meetings/calls/{call.id}/ratification"
    assert address in browser.get(f"/nominations/calls/{call.id}").links().values()
    page = browser.submit(address, {"motion": str(motion.id)})
    assert page.text.count(f"Ratified by motion {motion.number}") == 2
    assert AppointmentRatification.select().count() == 2
    assert "ratified already" in browser.submit(address, {"motion": str(motion.id)}).text
    Browser(app, charlie).get(address, status=404)
