"""Questions asked again for each member of a household: an answer counts once for all of them."""

import pytest

from lipnet.surveys import operations
from lipnet.surveys.counting import exact
from lipnet.surveys.looking.exactly import exact_tables
from tests import cast
from tests.browsing import Browser
from tests.surveys import kinds
from tests.surveys.kinds import group, row
from tests.surveys.manage.answers import answer, settle
from tests.surveys.scene import open_survey_with, workbook

ASKED = [
    row("select_one good", "bus"),
    *group(
        "people", "Member of your household", "Membre de votre ménage", "فرد من أسرتك",
        row("select_one good", "park"), row("select_multiple needs", "order"),
        kind="repeat",
    ),
]  # fmt: skip
BOTH = {"bus": "good", "people": [{"park": "good", "order": ["work"]}, {"park": "bad"}]}
ONE = {"bus": "bad", "people": [{"park": "good"}]}
OTHER = {"bus": "bad", "people": [{"park": "bad"}, {"park": "bad"}]}
NOTE = "an answer counts in a row if it was said of at least one."


@pytest.fixture
def survey(app):
    found = open_survey_with(cast.alice(), data=workbook(ASKED, kinds.CHOICES))
    answer(found, (60, "en", BOTH), (20, "en", ONE), (20, "en", OTHER))
    settle(found)
    return found


def test_the_steward_sees_how_many_have_somebody_who_said_it(app, survey):
    version = survey.published_version
    told = {table.name: table for table in exact_tables(version, exact.frequencies(version))}
    assert {row.code: row.count for row in told["park"].rows} == {"good": 80, "fair": 0, "bad": 80}
    assert (told["park"].n, told["order"].n, told["bus"].n) == (100, 60, 100)
    assert told["park"].repeated and not told["bus"].repeated
    assert NOTE in Browser(app, cast.sam()).get("/surveys/classes/exact?lang=en").text


def test_readers_get_the_same_in_fives(app, survey):
    found = operations.results_of(survey).question("park")
    assert {row.code: row.count for row in found.rows} == {"good": 80, "fair": None, "bad": 80}
    text = Browser(app, cast.charlie()).get("/surveys/classes/results?lang=en").text
    assert text.count(NOTE) == 2
