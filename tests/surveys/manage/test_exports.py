"""What a coordinator takes away: workbook, codebook, document, her own workbook with remarks."""

import csv
import io
import json

import openpyxl
import pytest

from lipnet.questionnaire import from_json, xlsform
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.models import SurveyVersion
from tests import cast
from tests.browsing import Browser
from tests.questionnaire.test_writing import without_cells
from tests.surveys.manage.test_upload import BROKEN, NOT_A_WORKBOOK, upload
from tests.surveys.scene import QUESTIONS, draft_survey, workbook

BASE = "/surveys/classes/versions/1"
FILES = ("questionnaire.xlsx", "questionnaire.json", "codebook.csv")


def taken(browser, address, status=200):
    """The bytes of a download."""
    response = browser.client.get(address)
    assert response.status_code == status
    if status == 200:
        assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    return response.data


def staged(app, data=None):
    browser = Browser(app, alice := cast.alice())
    draft_survey(alice, data=data)
    return browser


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def remarked(browser, data, name, status=200):
    page = browser.client.get("/surveys/classes/questionnaire").get_data(as_text=True)
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    sent = {"csrf_token": token, "workbook": (io.BytesIO(data), name)}
    response = browser.client.post("/surveys/classes/questionnaire/remarks", data=sent)
    assert response.status_code == status
    return response


def test_the_workbook_of_a_version_reads_as_the_same_questionnaire(app):
    browser = staged(app)
    read = xlsform.read(taken(browser, f"{BASE}/questionnaire.xlsx"), "again.xlsx")
    known = questionnaire_of(SurveyVersion.get())
    assert read.outcome == "whole"
    assert without_cells(read.questionnaire) == without_cells(known)


def test_the_document_of_a_version_is_the_questionnaire(app):
    browser = staged(app)
    document = json.loads(taken(browser, f"{BASE}/questionnaire.json"))
    assert from_json(document) == questionnaire_of(SurveyVersion.get())


def test_the_codebook_table_names_every_question_and_every_code_in_every_language(app):
    browser = staged(app)
    content = taken(browser, f"{BASE}/codebook.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    waited = [row for row in rows if row["Name"] == "waited"]
    assert [row["Code"] for row in waited] == ["", "yes", "no"]
    assert waited[1]["Text in French"] == "Oui"
    assert waited[0]["Text in Arabic"] == "هل انتظرت صفًا لتعلّم اللغة؟"
    months = next(row for row in rows if row["Name"] == "months")
    assert months["Asked only if"] == "${waited} = 'yes'"
    assert (months["Must be answered if"], months["Accepted only if"]) == ("yes", ". <= 60")


def test_no_cell_of_the_codebook_begins_a_formula(app):
    browser = staged(app, b"type,name,label\ntext,q1,=1+1\nnote,q2,-5\n")
    content = taken(browser, f"{BASE}/codebook.csv").decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(content)) for cell in row]
    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_codebook_page_is_read_in_one_language_or_in_all(app):
    browser = staged(app)
    page = browser.get(f"{BASE}/codebook")
    assert page.heading == "Codebook"
    for words in ("Did you wait", "Avez-vous attendu", "هل انتظرت", "${waited} = 'yes'", "bus"):
        assert words in page.text
    arabic = browser.get(f"{BASE}/codebook?in=ar")
    assert "Did you wait" not in arabic.text
    assert next(e for e in arabic.all("span") if e["lang"] == "ar")["dir"] == "rtl"
    browser.get(f"{BASE}/codebook?in=xx", status=404)


def test_her_own_workbook_comes_back_with_every_finding_at_its_cell(app):
    browser = staged(app, workbook(BROKEN))
    page = browser.get(BASE)
    assert any("Your workbook with our remarks" in text for text in page.links())
    book = opened(taken(browser, f"{BASE}/remarks.xlsx"))
    assert "first three characters of the postal code" in book["survey"]["A6"].comment.text
    assert book["survey"]["A6"].fill.fgColor.rgb == "00FFC7CE"
    places = [row[1].value for row in book["Remarks"].iter_rows(min_row=3)]
    assert {"survey!A6", "survey!A7"} <= set(places)


def test_the_remarks_are_in_the_language_of_the_coordinator(app):
    browser = staged(app, workbook(BROKEN))
    book = opened(taken(browser, f"{BASE}/remarks.xlsx?lang=ar"))
    assert book.worksheets[-1].sheet_view.rightToLeft
    assert "تُرك" in book["survey"]["A7"].comment.text


def test_a_version_without_findings_has_no_remarks(app):
    browser = staged(app)
    assert "our remarks" not in browser.get(BASE).text
    taken(browser, f"{BASE}/remarks.xlsx", status=404)


def test_a_workbook_is_given_back_with_remarks_and_nothing_of_it_is_kept(app):
    browser = staged(app)
    refused = b"type,name,label\nnonsense,q1,Hello?\n"
    response = remarked(browser, refused, "mine.csv")
    assert "nonsense" in opened(response.data)["survey"]["A2"].comment.text
    assert SurveyVersion.select().count() == 1


def test_what_is_no_workbook_gets_its_reason_on_the_page(app):
    browser = staged(app)
    response = remarked(browser, NOT_A_WORKBOOK, "report.xlsx", status=422)
    assert "not a workbook" in response.get_data(as_text=True)
    page = browser.submit(
        "/surveys/classes/questionnaire", to="/surveys/classes/questionnaire/remarks"
    )
    assert "Choose a file first" in page.text


def test_the_page_of_a_refusal_offers_the_copy_with_remarks(app):
    page = upload(staged(app), "classes", NOT_A_WORKBOOK, "report.xlsx", status=422)
    button = next(each for each in page.all("button") if each.has("formaction"))
    assert button["formaction"] == "/surveys/classes/questionnaire/remarks"


def test_sixty_equal_findings_are_one_line_with_sixty_cells(app):
    rows = [{"type": "telepathy", "name": f"t{at}"} for at in range(60)]
    page = staged(app, workbook([*QUESTIONS, *rows])).get(BASE)
    assert page.text.count("telepathy is not a type of question") == 1
    assert "60 places" in page.text
    assert "survey!A65" in page.text


def test_findings_of_one_kind_that_name_different_questions_are_one_line_too(app):
    rows = [{"type": "text", "name": f"q{at}"} for at in range(30)]
    page = staged(app, workbook([*QUESTIONS, *rows])).get(BASE)
    assert "Please look (30)" in page.text
    assert page.text.count("Write the question in the label column.") == 1
    assert "29 more of this kind" in page.text
    assert "survey!C35: The question q29 has no label" in page.text


def test_what_was_changed_on_the_way_in_has_a_heading_of_its_own(app):
    twice = [*QUESTIONS, {**QUESTIONS[3], "name": "wish"}]
    page = staged(app, workbook(twice)).get(BASE)
    headings = [each.text for each in page.all("h2")]
    assert "Changed for you (1)" in headings
    assert "this one became wish_2" in page.text


def test_thousands_of_findings_make_a_page_of_bounded_size(app):
    rows = [{"type": "text", "name": f"odd name {at}", "label::English (en)": "?"}
            for at in range(2_900)]  # fmt: skip
    page = staged(app, workbook([*QUESTIONS, *rows])).get(BASE)
    assert page.text.count("has characters a name cannot have") == 40
    assert "2899 more of this kind" in page.text.replace(",", "")
    assert len(page.html) < 200_000


@pytest.mark.parametrize("name", [*FILES, "codebook", "remarks.xlsx"])
def test_only_a_coordinator_takes_a_draft_away(app, name):
    draft_survey(cast.alice(), data=workbook(BROKEN))
    Browser(app, cast.vera()).get(f"{BASE}/{name}", status=404)
    Browser(app).get(f"{BASE}/{name}")  # the door to sign in
