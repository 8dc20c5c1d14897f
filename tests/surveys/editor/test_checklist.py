"""Before a survey opens: what keeps it shut, what is better looked at, what is in order."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Question, editing
from lipnet.surveys import operations
from lipnet.surveys.checklist import checks
from lipnet.surveys.counting.models import ResultsLimit
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene
from tests.surveys.editor.scene import whole_of

LONG = (
    "How would you describe, taking everything together, " + "and again " * 12 + "your life here?"
)


@pytest.fixture
def alice(database):
    return cast.alice()


def ready(alice, *items: Question):
    """A survey in English and French that lacks nothing, with more questions."""
    survey = scene.draft_survey(alice)
    today = clock.today()
    operations.schedule_survey(survey, today, today + timedelta(days=9), by=alice)
    version = survey.latest_version
    whole = editing.set_languages(whole_of(version), ["en", "fr"])
    for item in items:
        whole = editing.add(whole, item)
    operations.limit_results(survey, smallest=5, filters=[], by=alice)
    operations.revise_version(version, whole, revision=0, what="question_added",
                              about={"name": ""}, by=alice)  # fmt: skip
    return survey


def told(survey, state):
    return [
        f"{check.title} {check.text}".strip() for check in checks(survey) if check.state == state
    ]


def test_a_survey_in_order_has_nothing_to_do(alice):
    survey = ready(alice)
    assert told(survey, "blocking") == []
    assert told(survey, "advice") == []
    in_order = " ".join(told(survey, "done"))
    for text in ("notice of collection", "It closes at the end of", "fewer than 5 people",
                 "English is complete", "French is complete", "takes about 1 minute"):  # fmt: skip
        assert text in in_order


def test_by_what_tables_are_divided_is_advised_until_it_is_chosen(alice):
    survey = ready(alice)
    not_divided = "The tables are not divided by any question"
    assert any(text.startswith(not_divided) for text in told(survey, "done"))
    ResultsLimit.delete().execute()
    assert [text.startswith(not_divided) for text in told(survey, "advice")] == [True]
    operations.limit_results(survey, smallest=5, filters=["waited"], by=alice)
    assert told(survey, "advice") == []


def test_nothing_is_advised_where_tables_cannot_be_divided(alice):
    survey = scene.draft_survey(alice, data=scene.workbook([scene.QUESTIONS[-1]]))
    version = survey.latest_version
    whole = editing.set_languages(whole_of(version), ["en"])
    operations.revise_version(version, whole, revision=0, what="question_added",
                              about={"name": ""}, by=alice)  # fmt: skip
    assert not any("divided" in text for text in told(survey, "advice"))


def test_what_keeps_a_survey_shut_is_told_apart_from_what_is_better_looked_at(alice):
    survey = ready(alice, Question("why", "text", {"en": LONG}))
    operations.describe_survey(survey, contact="", by=alice)
    assert told(survey, "blocking") == ["Say whom people may ask about their privacy."]
    advice = " ".join(told(survey, "advice"))
    assert "French lacks 1 text." in advice
    assert "Long questions in English" in advice


def test_a_question_that_tells_who_a_person_is_must_be_justified(alice):
    survey = ready(
        alice, Question("mail", "text", {"en": "E-mail", "fr": "Courriel"}, role="identity")
    )
    with pytest.raises(Refusal, match="tells who a person is"):
        operations.open_survey(survey, by=alice)
    operations.justify_identity(survey, {"mail": " To send the results. "}, by=alice)
    assert told(survey, "blocking") == []
    assert "Each is justified." in " ".join(told(survey, "advice"))
    assert operations.open_survey(survey, by=alice).opened_at
    operations.close_survey(survey, by=alice)
    with pytest.raises(Refusal, match="closed"):
        operations.justify_identity(survey, {"mail": ""}, by=alice)


def test_hard_words_and_a_long_survey_are_better_looked_at(alice):
    hard = (
        "Considering institutional accommodations, characterize administrative accessibility "
        "of governmental organizations, notwithstanding intercultural communication."
    )
    many = [Question(f"hard_{n}", "text", {"en": hard, "fr": hard}) for n in range(40)]
    advice = " ".join(told(ready(alice, *many), "advice"))
    assert "school grade" in advice
    assert "(Kandel-Moles)" in advice
    assert "many people give up" in advice


def test_the_opening_page_shows_all_three_and_leads_to_the_pages(app):
    alice = cast.alice()
    mail = Question("mail", "text", {"en": "E-mail"}, role="identity")
    ready(alice, mail)
    browser = Browser(app, alice)
    page = browser.get("/surveys/classes/opening")
    assert "Before people can answer, this is still to do:" in page.text
    assert "Better look at this" in page.text
    assert "In order" in page.text
    link = page.links()["Say why each question that tells who a person is must be asked."]
    page = browser.submit(link, {"reason_0": "To send the results."})
    assert page.path == "/surveys/classes/opening"
    assert "Before people can answer" not in page.text
    assert browser.submit("/surveys/classes/opening").path == "/surveys/classes/share"


def test_without_such_questions_there_is_nothing_to_justify(app):
    alice = cast.alice()
    scene.draft_survey(alice)
    operations.create_survey({"en": "Bare"}, slug="bare", by=alice)
    browser = Browser(app, alice)
    assert "No question is marked" in browser.get("/surveys/classes/identity").text
    browser.get("/surveys/bare/identity", status=404)


def test_an_empty_questionnaire_has_a_checklist_too(alice):
    survey = operations.create_survey({"en": "Bare"}, slug="bare", by=alice)
    operations.begin_revision(survey, by=alice)
    assert len(told(survey, "blocking")) > 3
