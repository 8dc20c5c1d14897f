"""From the file over its columns and questions to the act, and back."""

import io

import pytest

from lipnet.core.refusals import Refusal
from lipnet.plans.importing.columns import guessed
from lipnet.plans.importing.models import PlanSheet, SheetHeadings
from lipnet.plans.importing.reading import read_tables
from lipnet.plans.models import PlanAction, Priority
from tests import cast
from tests.browsing import Browser
from tests.plans import scene as plans
from tests.plans.sheets import scene

ROWS = (
    ("Where", "What we will do", "By", "Until"),
    ("Classes for everybody", "Evening classes", "A. Moreau", "2026-09-30"),
    ("Jobs", "A fair", "Alice Moreau", "whenever"),
)
SHEET = "/plans/2026/sheet"


@pytest.fixture
def alice(app):
    with app.test_request_context():
        alice = cast.alice()
        scene.an_empty_plan(alice)
        return alice


def sent(browser, data: bytes, name: str = "plan.csv", status: int = 200):
    return browser.submit(SHEET, {"sheet": (io.BytesIO(data), name)}, form="/sheet", status=status)


def columns_said(browser, page):
    fields = page.fields("/sheet/columns")
    said = {"column_0": "priority.en", "column_1": "action.en", "column_2": "lead_person"}
    return browser.post(f"{SHEET}/columns", fields | said | {"column_3": "due"})


def test_a_sheet_with_headings_of_its_own_is_put_right_looked_at_and_brought_in(app, alice):
    browser = Browser(app, alice)
    page = columns_said(browser, sent(browser, scene.csv(*ROWS)))
    assert page.heading == "What would happen" and not PlanAction.select().exists()
    assert "plan!D3" in page.text and "whenever" in page.text
    assert "A. Moreau is read as Alice Moreau." in page.text
    fields = page.fields("/sheet/bringing")
    (place,) = [name for name, value in fields.items() if name.startswith("q_") and value == ""]
    assert fields["rows"] == ["plan!2"]
    again = browser.post(f"{SHEET}/bringing", fields | {place: "n0", "step": "bring"})
    assert again.heading == "What would happen"  # an answer makes a row possible: looked at first
    assert again.fields("/sheet/bringing")["rows"] == ["plan!2", "plan!3"]
    assert (
        not PlanAction.select().exists()
        and not Priority.select().where(Priority.title == {"en": "Jobs"}).exists()
    )
    done = browser.post(f"{SHEET}/bringing", again.fields("/sheet/bringing") | {"step": "bring"})
    assert done.heading == "Action plan 2026–2027" and "2 actions came" in done.text
    assert sorted(a.text["en"] for a in PlanAction.select()) == ["A fair", "Evening classes"]
    remembered = sent(browser, scene.csv(*ROWS)).fields("/sheet/columns")
    assert remembered["column_1"] == "action.en" and SheetHeadings.select().count() == 1
    browser.submit(SHEET, form="/undoing")
    assert not PlanAction.select().exists() and PlanSheet.get().undone_at is not None


def test_only_ticked_rows_come_and_without_a_column_of_actions_nothing_goes_on(app, alice):
    browser = Browser(app, alice)
    page = sent(browser, scene.csv(*ROWS))
    refused = browser.post(
        f"{SHEET}/columns", page.fields("/sheet/columns") | {"column_1": ""}, status=422
    )
    assert "Say which column tells what will be done" in refused.text
    look = columns_said(browser, page)
    fields = look.fields("/sheet/bringing")
    fields.pop("rows")
    nothing = browser.post(f"{SHEET}/bringing", fields | {"step": "bring"}, status=422)
    assert "Nothing in this sheet could be used." in nothing.text
    back = browser.post(f"{SHEET}/columns", fields | {"step": "change"})
    assert back.heading == "What each column is"
    assert back.fields("/sheet/columns")["column_2"] == "lead_person"


def test_what_travels_with_the_page_and_was_tampered_with_is_refused(app, alice):
    browser = Browser(app, alice)
    look = columns_said(browser, sent(browser, scene.csv(*ROWS)))
    fields = look.fields("/sheet/bringing")
    for carried in ("", "{", "[]", '{"name": 1, "tables": [{}]}', '{"name": "", "tables": 5}'):
        page = browser.post(f"{SHEET}/bringing", fields | {"carried": carried}, status=409)
        assert "Choose the file once more" in page.text
    whole = browser.post(
        f"{SHEET}/bringing", fields | {"mapped": "[1]", "step": "bring"}, status=422
    )
    assert "Nothing in this sheet" in whole.text


def test_members_take_the_plan_away_and_only_who_manages_brings_one_in(app, alice):
    with app.test_request_context():
        vera = cast.vera()
    browser = Browser(app, vera)
    assert any("XLSX" in text for text in browser.get("/plans/2026").links())
    browser.get(SHEET, status=404)
    with app.test_request_context():
        plan = plans.ActionPlan.of_year(2026)
        plans.action(plan, alice)
        plans.operations.adopt_plan(plan, motion=plans.motion(alice), by=alice)
    page = Browser(app, alice).get(SHEET, status=409)
    assert "This plan is adopted" in page.text


HOSTILE = {
    b"": "empty",
    b"\x00\x01\x02": "could not be read",
    b"%PDF-1.7 something": "could not be read",
    b"PK\x03\x04broken": "could not be read",
    b"alone": "No row of headings",
    b"a,b\n": "No row of headings",
    b"Action,Due\n" + b"x,y\n" * 301: "more than 300 rows",
    b"Action,Due\n" + (b"x" * 2000 + b",y\n") * 290: "too many cells",
    b"x" * (5 * 1024 * 1024 + 1): "too large",
}


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_a_file_that_is_no_plan_is_refused_in_words(app, data):
    with app.test_request_context(), pytest.raises(Refusal, match=HOSTILE[data]):
        read_tables(data, "plan.csv")


def test_a_file_of_twenty_megabytes_gets_a_page_that_says_so(app, alice):
    browser = Browser(app, alice)
    fields = browser.get(SHEET).fields("/sheet")
    browser.post(SHEET, fields | {"sheet": (io.BytesIO(b"x" * 20_000_000), "p.csv")}, status=413)


def test_headings_in_english_and_french_are_known(app):
    headings = {
        "Réf.": "number", "Axe stratégique": "pillar.fr", "Objectif": "priority.fr",
        "Activités": "action.fr", "Responsable(s)": "lead", "Échéancier": "when",
        "Partenaires": "partners", "Résultats attendus": "output.fr", "Budget ($)": "cash_planned",
        "Suivi": "note.fr", "T1": "q1", "État d’avancement": "status",
    }  # fmt: skip
    english = {
        "Strategic Pillar": "pillar.en", "Goal": "priority.en", "Action (EN)": "action.en",
        "Action (FR)": "action.fr", "Lead Organization": "lead", "Start date": "start",
        "Completion date": "due", "Key partners": "partners", "Deliverables": "output.en",
        "Performance measure": "output.en", "Progress Updates": "note.en", "Status": "status",
        "Photo": "",
    }  # fmt: skip
    with app.test_request_context():
        assert guessed(list(headings)) == headings
        assert guessed(list(english)) == english
