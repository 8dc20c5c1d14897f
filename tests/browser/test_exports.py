"""A file of answers is ordered, followed, downloaded and removed in a real browser."""

import csv
import io

import pytest

from lipnet.people.models import Person
from lipnet.surveys.exporting.models import Export
from lipnet.surveys.models import Response, Survey
from tests import cast
from tests.browser.seeing import Eye
from tests.browser.test_axe import state_of
from tests.browsing import Browser


@pytest.fixture
def survey(house, program):
    return next(each for each in Survey.select() if each.is_closed and each.published_version)


@pytest.fixture
def steward(house, program, chrome):
    """Arabic, on the narrowest phone, at night."""
    sam = Person.get_or_none(name="Sam Achebe") or cast.sam()
    eye = Eye(chrome, house.server.address, "ar", state_of(program, Browser(program, sam).client))
    yield eye
    assert eye.heard == []
    eye.close()


def test_a_file_is_followed_until_it_is_ready_then_fetched_and_removed(steward, survey):
    page, path = steward.page, f"/surveys/{survey.slug}/exports"
    assert steward.look(path) == []
    page.locator("input[name=kind][value=csv]").check()
    page.locator("main form button[type=submit]").click()
    assert steward.look_here() == []
    page.locator("[data-state=done]").wait_for()
    assert steward.look_here() == []
    with page.expect_download() as fetched:
        page.locator("a.download").click()
    content = fetched.value.path().read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    kept = Response.select().where(Response.version == survey.published_version).count()
    assert len(rows) == kept > 0
    page.locator("[data-state=done] a[href$=removal]").click()
    assert steward.look_here() == []
    page.locator("main form button[type=submit]").click()
    page.locator("#files").wait_for()
    assert Export.select().where(Export.kind == "csv").count() == 0
