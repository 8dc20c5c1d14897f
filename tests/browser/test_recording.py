"""A meeting recorded at a real browser: by keyboard, the connection cut, by two at once."""

import pytest
from playwright.sync_api import expect

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.groups.models import Body, people_of
from lipnet.meetings import operations
from lipnet.meetings.models import Meeting
from lipnet.meetings.recording.models import lines_of
from tests.browser.filled import somebody
from tests.browser.human import Human
from tests.browser.keys import Keys
from tests.browser.seeing import Eye

FIELD = "One line for each thing"
KEPT = "lipnet-typed-"
STORED = f"Object.keys(localStorage).filter((name) => name.startsWith('{KEPT}')).length"


@pytest.fixture
def meeting(house, program):
    """Two items, two members there, nothing written yet."""
    by, body = somebody("coordinator"), Body.by_slug("partnership-council")
    at = f"{10 + Meeting.select().count() % 10}:{Meeting.select().count() % 60:02d}"
    made = operations.call_meeting(body, clock.today(), starts_at=at, place="Library", by=by)
    operations.put_on_agenda(made, {"en": "Evening classes"}, by=by)
    operations.put_on_agenda(made, {"en": "Next meeting"}, by=by)
    mover, seconder, *_ = people_of(body, clock.today())
    operations.record_attendance(made, {mover: "present", seconder: "present"}, by=by)
    made.movers = (mover.name, seconder.name)
    db.close()
    return made


@pytest.fixture
def noor(house, chrome, state, meeting):
    human = Human(chrome, house.server.address, storage_state=state)
    yield human.open(f"/meetings/{meeting.id}/recording")
    human.close()


def stored(meeting) -> str:
    with db.connection_context():
        return lines_of(meeting).text


def status(human):
    return human.page.locator("[data-status]")


def type_in(human, *lines):
    human.page.keyboard.type("\n".join(lines) + "\n")


def test_a_whole_small_meeting_is_recorded_by_keyboard(meeting, noor):
    keys = Keys(noor.open(f"/meetings/{meeting.id}"))
    keys.press("Record the meeting")
    assert keys.here == FIELD
    mover, seconder = meeting.movers
    type_in(
        noor, "# 1", "MOTION: That evening classes be offered.", f"M/S: {mover} / {seconder}",
        "CARRIED 2-0", f"SUIVI @{seconder} pour le 30 avril : Trouver une salle.",
        "The library offered a room.", "# 2", "DECISION: We meet in May.",
        "ACTION @: Book the hall.",
    )  # fmt: skip
    understood = noor.page.locator("[data-reading]")
    expect(understood).to_contain_text("4 lines are ready to be kept. 1 has to be looked at.")
    expect(understood).to_contain_text("Write who will do it, after an @.")
    expect(status(noor)).to_have_text("Saved")
    keys.go("line 9")
    noor.page.keyboard.press("Enter")
    assert keys.here == FIELD
    noor.page.keyboard.type(f"ACTION @{mover} due Friday: Book the hall.")
    expect(understood).to_contain_text("5 lines are ready to be kept.")
    keys.go("Keep what is ready")
    noor.page.keyboard.press("Enter")
    expect(status(noor)).to_have_text("5 lines are kept.")
    keys.press("To the meeting")
    noor.sees("That evening classes be offered.", "Trouver une salle.", "We meet in May.")
    with db.connection_context():
        made = (meeting.motions.count(), meeting.decisions.count(), meeting.actions.count())
        notes = meeting.agenda()[0].notes
    assert made == (1, 1, 2)
    assert notes == {"en": "The library offered a room."}


def test_what_is_typed_while_the_connection_is_cut_is_sent_when_it_returns(meeting, noor):
    type_in(noor, "Before the cut.")
    expect(status(noor)).to_have_text("Saved")
    assert noor.page.evaluate(STORED) == 0
    noor.context.set_offline(True)
    type_in(noor, "While it was away.")
    expect(status(noor)).to_contain_text("Not sent yet")
    assert stored(meeting) == "Before the cut.\n"
    type_in(noor, "And more.")
    noor.context.set_offline(False)
    expect(status(noor)).to_have_text("Saved")
    assert stored(meeting) == "Before the cut.\nWhile it was away.\nAnd more.\n"
    assert noor.page.evaluate(STORED) == 0


def test_what_was_not_sent_survives_the_closed_window(meeting, noor):
    where = noor.page.url
    noor.context.set_offline(True)
    type_in(noor, "Typed in a cellar.")
    expect(status(noor)).to_contain_text("Not sent yet")
    noor.page.close()
    noor.context.set_offline(False)
    noor.page = noor.context.new_page()
    noor.page.goto(where)
    expect(status(noor)).to_have_text("Saved")
    expect(noor.page.get_by_label(FIELD)).to_have_value("Typed in a cellar.\n")
    assert stored(meeting) == "Typed in a cellar.\n"
    assert noor.page.evaluate(STORED) == 0


def test_what_arrived_without_an_answer_is_told_saved_when_the_page_is_opened_again(meeting, noor):
    """So it goes, too, when the connection returns while the window closes."""
    noor.page.route("**/typed", lambda route: (route.fetch(), route.abort()))
    type_in(noor, "The answer is lost.")
    expect(status(noor)).to_contain_text("Not sent yet")
    assert stored(meeting) == "The answer is lost.\n"
    where = noor.page.url
    noor.page.close()
    noor.page = noor.context.new_page()
    noor.page.goto(where)
    expect(status(noor)).to_have_text("Saved")
    assert noor.page.evaluate(STORED) == 0


def test_two_recorders_at_once_see_both_and_lose_no_line(meeting, noor, house, chrome, state):
    other = Human(chrome, house.server.address, storage_state=state)
    other.open(noor.path)
    noor.context.set_offline(True)
    type_in(other, "# 1", "From the other.")
    expect(status(other)).to_have_text("Saved")
    type_in(noor, "# 1", "From Noor.")
    noor.context.set_offline(False)
    expect(status(noor)).to_contain_text("Somebody else wrote here, too.")
    expect(noor.page.locator("[data-overtaken]")).to_contain_text("From the other.")
    type_in(noor, "Still typing.")
    noor.page.get_by_role("button", name="Put both together").click()
    expect(status(noor)).to_have_text("Saved")
    both = "# 1\nFrom the other.\nFrom Noor.\nStill typing.\n"
    expect(noor.page.get_by_label(FIELD)).to_have_value(both)
    assert stored(meeting) == both
    expect(other.page.get_by_label(FIELD)).to_have_value(both)
    other.close()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_while_one_records_is_sound(meeting, house, chrome, state, language):
    eye = Eye(chrome, house.server.address, language, state)
    faults = eye.look(f"/meetings/{meeting.id}/recording?lang={language}")
    eye.page.keyboard.type("# 1\nACTION @A: x\nMOTION: y\nCARRIED 1-9\n# 7\n")
    expect(eye.page.locator("button.line-link").first).to_be_visible()
    for folded in eye.page.locator(".syntax > summary").all():
        folded.click()
    faults += eye.look_here()
    eye.close()
    assert not faults, "\n".join(faults)


def test_the_quorum_is_told_again_at_every_tap(house, chrome, state, meeting):
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
    human = Human(chrome, house.server.address, storage_state=state, **phone)
    page = human.open(f"/meetings/{meeting.id}/attendance").page
    meter = page.locator("[data-quorum] p")
    expect(meter).to_contain_text("2 of")
    choices = page.locator(".roll .roll-present input")
    for place in range(2, choices.count()):
        choices.nth(place).tap()
    expect(meter).to_contain_text("Quorum reached")
    expect(meter).to_have_class("quorum quorum-reached")
    assert choices.first.bounding_box()["height"] >= 44
    human.close()
