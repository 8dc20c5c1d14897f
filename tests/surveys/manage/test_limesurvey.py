"""A survey of LimeSurvey is uploaded on the same page as a workbook, and its file is kept."""

from lipnet.core import files
from lipnet.surveys import operations
from lipnet.surveys.models import SurveyVersion, WaitingResponse
from lipnet.surveys.workshop.operations import offer_language
from tests import cast
from tests.browsing import Browser
from tests.questionnaire.limesurvey_files import lss, question
from tests.surveys.manage.test_upload import upload
from tests.surveys.respond.test_answering_pages import go
from tests.surveys.scene import draft_survey, open_survey_with

ANSWERS = [("A1", {"en": "Good", "xx": "Ihi"}), ("A2", {"en": "Bad", "xx": "Aai"})]
SURVEY = lss(
    [
        question("Q1", "L", {"en": "How are you?", "xx": "Kamay?"}, answers=ANSWERS, other="Y"),
        question("Q2", "F", {"en": "And these?"}, rows=[("SQ001", "Bus")], answers=ANSWERS),
        question("Q3", "S", {"en": "Why?"}, relevance="strpos(Q1, 'x') > 1"),
    ],
    languages=("en", "xx"),
)
ROWS = [("SQ001", {"en": "Bus", "ar": "الحافلة"}), ("SQ002", {"en": "Car", "ar": "السيارة"})]
EVERY_KIND = lss(
    [
        question(
            f"Q{place}",
            kind,
            {"en": "How?", "ar": "كيف؟"},
            rows=ROWS,
            columns=ROWS,
            answers=[*ROWS, ("A1", {"en": "Often"}, "1")],
            other="Y",
        )
        for place, kind in enumerate("STUQNKDX*YG5L!OMPRABCEFH1:;I|", 1)
    ],
    languages=("en", "ar"),
    wording={"surveyls_welcometext": {"en": "Welcome", "ar": "أهلًا"}},
)


def test_a_survey_becomes_the_next_version_and_its_file_is_kept(database):
    alice = cast.alice()
    survey = draft_survey(alice)
    version = operations.upload_questionnaire(survey, SURVEY, "survey.lss", by=alice)
    assert (version.number, version.findings["outcome"]) == (2, "findings")
    kept = SurveyVersion.get_by_id(version.id).file
    assert (files.read(kept), kept.media_type) == (SURVEY, "application/xml")


def test_the_version_page_lists_what_was_not_taken_in_its_own_words(app):
    browser = Browser(app, alice := cast.alice())
    draft_survey(alice)
    page = upload(browser, "classes", SURVEY, "survey.lss")
    assert page.heading == "Version 2"
    for words in ("questions!Q3", "strpos(Q1, 'x') > 1", "docs/expressions.md"):
        assert words in page.text
    page = browser.get("/surveys/classes/versions/2/preview")
    assert "How are you?" in page.text


def test_a_language_of_limesurvey_is_corrected_by_a_person(app):
    browser = Browser(app, alice := cast.alice())
    survey = draft_survey(alice)
    page = upload(browser, "classes", SURVEY, "survey.lss")
    assert "xx" in page.text
    page = browser.submit("/surveys/classes/versions/2/languages", {"language_1": "ti"})
    assert "Tigrinya" in page.text
    assert survey.latest_version.document["languages"] == ["en", "ti"]
    upload(browser, "classes", SURVEY + b"\n", "again.lss")
    assert survey.latest_version.document["languages"] == ["en", "ti"]


def test_one_group_is_refused_with_what_to_export_instead(app):
    browser = Browser(app, alice := cast.alice())
    draft_survey(alice)
    group = lss([question("Q1", "S")], kind="Group")
    page = upload(browser, "classes", group, "group.lsg", status=422)
    assert "holds one group of questions" in page.text
    assert "Export the whole survey" in page.text
    assert SurveyVersion.select().count() == 1


def unanswered(page) -> dict[str, str]:
    """The buttons that say "no answer" send nothing."""
    fields = page.fields()
    return {name.removeprefix("q-"): "" for name, sent in fields.items() if sent == ["on"]}


def test_every_kind_of_question_is_previewed_and_answered(app):
    browser = Browser(app, alice := cast.alice())
    survey = open_survey_with(alice, data=EVERY_KIND)
    offer_language(survey.published_version, "ar", by=alice)
    page = browser.get("/surveys/classes/versions/1/preview?in=ar")
    assert "كيف؟" in page.text
    newcomer = Browser(app)
    page = newcomer.submit("/s/classes/ar")
    assert "أهلًا" in page.text
    seen = set()
    while "page" in page.fields() and page.fields()["page"] != "review":
        seen |= {name.partition("_")[0] for name in page.fields() if name.startswith("q-")}
        page = go(newcomer, page, **unanswered(page))
    assert seen >= {"q-Q4", "q-Q5", "q-Q18", "q-Q19", "q-Q25", "q-Q27"}
    go(newcomer, page, "send")
    assert WaitingResponse.get().language == "ar"
