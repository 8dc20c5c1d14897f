"""How long data are kept: set before the opening, read by people, later only shortened."""

from datetime import timedelta

import pytest

from lipnet.core.config import Privacy
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.surveys import operations as surveys
from lipnet.surveys.retention import operations, rules
from lipnet.surveys.retention.models import RetentionRule
from lipnet.surveys.sent_files import switch
from tests import cast
from tests.surveys import scene
from tests.surveys.invited import scene as invited
from tests.surveys.sent_files import scene as sent_files

USUAL = {"answers": 1826, "free_text": 730, "files": 365, "phrases": 60, "contacts": 60}


@pytest.fixture
def alice(database):
    return cast.alice()


@pytest.fixture
def files_allowed():
    switch.allow(True)
    yield
    switch.allow(False)


def days_of(survey) -> dict[str, int | None]:
    return {what: rule.days for what, rule in rules.rules_of(survey).items()}


def test_a_draft_has_the_usual_times(alice):
    assert days_of(scene.draft_survey(alice)) == USUAL


def test_the_coordinator_sets_other_times_before_opening(alice):
    survey = scene.draft_survey(alice)
    operations.set_retention(survey, {"free_text": 90, "answers": None}, by=alice)
    assert days_of(survey) == {**USUAL, "free_text": 90, "answers": None}
    assert Event.select().where(Event.code == operations.SET).count() == 1


def test_opening_writes_them_down_so_that_the_operator_cannot_change_what_was_read(alice):
    survey = scene.open_survey_with(alice)
    rules.use_privacy(Privacy(withdrawal_days=5))
    try:
        assert days_of(survey) == USUAL
        assert days_of(scene.draft_survey(alice, slug="other"))["phrases"] == 5
    finally:
        rules.use_privacy(Privacy())


def test_a_survey_opened_before_there_were_rules_promised_only_phrases_and_lists(alice):
    survey = scene.open_survey_with(alice)
    RetentionRule.delete().execute()
    nothing = dict.fromkeys(USUAL)
    assert days_of(survey) == {**nothing, "phrases": 60, "contacts": 60}
    operations.set_retention(survey, {"free_text": 30, "answers": None}, by=alice)
    assert days_of(survey)["free_text"] == 30


def test_once_open_a_time_is_only_shortened(alice):
    survey = scene.open_survey_with(alice)
    operations.set_retention(survey, {"free_text": 100}, by=alice)
    for longer in ({"free_text": 101}, {"answers": None}, {"answers": 1827}):
        with pytest.raises(Refusal, match="only be shortened") as refused:
            operations.set_retention(survey, longer, by=alice)
        assert refused.value.field in longer
    assert days_of(survey)["free_text"] == 100


@pytest.mark.parametrize("days", [59, 61, None])
def test_once_open_the_time_for_withdrawing_does_not_change_at_all(alice, days):
    with pytest.raises(Refusal):
        operations.set_retention(scene.open_survey_with(alice), {"phrases": days}, by=alice)


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_a_time_is_between_a_day_and_ten_years(alice, days):
    with pytest.raises(Refusal, match="between 1 and 3650"):
        operations.set_retention(scene.draft_survey(alice), {"files": days}, by=alice)


def test_only_single_answers_may_be_kept_for_good(alice):
    with pytest.raises(Refusal, match="after how many days"):
        operations.set_retention(scene.draft_survey(alice), {"free_text": None}, by=alice)


def test_answers_are_kept_as_long_as_they_can_be_withdrawn(alice):
    with pytest.raises(Refusal, match="at least as long") as refused:
        operations.set_retention(scene.draft_survey(alice), {"answers": 59}, by=alice)
    assert refused.value.field == "answers"


def test_a_survey_asked_again_keeps_the_times_of_the_one_before(alice):
    former = scene.draft_survey(alice)
    operations.set_retention(former, {"free_text": 90}, by=alice)
    scene.opened(former, by=alice)
    again = surveys.ask_again(former, {"en": "Again", "fr": "Encore"}, slug="again", by=alice)
    assert days_of(again) == {**USUAL, "free_text": 90}


def test_only_what_a_survey_collects_is_asked_about(alice, files_allowed):
    assert rules.concerned(scene.draft_survey(alice)) == ("answers", "free_text", "phrases")
    assert "files" in rules.concerned(scene.draft_survey(alice, slug="f", data=sent_files.asking()))
    assert "contacts" in rules.concerned(invited.draft_by_invitation(alice))


def test_each_promise_names_the_last_day_and_when_it_has_left_the_backups(alice):
    survey = scene.open_survey_with(alice)
    text = next(each for each in rules.promises(survey) if each.what == "free_text")
    assert text.until == survey.closes_on + timedelta(days=730)
    assert text.left_backups == text.until + timedelta(days=36)
