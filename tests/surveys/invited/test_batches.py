"""Who has answered is shown for groups, never so that growing results could be subtracted."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.surveys import jobs
from lipnet.surveys import operations as surveys
from lipnet.surveys.invited import ledger
from lipnet.surveys.invited.models import SpentInvitation
from lipnet.surveys.models import Response
from tests import cast
from tests.surveys.invited import scene


@pytest.fixture
def alice(database):
    return cast.alice()


def shown(survey) -> int:
    return len(ledger.who_answered(survey, shown_only=True))


def some_answer(survey, first: int, last: int) -> None:
    for person in scene.on_list(survey)[first:last]:
        scene.answer(survey, person)


def when_over(survey):
    return clock.at(clock.now() + timedelta(days=32))


def test_fewer_than_five_are_not_marked(alice):
    survey = scene.invited_survey(alice, 20)
    some_answer(survey, 0, 4)
    surveys.settle_responses(survey)
    assert shown(survey) == 0
    some_answer(survey, 4, 5)
    surveys.settle_responses(survey)
    assert shown(survey) == 5


def test_the_names_shown_are_those_who_answered(alice):
    survey = scene.invited_survey(alice, 20)
    some_answer(survey, 3, 9)
    surveys.settle_responses(survey)
    ids = {person.id for person in scene.on_list(survey)[3:9]}
    assert ledger.who_answered(survey, shown_only=True) == ids


def test_marks_wait_while_fewer_than_five_would_stay_unmarked(alice):
    survey = scene.invited_survey(alice, 9)
    some_answer(survey, 0, 5)
    surveys.settle_responses(survey)
    assert Response.select().count() == 5
    assert shown(survey) == 0
    some_answer(survey, 5, 9)
    with when_over(survey):
        surveys.settle_responses(survey)
        assert shown(survey) == 9


def test_the_last_few_are_never_marked(alice):
    survey = scene.invited_survey(alice, 20)
    some_answer(survey, 0, 8)
    surveys.settle_responses(survey)
    some_answer(survey, 8, 11)
    with when_over(survey):
        surveys.settle_responses(survey)
        assert Response.select().count() == 11
        assert shown(survey) == 8


def test_the_clock_shows_marks_that_waited_for_the_end(alice, database):
    survey = scene.invited_survey(alice, 9)
    some_answer(survey, 0, 6)
    jobs.settle(database)
    assert shown(survey) == 0
    with when_over(survey):
        jobs.settle(database)
        assert shown(survey) == 6


def test_a_greater_smallest_group_is_kept_to(alice):
    survey = scene.invited_survey(alice, 30)
    some_answer(survey, 0, 7)
    surveys.settle_responses(survey, least=8)
    assert shown(survey) == 0
    assert SpentInvitation.select().count() == 7
