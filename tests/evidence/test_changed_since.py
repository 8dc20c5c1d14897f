"""A pinned figure is run again: by how much it changed, or why that cannot be said."""

import pytest

from lipnet.evidence import operations
from lipnet.evidence.comparing import changed_since
from lipnet.evidence.telling import hidden_then, rests_on, said_of
from lipnet.surveys import operations as surveys
from tests import cast
from tests.evidence.scene import SAID, answered_survey, finding
from tests.surveys.manage.answers import NO, answer, settle
from tests.surveys.scene import CHOICES, QUESTIONS, workbook


def counts(document: dict) -> dict:
    return {row["code"]: row["count"] for row in document["rows"]}


def said(pinned) -> str:
    return " ".join(said_of(changed_since(pinned), pinned))


def publish_again(survey, by, questions=QUESTIONS):
    version = surveys.upload_questionnaire(survey, workbook(questions, CHOICES), "b.xlsx", by=by)
    return surveys.publish_version(version, by=by)


def test_the_comparison_tells_whether_the_figure_changed_and_by_how_much(house):
    alice = cast.alice()
    survey = answered_survey(alice)
    pinned = finding(alice, survey=survey)
    assert changed_since(pinned).same
    assert said(pinned) == "The figure is still the same today."
    answer(survey, (10, "en", NO), start=500_000)
    settle(survey)
    today = changed_since(pinned).today
    assert (today["n"], counts(today)) == (70, {"yes": 40, "no": 30})
    assert "Today 10 answers more are counted." in said(pinned)
    assert "“Yes” fell from 67% to 57%" in said(pinned)


def test_a_handful_of_later_answers_is_never_set_beside_the_pinned_figure(house):
    alice = cast.alice()
    survey = answered_survey(alice)
    pinned = finding(alice, survey=survey)
    pinned.figure["threshold"] = 6
    answer(survey, (5, "en", NO), start=500_000)
    settle(survey)
    comparison = changed_since(pinned)
    assert surveys.results_of(survey).question("waited").n == 65
    assert (comparison.state, comparison.today) == ("too_close", None)
    assert "65" not in said(pinned)


def test_beside_an_exact_figure_of_before_twice_as_many_must_have_come(house):
    alice = cast.alice()
    survey = answered_survey(alice)
    pinned = finding(alice, survey=survey)
    pinned.figure["base"] = 7 - pinned.figure.get("base", 1)
    answer(survey, (5, "en", NO), start=500_000)
    settle(survey)
    assert changed_since(pinned).state == "too_close"
    answer(survey, (5, "en", NO), start=600_000)
    settle(survey)
    assert changed_since(pinned).today["n"] == 70


def test_what_may_not_be_shown_today_is_not_shown(house):
    alice = cast.alice()
    pinned = finding(alice, survey=answered_survey(alice))
    type(pinned).update(question="vanished").where(type(pinned).id == pinned.id).execute()
    pinned = type(pinned).get_by_id(pinned.id)
    comparison = changed_since(pinned)
    assert (comparison.state, comparison.today) == ("hidden", None)
    assert "cannot be shown" in said(pinned)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (None, "version 2, which asks the same question"),
        ("Did you have to wait for a class?", "the wording of this question changed"),
        ("", "does not ask this question any more"),
    ],
)
def test_a_later_version_is_named_with_what_became_of_the_question(house, change, sentence):
    alice = cast.alice()
    survey = answered_survey(alice)
    pinned = finding(alice, survey=survey)
    first = {**QUESTIONS[0], "label::English (en)": change}
    questions = QUESTIONS if change is None else [first, *QUESTIONS[1:]] if change else None
    publish_again(survey, alice, questions or QUESTIONS[2:])
    assert sentence in said(pinned)
    assert "still the same" in said(pinned)


def test_a_finding_from_outside_is_not_run_again(house):
    noted = operations.note_outside_finding(SAID, source="Census", by=cast.alice())
    assert changed_since(noted) is None
    assert hidden_then(noted) == ""
    assert rests_on(noted) == "Census"


def test_a_finding_says_of_how_many_and_what_was_hidden_then(house):
    alice = cast.alice()
    pinned = finding(alice, survey=answered_survey(alice))
    assert rests_on(pinned).endswith("60 answers")
    assert hidden_then(pinned).startswith("Nothing")
