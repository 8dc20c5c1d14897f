"""Old minutes looked at by keyboard in a real browser, and recorded."""

import pytest
from playwright.sync_api import expect

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.groups.models import Body, people_of
from lipnet.meetings.bringing.models import BroughtMinutes
from tests.browser.human import Human
from tests.browser.keys import Keys

OLD = """\
Council, 2026-02-12, 6:30 pm
Present: %(first)s, %(second)s

DECISION: We write to the school board.
ACTION: %(first)s to find a room by 2026-12-24.
ACTION: Somebody should call the library.
"""


@pytest.fixture
def members(house, program):
    first, second, *_ = people_of(Body.by_slug("partnership-council"), clock.today())
    db.close()
    return {"first": first.name, "second": second.name}


@pytest.fixture
def noor(house, chrome, state, members):
    human = Human(chrome, house.server.address, storage_state=state)
    yield human.open("/meetings/bringing")
    assert human.faults == []
    human.close()


def press(human, *keys):
    for key in keys:
        human.page.keyboard.press(key)


def here(human) -> str:
    return human.page.evaluate("document.activeElement.closest('[data-proposal]')?.id ?? ''")


def test_old_minutes_are_looked_at_by_keyboard_and_recorded(noor, members, program):
    page = noor.page
    page.get_by_label("Whose minutes they are").select_option(index=1)
    page.get_by_label("Or the text itself").fill(OLD % members)
    page.get_by_role("button", name="Read them").click()
    expect(page.locator("[data-keys]")).to_be_visible()
    status, marks = page.locator("[data-status]"), page.locator("mark.is-here")
    count = page.locator("[data-proposal]").count()
    assert here(noor) == "meeting"
    press(noor, "k")
    expect(page.locator("#meeting")).to_contain_text("Kept")
    expect(status).to_contain_text(f"{count - 1} proposals are open. 1 is kept.")
    assert here(noor) == "a2"  # nobody is named there, and no day: it comes first
    expect(marks).to_contain_text("call the library")
    press(noor, "d")
    expect(page.locator("#a2")).to_contain_text("Dropped")
    press(noor, "z")
    expect(page.locator("#a2")).to_contain_text("Open")
    assert here(noor) == "a2"
    press(noor, "ArrowDown", "e")
    expect(page.locator("h1")).to_have_text("Put right: Action")
    Keys(noor).write("What will be done", "Find a large room.").press("Keep it like this")
    expect(page.locator("#a1")).to_contain_text("Find a large room.")
    for _ in range(count):  # as fast as one types; no key is lost
        press(noor, "k")
    expect(status).to_contain_text("Everything is looked at.")
    Keys(noor).press("Record these minutes").press("Record these minutes")
    expect(page.locator("h1")).to_contain_text("February 12, 2026")
    expect(page.locator("main")).to_contain_text("Find a large room.")
    with db.connection_context():
        assert BroughtMinutes.select().where(BroughtMinutes.recorded_at.is_null(False)).exists()
