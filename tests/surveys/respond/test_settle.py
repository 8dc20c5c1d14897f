"""Settling: the inbox moves among the responses in batches, and is counted."""

from datetime import datetime, time, timedelta

import pytest

from lipnet.core import clock
from lipnet.surveys import jobs, operations
from lipnet.surveys.counting import exact
from lipnet.surveys.models import Response, WaitingResponse
from tests import cast
from tests.surveys import scene


@pytest.fixture
def survey(database):
    return scene.open_survey_with(cast.alice())


def test_fewer_than_the_smallest_batch_wait(survey):
    for number in range(4):
        scene.respond(survey, number)
    assert operations.settle_responses(survey) == 0
    assert WaitingResponse.select().count() == 4


def test_a_batch_moves_whole_and_is_counted(survey):
    for number in range(6):
        scene.respond(survey, number, "ar" if number % 2 else "en")
    assert operations.settle_responses(survey) == 6
    assert WaitingResponse.select().count() == 0
    assert Response.select().count() == 6
    counted = exact.frequencies(survey.published_version)
    assert counted.responses == 6
    assert counted["waited"].values["yes"] == 6
    assert counted["@language"].values["ar"] == 3


def test_a_second_batch_is_added_to_the_first(survey):
    for batch in range(2):
        for number in range(5):
            scene.respond(survey, 10 * batch + number)
        operations.settle_responses(survey)
    assert exact.responses(survey.published_version) == 10


def test_what_is_left_settles_once_the_survey_and_its_hours_of_grace_are_over(survey):
    scene.respond(survey, 1)
    midnight = datetime.combine(
        survey.closes_on + timedelta(days=1), time(), tzinfo=clock.local_zone()
    )
    with clock.at(midnight + timedelta(hours=1)):
        assert operations.settle_responses(survey) == 0
    with clock.at(midnight + timedelta(hours=3)):
        assert operations.settle_responses(survey) == 1


def test_answers_to_an_earlier_version_are_counted_with_that_version(survey):
    alice = cast.person("Ada Coordinates", "coordinator")
    before = survey.published_version
    for number in range(5):
        scene.respond(survey, number)
    version = operations.upload_questionnaire(survey, scene.workbook(), "again.xlsx", by=alice)
    operations.publish_version(version, by=alice)
    for number in range(5, 11):
        scene.respond(survey, number)
    operations.settle_responses(survey)
    assert (exact.responses(before), exact.responses(version)) == (5, 6)


def test_the_counts_of_no_version_grow_by_fewer_than_a_batch(survey):
    alice = cast.person("Ada Coordinates", "coordinator")
    for number in range(5):
        scene.respond(survey, number)
    operations.settle_responses(survey)
    before = survey.published_version
    version = operations.upload_questionnaire(survey, scene.workbook(), "again.xlsx", by=alice)
    operations.publish_version(version, by=alice)
    scene.respond(before, 5)  # who had begun with the version before
    for number in range(6, 10):
        scene.respond(survey, number)
    assert operations.settle_responses(survey) == 0
    scene.respond(survey, 10)
    assert operations.settle_responses(survey) == 5
    assert WaitingResponse.get().version == before


def test_the_job_settles_every_survey_and_leaves_small_inboxes_alone(database):
    alice = cast.alice()
    full, small = (scene.open_survey_with(alice, slug=slug) for slug in ("full", "small"))
    for number in range(database.privacy.small_cell):
        scene.respond(full, number)
    scene.respond(small, 99)
    jobs.settle(database)
    assert Response.select().count() == database.privacy.small_cell
    assert WaitingResponse.get().version.survey == small
