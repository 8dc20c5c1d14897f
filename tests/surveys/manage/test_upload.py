"""A workbook is read whole, with findings, or refused; nothing kept is ever lost by it."""

import io
import re
import zipfile
from pathlib import Path

import pytest

import lipnet.sheets
from lipnet.core import files
from lipnet.core.refusals import Refusal
from lipnet.questionnaire.codes import FINDING_CODES
from lipnet.surveys import operations
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.rule_words import UNREADABLE_WORDS
from lipnet.surveys.uploads import QuestionnaireRefused, read_upload
from lipnet.surveys.words import WORDS, by_severity, told_finding
from tests import cast
from tests.browsing import Browser
from tests.surveys.scene import CHOICES, QUESTIONS, draft_survey, open_survey_with, workbook

SHEETS = Path(lipnet.sheets.__file__).parent
NOT_A_WORKBOOK = b"%PDF-1.7 not a questionnaire"
BROKEN = [
    *QUESTIONS,
    {"type": "geopoint", "name": "home", "label::English (en)": "Where do you live?"},
    {"type": "select_one nowhere", "name": "lost", "label::English (en)": "Which?"},
    {"type": "text", "name": "why", "label::English (en)": "Why?", "relevant": "${nobody} = 1"},
]


def bomb() -> bytes:
    """A small archive that says it unpacks to 200 MB."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 200_000_000)
    return file.getvalue()


def upload(browser, slug: str, data: bytes, name: str, status: int = 200):
    return browser.post(
        f"/surveys/{slug}/questionnaire",
        {
            **browser.get(f"/surveys/{slug}/questionnaire").fields(),
            "workbook": (io.BytesIO(data), name),
        },
        status=status,
    )


def test_every_code_of_the_engine_has_a_sentence_for_what_is_wrong_and_what_to_do():
    assert set(WORDS) == set(FINDING_CODES) - {"unreadable"}
    for code, (wrong, instead) in WORDS.items():
        places = dict.fromkeys(FINDING_CODES[code], "…")
        if "tag" in places:
            places["language"] = places.pop("tag")
        for sentence in (wrong, instead):
            told = str(sentence) % places
            assert told.endswith((".", '".')), (code, told)


def test_every_reason_a_file_cannot_be_read_has_its_sentences():
    sources = "".join(path.read_text("utf-8") for path in SHEETS.glob("*.py"))
    reasons = set(re.findall(r'(?:Unreadable|_refusal)\(\s*"(\w+)"', sources))
    assert reasons == set(UNREADABLE_WORDS)


def test_a_good_workbook_becomes_the_next_version_and_its_file_is_kept(database):
    alice = cast.alice()
    survey = draft_survey(alice)
    data = workbook(title="Second")
    version = operations.upload_questionnaire(survey, data, "second.xlsx", by=alice)
    assert (version.number, version.findings["outcome"]) == (2, "whole")
    assert files.read(SurveyVersion.get_by_id(version.id).file) == data


def test_a_workbook_with_faults_is_kept_with_every_finding_and_its_cell(database):
    alice = cast.alice()
    survey = draft_survey(alice)
    version = operations.upload_questionnaire(survey, workbook(BROKEN), "b.xlsx", by=alice)
    found = {(f["sheet"], f["cell"], f["code"]) for f in version.findings["listed"]}
    assert ("survey", "A6", "type_location") in found
    assert ("survey", "A7", "list_unknown") in found
    assert any(code == "rule_unknown_name" for _, _, code in found)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (NOT_A_WORKBOOK, "not a workbook"),
        (b"PK\x03\x04 damaged", "not a workbook"),
        (bomb(), "unpack"),
        (b"x" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
        (b"name,label\nq1,Hello?\n", "no column called type"),
        (b"type,name,label\nnonsense,q1,Hello?\n", "No question could be read"),
    ],
    ids=["empty", "pdf", "damaged", "bomb", "huge", "no type", "no question"],
)
def test_a_file_that_is_no_questionnaire_is_refused_with_a_reason_and_changes_nothing(
    sqlite, data, reason
):
    alice = cast.alice()
    survey = draft_survey(alice)
    with pytest.raises(QuestionnaireRefused) as no:
        operations.upload_questionnaire(survey, data, "survey.xlsx", by=alice)
    assert reason in " ".join(told_finding(finding).wrong for finding in no.value.findings)
    assert survey.latest_version.number == 1


def test_the_refusal_page_lists_what_is_wrong_and_what_was_there_stays(app):
    browser = Browser(app, alice := cast.alice())
    draft_survey(alice)
    page = upload(browser, "classes", NOT_A_WORKBOOK, "report.xlsx", status=422)
    assert "not a workbook" in page.text
    assert "Save the questionnaire as .xlsx" in page.text
    assert "Version 1" in page.text
    assert SurveyVersion.select().count() == 1


def test_a_file_the_server_does_not_even_take_in_gets_a_kind_page(app):
    browser = Browser(app, alice := cast.alice())
    draft_survey(alice)
    page = upload(browser, "classes", b"x" * 13_000_000, "huge.xlsx", status=413)
    assert page.heading
    assert SurveyVersion.select().count() == 1


def test_a_page_without_a_file_asks_for_one(app):
    browser = Browser(app, alice := cast.alice())
    draft_survey(alice)
    page = browser.submit("/surveys/classes/questionnaire")
    assert "Choose a file first" in page.text


def test_a_csv_under_a_wrong_name_is_read_by_its_content(app):
    browser = Browser(app, alice := cast.alice())
    draft_survey(alice)
    data = b"type,name,label\ntext,q1,How are you?\n"
    page = upload(browser, "classes", data, "questions.xlsx")
    assert page.heading == "Version 2"


def test_the_version_page_tells_each_finding_with_its_cell_and_a_fix(app):
    browser = Browser(app, alice := cast.alice())
    draft_survey(alice)
    page = upload(browser, "classes", workbook(BROKEN), "broken.xlsx")
    assert page.heading == "Version 2"
    for words in ("survey!A6", "first three characters of the postal code", "survey!A7", "nowhere"):
        assert words in page.text


def test_the_findings_are_grouped_by_how_severe_they_are():
    groups = by_severity(read_upload(workbook(BROKEN), "b.xlsx").findings)
    assert [group.severity for group in groups] == ["error", "notice"]
    assert all(found.wrong and found.instead for group in groups for found in group.findings)


def test_a_language_the_headings_name_oddly_is_corrected_by_a_person(app):
    browser = Browser(app, alice := cast.alice())
    survey = draft_survey(alice)
    odd = b"type,name,label::English,label::Our tongue\ntext,q1,How are you?,Selam?\n"
    page = upload(browser, "classes", odd, "odd.csv")
    assert "Our tongue" in page.text
    page = browser.submit("/surveys/classes/versions/2/languages", {"language_1": "ti"})
    assert "Tigrinya" in page.text
    assert survey.latest_version.document["languages"] == ["en", "ti"]
    upload(browser, "classes", odd, "odd-again.csv")
    assert survey.latest_version.document["languages"] == ["en", "ti"]


def test_the_languages_of_a_published_version_do_not_change(database):
    alice = cast.alice()
    version = open_survey_with(alice).published_version
    with pytest.raises(Refusal, match="published"):
        operations.name_languages(version, {"English (en)": "fr"}, by=alice)


def test_the_preview_shows_every_question_in_every_language_with_its_rules(app):
    browser = Browser(app, alice := cast.alice())
    draft_survey(alice)
    page = browser.get("/surveys/classes/versions/1/preview?in=ar")
    for cell in ("هل انتظرت صفًا لتعلّم اللغة؟", "مشيًا", "${waited} = 'yes'", ". <= 60"):
        assert cell in page.text
    block = next(e for e in page.all("div") if e["lang"] == "ar")
    assert block["dir"] == "rtl"
    browser.get("/surveys/classes/versions/1/preview?in=xx", status=404)


def test_the_preview_marks_what_is_not_translated(app):
    browser = Browser(app, alice := cast.alice())
    lacking = [{k: v for k, v in QUESTIONS[3].items() if "Français" not in k}]
    draft_survey(alice, data=workbook([QUESTIONS[0], *lacking], CHOICES))
    page = browser.get("/surveys/classes/versions/1/preview?in=fr")
    assert "not translated" in page.text
    assert "1 item is not complete" in page.text
