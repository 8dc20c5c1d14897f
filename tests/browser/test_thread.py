"""One answer travels all the way: from a newcomer's phone to the annual report, and back."""

import pytest

from tests.browser import deciding, partnership, planning, standing, surveying, telling
from tests.browser.asked import CLASSES, HOUSING
from tests.browser.server import empty_house


@pytest.fixture
def server(tmp_path):
    started = empty_house(tmp_path)
    yield started
    started.stop()


@pytest.mark.timeout(480)
@pytest.mark.parametrize("asked", [CLASSES, HOUSING], ids=lambda asked: asked.slug)
def test_one_answer_travels_from_a_phone_to_the_annual_report_and_back(chrome, server, asked):
    table = partnership.gather(chrome, server)
    surveying.prepare(table.alice, asked)
    surveying.answer_all(chrome, server, asked)
    surveying.close(server, table.alice, asked)
    surveying.read_results(table.alice, asked)
    finding = surveying.pin(table.alice, asked)
    deciding.hold_group_meeting(table, finding, asked.statement)
    standing.nominate_and_acclaim(chrome, table)
    action, _ = planning.plan_the_year(table, asked.statement)
    telling.publish_report(table.alice)
    telling.read_as_everybody(chrome, server.address, asked)
    telling.come_back(chrome, server.address, asked)
    telling.walk_back(table.alice, action, finding, asked)
    telling.walk_forward(table.alice, finding)
    for person in (table.alice, table.bob, table.dana):
        person.close()
