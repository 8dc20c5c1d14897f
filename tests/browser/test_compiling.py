"""Sources put into the next plan by keyboard alone, and one of them taken back."""

import pytest
from playwright.sync_api import expect

from lipnet.plans.compiling.models import PlanChoice
from lipnet.plans.models import ActionPlan
from tests.browser.human import Human
from tests.browser.keys import Keys


@pytest.fixture
def noor(house, chrome, state, program):
    human = Human(chrome, house.server.address, storage_state=state)
    year = ActionPlan.current().fiscal_year + 1
    yield human.open(f"/plans/{year}/sources")
    assert human.faults == []
    human.close()


def here(human) -> str:
    return human.page.evaluate("document.activeElement.closest('[data-heap]')?.id ?? ''")


def press(human, key: str) -> None:
    """A key that leads to another page."""
    with human.page.expect_navigation():
        human.page.keyboard.press(key)


def test_three_sources_find_their_place_by_keyboard_and_one_is_taken_back(noor):
    page, keys = noor.page, Keys(noor)
    status, heaps = page.locator("[data-status]"), page.locator("[data-heap]")
    order = heaps.evaluate_all("heaps => heaps.map((heap) => heap.id)")
    assert len(order) > 3 and here(noor) == order[0]
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    assert here(noor) == order[1]
    page.keyboard.press("?")
    expect(page.locator("[data-help]")).to_have_attribute("open", "")
    page.keyboard.press("?")
    page.keyboard.press("k")
    assert here(noor) == order[1], "from the help back to where one was"

    press(noor, "n")
    keys.press("Put it into the plan")
    expect(status).to_contain_text("The action stands in the plan.")
    assert here(noor) == order[2]
    press(noor, "a")
    keys.write("Why, in one sentence > English", "Because it was decided.").press("Join them")
    expect(status).to_contain_text("The action rests on it now.")
    assert here(noor) == order[3]
    press(noor, "s")
    keys.write("Why it is not planned > English", "Others do it.").press("Set it aside")
    expect(status).to_contain_text("It is set aside.")
    assert heaps.count() == len(order) - 3
    press(noor, "u")
    expect(status).to_contain_text("Taken back.")
    assert here(noor) == order[3], "the source that waits again has the focus"
    year = ActionPlan.current().fiscal_year + 1
    made = PlanChoice.select().join(ActionPlan).where(ActionPlan.fiscal_year == year)
    found = [(choice.verb, choice.stands) for choice in made.order_by(PlanChoice.id)]
    assert found == [("new", True), ("joined", True), ("set_aside", False)]
