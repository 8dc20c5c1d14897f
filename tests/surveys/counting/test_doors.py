"""Whatever a reader can fetch holds released figures, and nothing that could be subtracted."""

import ast
import csv
import io
import re
from pathlib import Path

import pytest

from lipnet.surveys import operations
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene
from tests.surveys.manage.answers import NO, YES, answer, settle

TOP = Path(operations.__file__).resolve().parents[2]
EXACT = "lipnet.surveys.counting.exact"
ODD = (43, 32, 11)  # how many said yes, no in English, and no in French


@pytest.fixture
def house(app):
    alice = cast.alice()
    survey = scene.draft_survey(alice)
    operations.limit_results(survey, smallest=5, filters=("@language", "waited"), by=alice)
    scene.opened(survey, by=alice)
    yes, no, french = ODD
    answer(survey, (yes, "en", YES), (no, "en", NO), (french, "fr", NO))
    settle(survey)
    return app, survey, alice


def test_no_page_of_a_reader_shows_an_exact_count(house):
    app, survey, alice = house
    for person in (alice, cast.charlie(), cast.vera()):
        browser = Browser(app, person)
        for path in ("/surveys", "/surveys/classes", "/surveys/classes/results"):
            text = browser.get(path).text
            assert not re.search(rf"\b({'|'.join(map(str, (*ODD, sum(ODD))))})\b", text), path
        got = browser.client.get("/surveys/classes/results.csv?lang=en").get_data(as_text=True)
        for line in csv.DictReader(io.StringIO(got.removeprefix("\ufeff"))):
            assert all(not line[name] or int(line[name]) % 5 == 0
                       for name in ("People", "People who answered"))  # fmt: skip


def test_a_report_counts_the_answers_as_readers_may_know_them(house):
    _app, survey, _alice = house
    assert operations.responses_of(survey) == operations.results_of(survey).n
    assert operations.responses_of(survey) in (85, 90)


def test_what_readers_are_shown_never_asks_for_exact_counts():
    """Neither results nor what is built on them: only the index's own package and what releases."""
    readers = [TOP / "surveys" / name for name in ("results.py", "heads.py", "tables.py",
               "figures.py", "spreadsheet.py", "manage.py")]  # fmt: skip
    readers += [path for room in ("evidence", "reports", "meetings", "plans", "home")
                for path in (TOP / room).rglob("*.py")]  # fmt: skip
    assert not [path for path in readers if EXACT in imported(path)]


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found
