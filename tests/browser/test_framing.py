"""The small page of the plan in the frame of another site, as a browser lets it stand there."""

import pytest
from playwright.sync_api import expect

from lipnet.core.db import db
from lipnet.reports.dashboard.models import FramingSite, ShownPlan
from tests.browser.human import Human

NAMED, OTHER = "https://www.city.example", "https://elsewhere.example"
PAGE = '<!doctype html><title>A city</title><h1>A city</h1><iframe src="{src}"></iframe>'


@pytest.fixture
def city(house, program, chrome, state):
    """Opens a page of a site with an address of the house in its frame; one site is named."""
    year = ShownPlan.get().plan.fiscal_year
    before = "\n".join(FramingSite.origins())
    db.close()
    noor = Human(chrome, house.server.address, storage_state=state)
    name_sites(noor, year, f"{NAMED}/newcomers")
    near = ["local-network-access"]  # the house stands on this very machine
    visitor = Human(chrome, house.server.address, permissions=near)

    def opened(site: str, path: str):
        html = PAGE.format(src=house.server.address + path)
        visitor.context.route(
            f"{site}/", lambda route: route.fulfill(content_type="text/html", body=html)
        )
        visitor.page.goto(f"{site}/", wait_until="load")
        visitor.context.unroute(f"{site}/")
        return visitor.page.frame_locator("iframe")

    yield opened
    assert visitor.context.cookies() == []
    visitor.close()
    name_sites(noor, year, before)
    noor.close()


def name_sites(noor: Human, year: int, sites: str) -> None:
    noor.open(f"/reports/{year}/plan-for-everybody/sites?lang=en")
    noor.fill("Sites that may show the plan", sites).press("Keep the list")


def test_a_named_site_holds_the_small_page_and_nobody_else_does(city):
    expect(city(NAMED, "/plan/en/embed").locator("h1")).to_contain_text("Action plan")
    for site, path in ((OTHER, "/plan/en/embed"), (NAMED, "/plan/en"), (NAMED, "/")):
        frame = city(site, path)
        expect(frame.locator("body")).to_contain_text("refused to connect")
        expect(frame.locator("body")).not_to_contain_text("Action plan")
