"""The page of files: who sees what, what is ordered, fetched, removed; and friendly states."""

import json

import pytest

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.surveys.exporting import jobs, shelf
from lipnet.surveys.exporting.models import Export
from tests import cast
from tests.browsing import Browser
from tests.surveys.exporting.scene import answered, steward, table
from tests.surveys.scene import draft_survey

PAGE = "/surveys/classes/exports"


@pytest.fixture
def house(app):
    """The survey, answered; the settings by which the clock makes files."""
    answered()
    yield app.config["LIPNET"]
    for name in shelf.names():
        shelf.forget(name)


def ordered(browser, settings, **chosen):
    browser.submit(PAGE, chosen)
    jobs.make_exports(settings)
    return Export.select().order_by(Export.id.desc()).first()


def test_the_steward_orders_single_answers_and_downloads_them(app, house):
    sam = Browser(app, steward())
    made = ordered(sam, house, kind="csv", wording="labels", language="fr")
    page = sam.get(PAGE)
    assert "It holds 6 answers; all were counted." in page.text
    response = sam.client.get(f"{PAGE}/{made.id}/file")
    assert response.headers["Content-Disposition"] == "attachment; filename=classes-1-answers.csv"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.mimetype == "text/csv"
    assert len(table(response.data)) == 6
    codes = [event.code for event in Event.select().order_by(Event.id.desc()).limit(2)]
    assert codes == ["surveys.export_fetched", "surveys.export_made"]


def test_the_coordinator_orders_a_pack_and_sees_no_single_answers(app, house):
    sam, alice = Browser(app, steward()), Browser(app, cast.Person.get(name="Alice Moreau"))
    raw = ordered(sam, house, kind="jsonl", wording="codes", language="en")
    alice.get(f"{PAGE}/{raw.id}/removal", status=404)
    assert alice.client.get(f"{PAGE}/{raw.id}/file").status_code == 404
    assert "CSV" not in alice.get(PAGE).text
    alice.submit(PAGE, {"kind": "csv"})
    assert Export.select().where(Export.kind == "csv").count() == 0
    pack = ordered(alice, house, kind="pack")
    assert (pack.kind, pack.state) == ("pack", "done")
    response = alice.client.get(f"{PAGE}/{pack.id}/file")
    assert (response.status_code, response.mimetype) == (200, "application/zip")
    assert sam.client.get(f"{PAGE}/{pack.id}/file").status_code == 404
    told = json.loads(alice.client.get(f"{PAGE}/progress").data)
    assert [each["number"] for each in told] == [pack.id]


def test_members_and_viewers_find_no_page_and_no_link(app, house):
    for who in (cast.bob(), cast.vera()):
        browser = Browser(app, who)
        browser.get(PAGE, status=404)
        assert browser.client.get(f"{PAGE}/progress").status_code == 404
        assert PAGE not in browser.get("/surveys/classes/results").text


def test_the_results_lead_to_the_page(app, house):
    for who in (steward(), cast.Person.get(name="Alice Moreau")):
        page = Browser(app, who).get("/surveys/classes/results")
        assert any(link["href"].startswith(PAGE) for link in page.all("a"))


def test_a_draft_has_no_page_of_files(app):
    draft_survey(cast.alice())
    Browser(app, steward()).get(PAGE, status=404)


def test_progress_is_told_without_script_and_to_the_script(app, house):
    sam = Browser(app, steward())
    sam.submit(PAGE, {"kind": "csv", "wording": "codes", "language": "en"})
    assert "Look again" in sam.get(PAGE).text
    Export.update(begun_at=clock.now(), rows_done=2, rows_total=6).execute()
    bar = next(iter(sam.get(PAGE).all("progress")))
    assert (bar["value"], bar["max"]) == ("2", "6")
    (told,) = json.loads(sam.client.get(f"{PAGE}/progress").data)
    assert (told["state"], told["done"], told["total"]) == ("making", 2, 6)


def test_a_file_is_removed_after_asking_once_more(app, house):
    sam = Browser(app, steward())
    made = ordered(sam, house, kind="csv", wording="codes", language="en")
    assert "Remove this file?" in sam.get(f"{PAGE}/{made.id}/removal").text
    sam.submit(f"{PAGE}/{made.id}/removal")
    assert (Export.select().count(), shelf.names()) == (0, [])


def test_failed_and_expired_say_what_to_do(app, house):
    sam = Browser(app, steward())
    made = ordered(sam, house, kind="csv", wording="codes", language="en")
    Export.update(erased_at=clock.now()).execute()
    assert "Order it anew if you need it." in sam.get(PAGE).text
    assert sam.client.get(f"{PAGE}/{made.id}/file").status_code == 409
    Export.update(erased_at=None, done_at=None, failed="no_room").execute()
    assert "no room left on the disk" in sam.get(PAGE).text


def test_a_file_that_is_lost_is_told_of_and_not_a_fault(app, house):
    sam = Browser(app, steward())
    made = ordered(sam, house, kind="csv", wording="codes", language="en")
    shelf.forget(made.name)
    assert sam.client.get(f"{PAGE}/{made.id}/file").status_code == 409


def test_nothing_chosen_is_said_at_the_field(app, house):
    page = Browser(app, steward()).submit(PAGE)
    assert "Choose what to take away." in page.text
