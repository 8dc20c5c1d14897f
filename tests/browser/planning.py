"""The year's plan: from the strategy to actions with their reasons, progress and adoption."""

from tests.browser.deciding import ACTION, DECISION, attend, call, move
from tests.browser.human import Human
from tests.browser.partnership import COUNCIL, Table

PILLAR, PRIORITY = "Everybody can learn", "Shorter waits for classes"
ADOPTS = "That the action plan be adopted."
APPROVES = "That the minutes of the last meeting be adopted."
NOTED = "The school board has found a teacher."


def plan_the_year(table: Table, statement: str) -> tuple[str, str]:
    """Two actions, one from the decision and one from the action item; their addresses."""
    write_strategy(table.alice)
    start_plan(table.alice)
    first = plan_because_of(table.alice, DECISION, statement)
    second = plan_because_of(table.alice, ACTION, statement)
    adopt(table)
    note_progress(table.alice, first)
    return first, second


def write_strategy(alice: Human) -> None:
    alice.open("/plans/strategy").follow("Begin the strategy")
    alice.write("Title of the strategy", "Riverside together").press("Keep")
    alice.follow("Add a pillar").write("Title", PILLAR).press("Keep")
    alice.follow(f"Add a priority {PILLAR}").write("Title", PRIORITY).press("Keep")
    alice.sees(PILLAR, PRIORITY)


def start_plan(alice: Human) -> None:
    alice.open("/plans/").follow("Start the plan").press("Start the plan")
    alice.sees("The plan is started.")


def plan_because_of(alice: Human, source: str, statement: str) -> str:
    """Put one record into the plan as an action; the address of the action."""
    alice.open("/plans/").follow("Put in what was decided").sees(f"Because of: {statement}")
    heap = alice.page.locator("[data-heap]", has_text=source)
    with alice.page.expect_navigation():
        heap.get_by_role("button", name="New action").click()
    alice.choose("Priority of the strategy", PRIORITY)
    alice.write("Why, in one sentence", "Because newcomers told us so.")
    alice.press("Put it into the plan").sees("The action stands in the plan.", source)
    with alice.page.expect_navigation():
        alice.page.get_by_role("link", name=source).first.click()
    return alice.path


def adopt(table: Table) -> None:
    """The council carries the motion; its own minutes are adopted by its next meeting."""
    bob = table.bob
    first = call(bob, COUNCIL, "13:00")
    attend(bob, ("Bob Tremblay", "Dana Silva"))
    move(bob, first, ADOPTS)
    table.alice.open("/plans/").follow("Adopt the plan")
    table.alice.choose("The motion that adopts it", ADOPTS).press("Adopt the plan")
    table.alice.sees("The plan is adopted.")
    bob.open(first).follow("Minutes").press("Send them round")
    second = call(bob, COUNCIL, "15:00")
    attend(bob, ("Bob Tremblay", "Dana Silva"))
    move(bob, second, APPROVES)
    bob.open(first).follow("Adopt the minutes").choose("By the motion", APPROVES)
    bob.press("Adopt the minutes").sees("Adopted.", ADOPTS)
    assert not bob.open(first).offers("Motion"), "adopted minutes do not change"


def note_progress(alice: Human, action: str) -> None:
    alice.open(action)
    assert not alice.offers("Change the action"), "the wording of an adopted plan is closed"
    alice.follow("Note progress").tick("On track", "How it stands")
    alice.write("What has happened", NOTED).press("Keep the note").sees(NOTED)
