"""One answer travels all the way: from a newcomer's phone to the annual report, and back."""

import pytest

from tests.browser import partnership, surveying
from tests.browser.asked import CLASSES, HOUSING
from tests.browser.server import empty_house


@pytest.fixture
def server(tmp_path):
    started = empty_house(tmp_path)
    yield started
    started.stop()


@pytest.mark.parametrize("asked", [CLASSES, HOUSING], ids=lambda asked: asked.slug)
def test_one_answer_travels_all_the_way(chrome, server, asked):
    table = partnership.gather(chrome, server)
    alice = table.alice
    surveying.prepare(alice, asked)
    surveying.answer_all(chrome, server, asked)
    surveying.close(server, alice, asked)
    surveying.read_results(alice, asked)
    finding = surveying.pin(alice, asked)
