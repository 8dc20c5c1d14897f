"""The plan taken away: the tables of the printed page, in Word and PDF."""

import io

import docx
import pytest

from lipnet.core.partnership import introduce
from lipnet.plans.acting import operations as acting
from tests import cast
from tests.browsing import Browser
from tests.plans import scene
from tests.plans.test_views import filled, statements
from tests.press.reading import words, words_of_docx, words_of_pdf
from tests.press.tagged import Tagged


@pytest.fixture
def plan(app):
    """(Alice, an adopted plan of two actions, one with what it yields)."""
    with app.test_request_context():
        alice = cast.alice()
        introduce(by=alice, name={"en": "Harbour Partnership", "fr": "Partenariat du Havre"})
        made = scene.plan(alice)
        yields = {"en": "Two <b>classes</b> #set", "fr": "Deux cours"}
        scene.action(made, alice, output=yields, lead_person=alice)
        acting.choose_columns(made, ["kind", "when", "code"], by=alice)
        particulars = {"kind": "event", "code": "C-7"}
        acting.describe_action(made.in_order()[0], by=alice, **particulars)
        scene.action(made, alice, scene.GUIDE)
        scene.operations.adopt_plan(made, motion=scene.motion(alice), by=alice)
        return alice, made


@pytest.mark.parametrize("tag", ["en", "fr", "ar"])
def test_the_files_hold_every_word_of_the_printed_plan(app, plan, tag):
    alice, made = plan
    browser = Browser(app, alice)
    page = browser.get(f"/plans/{made.fiscal_year}/print?lang={tag}")
    table = words(page.one("table").text)
    for kind, read in (("docx", words_of_docx), ("pdf", words_of_pdf)):
        response = browser.client.get(f"/plans/{made.fiscal_year}/in/{tag}.{kind}")
        found = read(response.data)
        assert "".join(found).endswith("".join(table)), kind  # no blank stands between its cells
        assert set(words(page.heading)) <= set(found)
        assert "C-7" in " ".join(found)


def test_the_table_of_the_plan_has_a_head_that_repeats_and_a_caption(app, plan):
    alice, made = plan
    browser = Browser(app, alice)
    word = browser.client.get(f"/plans/{made.fiscal_year}/in/fr.docx").data
    opened = docx.Document(io.BytesIO(word))
    assert [p.style.name for p in opened.paragraphs if "Heading" in p.style.name] == ["Heading 1"]
    assert len(opened.tables[0].rows) == 3
    pdf = Tagged(browser.client.get(f"/plans/{made.fiscal_year}/in/fr.pdf").data)
    assert pdf.root["/Lang"] == "fr"
    assert pdf.tags.count("/TH") == 5 and "/Caption" in pdf.tags


def test_a_file_asks_no_more_of_the_database_for_thirty_actions_than_for_three(app):
    alice, bob = cast.alice(), cast.bob()
    browser, asked = Browser(app, alice), []
    for year, count in ((2030, 3), (2031, 30)):
        filled(scene.plan(alice, year=year), alice, bob, count)
        browser.get(f"/plans/{year}")
        asked.append(statements(browser, f"/plans/{year}/in/en.docx"))
    assert asked[0] == asked[1], asked


def test_other_languages_and_kinds_of_the_plan_are_not_written(app, plan):
    alice, made = plan
    for end in ("so.pdf", "en.txt"):
        Browser(app, alice).get(f"/plans/{made.fiscal_year}/in/{end}", status=404)
