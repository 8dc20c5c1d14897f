"""Two send readings within the same moment: on either engine, what both wrote stands."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from lipnet import create_app
from lipnet.plans.indicators.models import GroupReading, IndicatorReading
from tests import cast
from tests.plans.indicators import scene
from tests.plans.indicators.test_asked import asked, stage_of_the_library
from tests.plans.indicators.test_meanwhile import Open


@pytest.fixture
def app(database):
    made = create_app(database)
    made.testing = True
    return made


def sent_at_once(pages: list[Open], typed: list[dict]) -> None:
    start = threading.Barrier(len(pages))

    def run(page: Open, said: dict) -> None:
        start.wait()
        page.sent(said)

    with ThreadPoolExecutor(len(pages)) as crowd:
        list(crowd.map(run, pages, typed))


def test_of_two_sent_at_the_same_moment_neither_takes_the_other_away(app):
    alice, charlie = cast.alice(), cast.charlie()
    indicators, period, _library = stage_of_the_library(alice, charlie)
    french, youth = indicators.visits.groups
    scene.noted(indicators.visits, period, alice, "30")
    pages = [
        Open(app, f"/plans/periods/{period.id}?lang=en", alice),
        Open(app, f"/plans/periods/{period.id}?lang=en", charlie),
        Open(app, asked(period, alice, charlie)),
    ]
    here = f"i{indicators.visits.id}-"
    for number in range(1, 6):
        typed = [
            {f"{here}group_{french.id}": f"{number}"},
            {f"{here}group_{youth.id}": f"{number + 10}"},
            {f"{here}note-en": f"Week {number}"},
        ]
        sent_at_once(pages, typed)
        parts = {row.group_id: row.value for row in GroupReading.select()}
        assert parts == {french.id: f"{number}", youth.id: f"{number + 10}"}
        assert IndicatorReading.get().note == {"en": f"Week {number}"}
