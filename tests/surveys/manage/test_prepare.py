"""A survey begins as a draft: described, given days, opened when it is whole, closed."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.surveys import operations, readiness
from lipnet.surveys.models import Survey
from tests import cast
from tests.surveys.scene import draft_survey, open_survey_with, workbook

TITLE = {"en": "Life here", "fr": "La vie ici"}


def test_a_survey_begins_as_a_draft_and_says_who_began_it(database):
    alice = cast.alice()
    survey = operations.create_survey(TITLE, slug="life-here", by=alice)
    assert survey.is_draft
    [event] = history(survey)
    assert (event.code, event.actor_id) == ("surveys.created", alice.id)


@pytest.mark.parametrize(
    "slug", ["", "Life", "life here", "-life", "life_", "vie-été", "new", "a" * 41]
)
def test_a_short_address_is_made_of_small_letters_digits_and_hyphens(database, slug):
    with pytest.raises(Refusal) as no:
        operations.create_survey(TITLE, slug=slug, by=cast.alice())
    assert no.value.field == "slug"


def test_two_surveys_never_share_a_short_address(database):
    alice = cast.alice()
    operations.create_survey(TITLE, slug="life", by=alice)
    with pytest.raises(Refusal, match="short address"):
        operations.create_survey(TITLE, slug="life", by=alice)
    assert Survey.select().count() == 1


def test_an_empty_draft_lacks_everything_a_person_must_be_told(database):
    survey = operations.create_survey({"en": "Life here"}, slug="life", by=cast.alice())
    pages = [missing.page for missing in readiness.missing_before_opening(survey)]
    assert pages == ["describe"] * 4 + ["questionnaire", "schedule"]


def test_a_survey_without_a_french_notice_cannot_be_opened(database):
    alice = cast.alice()
    survey = draft_survey(alice)
    operations.describe_survey(
        survey, collection_notice={"en": "Collected for planning."}, by=alice
    )
    operations.schedule_survey(survey, None, clock.today() + timedelta(days=9), by=alice)
    with pytest.raises(Refusal, match="notice of collection in English and in French"):
        operations.open_survey(survey, by=alice)
    assert Survey.get_by_id(survey.id).is_draft
    assert survey.latest_version.published_at is None


def test_a_survey_without_a_questionnaire_cannot_be_opened(database):
    alice = cast.alice()
    survey = draft_survey(alice)
    survey.versions.get().delete_instance()
    operations.schedule_survey(survey, None, clock.today(), by=alice)
    with pytest.raises(Refusal, match="Upload the questionnaire"):
        operations.open_survey(survey, by=alice)


def test_opening_publishes_the_latest_version_and_begins_today(database):
    alice = cast.alice()
    survey = draft_survey(alice)
    operations.upload_questionnaire(survey, workbook(), "again.xlsx", by=alice)
    operations.schedule_survey(survey, None, clock.today() + timedelta(days=9), by=alice)
    operations.open_survey(survey, by=alice)
    survey = Survey.get_by_id(survey.id)
    assert survey.is_open
    assert survey.opens_on == clock.today()
    assert survey.published_version.number == 2
    with pytest.raises(Refusal, match="already been opened"):
        operations.open_survey(survey, by=alice)


def test_a_survey_opened_ahead_of_its_first_day_waits_for_it(database):
    alice = cast.alice()
    survey = draft_survey(alice)
    first = clock.today() + timedelta(days=3)
    operations.schedule_survey(survey, first, first + timedelta(days=5), by=alice)
    operations.open_survey(survey, by=alice)
    assert survey.is_awaited
    with clock.at(first):
        assert survey.is_open


def test_the_last_day_is_not_before_the_first_and_not_in_the_past(database):
    alice, today = cast.alice(), clock.today()
    survey = draft_survey(alice)
    with pytest.raises(Refusal, match="before the first"):
        operations.schedule_survey(survey, today, today - timedelta(days=1), by=alice)
    with pytest.raises(Refusal, match="has passed"):
        operations.schedule_survey(survey, None, today - timedelta(days=1), by=alice)


def test_the_last_day_of_an_open_survey_can_move_and_the_first_cannot(database):
    alice, today = cast.alice(), clock.today()
    survey = open_survey_with(alice)
    operations.schedule_survey(survey, today, today + timedelta(days=60), by=alice)
    assert Survey.get_by_id(survey.id).closes_on == today + timedelta(days=60)
    with pytest.raises(Refusal, match="can no longer be moved"):
        operations.schedule_survey(
            survey, today + timedelta(days=1), today + timedelta(days=60), by=alice
        )


def test_what_people_have_read_does_not_change_once_the_survey_is_open(database):
    alice = cast.alice()
    survey = open_survey_with(alice)
    with pytest.raises(Refusal, match="has been opened"):
        operations.describe_survey(survey, title={"en": "Another"}, by=alice)


def test_a_survey_is_closed_once_and_then_takes_nothing_new(database):
    alice = cast.alice()
    survey = open_survey_with(alice)
    operations.close_survey(survey, by=alice)
    assert Survey.get_by_id(survey.id).is_closed
    with pytest.raises(Refusal, match="already closed"):
        operations.close_survey(survey, by=alice)
    with pytest.raises(Refusal, match="has closed"):
        operations.upload_questionnaire(survey, workbook(), "late.xlsx", by=alice)
    with pytest.raises(Refusal, match="has closed"):
        operations.schedule_survey(survey, None, clock.today(), by=alice)


def test_a_draft_cannot_be_closed(database):
    alice = cast.alice()
    with pytest.raises(Refusal, match="never opened"):
        operations.close_survey(draft_survey(alice), by=alice)


def test_a_new_version_is_answered_only_once_it_is_published(database):
    alice = cast.alice()
    survey = open_survey_with(alice)
    second = operations.upload_questionnaire(survey, workbook(), "second.xlsx", by=alice)
    assert survey.published_version.number == 1
    operations.publish_version(second, by=alice)
    assert survey.published_version.number == 2
    with pytest.raises(Refusal, match="already published"):
        operations.publish_version(second, by=alice)


def test_only_the_newest_version_of_an_open_survey_can_be_published(database):
    alice = cast.alice()
    with pytest.raises(Refusal, match="Only an open survey"):
        operations.publish_version(draft_survey(alice, slug="draft").latest_version, by=alice)
    survey = open_survey_with(alice)
    second = operations.upload_questionnaire(survey, workbook(), "second.xlsx", by=alice)
    operations.upload_questionnaire(survey, workbook(), "third.xlsx", by=alice)
    with pytest.raises(Refusal, match="newer version"):
        operations.publish_version(second, by=alice)
