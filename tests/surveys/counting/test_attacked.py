"""The solver of tests/tally, set on what the program itself counted, stored and released."""

import pytest

from lipnet.surveys import operations
from lipnet.surveys.counting.released import figures_told
from tests import cast
from tests.surveys import scene
from tests.surveys.manage.answers import settle
from tests.tally import worlds
from tests.tally.adversary import Adversary
from tests.tally.worlds import PLAN, SMALLEST, VALUES, World, counts_of

QUESTIONS = [
    {"type": f"select_one {name}", "name": name, "label::English (en)": name,
     "label::Français (fr)": name, "label::العربية (ar)": name}
    for name in VALUES
]  # fmt: skip
CHOICES = [(name, code, code, code, code) for name, codes in VALUES.items() for code in codes]


@pytest.fixture
def survey(database):
    alice = cast.alice()
    found = scene.draft_survey(alice, data=scene.workbook(QUESTIONS, CHOICES))
    operations.limit_results(found, smallest=SMALLEST, filters=("a", "b"), by=alice)
    return scene.opened(found, by=alice)


def released(survey, world: World) -> list[dict]:
    """What readers are told after each batch of the world's answers; only of cells that can be."""
    told, number, before = [], 1, None
    for people in world.releases:
        for person in (people - before if before else people).elements():
            scene.respond(survey, number, "en", **dict(person))
            number += 1
        settle(survey)
        before, figures = people, figures_told(survey.published_version)
        told.append({place: figures[place] for place in PLAN.cells() if place in figures})
    return told


def test_no_hidden_cell_is_recovered_from_what_the_program_released(survey):
    world = worlds.world(3)
    told = released(survey, world)
    small = worlds.small_cells(world)
    assert small and all(len(each) > 5 for each in told)
    adversary, counts = Adversary(told), counts_of(world.releases[-1])
    for place in small:
        low, high = adversary.range_of(place, len(told) - 1)
        assert low <= counts[place] <= high
        assert low < high
