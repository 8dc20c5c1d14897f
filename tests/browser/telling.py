"""The annual report, what everybody may read, and the thread walked in both directions."""

from tests.browser import surveying
from tests.browser.asked import Asked
from tests.browser.deciding import ACTION, DECISION
from tests.browser.human import DESKTOP, Human
from tests.browser.newcomer import Newcomer
from tests.browser.planning import NOTED

DONE = "Twenty people learn in two evening classes."


def publish_report(alice: Human) -> None:
    """Compiled from the plan, one line put right by hand, published for good."""
    alice.open("/reports/").press("Compile the report from the plan")
    alice.sees(DECISION, ACTION, NOTED).follow("Change line 1")
    alice.write("What was done", DONE).press("Keep the line").sees(DONE)
    alice.follow("Publish").press("Publish the report").sees("The report is published.")
    assert not alice.offers("Change line 1"), "a published report stays as it is"


def read_as_everybody(chrome, address: str, asked: Asked) -> None:
    """Without account: the page of the survey, the whole report, each with the trail."""
    visitor = Human(chrome, address, viewport=DESKTOP)
    visitor.open(f"/told/{asked.slug}/en")
    visitor.sees(asked.statement, DECISION, ACTION, NOTED)
    visitor.sees("people answered")
    visitor.page.locator(".card summary").first.click()
    surveying.check_figure(surveying.rows_of(visitor.page.locator(".card table")), asked)
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("link", name="Read the whole annual report").click()
    visitor.sees(DECISION, DONE, asked.statement)
    assert visitor.context.cookies() == []
    visitor.close()


def come_back(chrome, address: str, asked: Asked) -> None:
    """The newcomer's receipt, months later, leads to what became of it in her language."""
    newcomer = Newcomer(chrome, address, asked, "ar")
    newcomer.open(f"/r/{asked.slug}/ar").press_only('a[href*="/told/"]')
    assert newcomer.path == f"/told/{asked.slug}/ar"
    newcomer.sees(asked.statement, DECISION).close()


def walk_back(alice: Human, action: str, finding: str, asked: Asked) -> None:
    """From the plan's action to the finding and its survey."""
    alice.open(action)
    trail = in_words(alice)
    texts = trail.inner_text()
    behind = [asked.title, asked.statement, DECISION]
    places = [texts.index(text) for text in behind]
    assert places == sorted(places), "the farthest comes first"
    with alice.page.expect_navigation():
        trail.locator(f'a[href="{finding}"]').click()
    assert alice.path == finding


def walk_forward(alice: Human, finding: str) -> None:
    """From the finding to the line of the report."""
    alice.open(finding)
    trail = in_words(alice)
    with alice.page.expect_navigation():
        trail.locator('a[href*="/reports/"]').first.click()
    assert "/lines/" in alice.path
    alice.sees(DECISION)


def in_words(alice: Human):
    """The thread below its map, unfolded."""
    alice.page.locator(".trail-words > summary").click()
    return alice.page.locator(".trail-frame")
