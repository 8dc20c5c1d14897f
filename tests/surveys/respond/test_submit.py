"""Sending answers: checked, stored once, with nothing that says who or when."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.surveys import operations
from lipnet.surveys.models import Response, WaitingResponse
from tests import cast
from tests.surveys import scene


@pytest.fixture
def survey(database):
    return scene.open_survey_with(cast.alice())


def kept():
    return [row.answers for row in WaitingResponse.select()]


def test_answers_are_kept_as_values_with_the_day_the_language_and_the_mode(survey):
    scene.respond(survey, 1, "ar")
    row = WaitingResponse.get()
    assert row.answers == {
        "waited": "yes",
        "months": 4,
        "ways": ["bus"],
        "wish": "An evening class",
    }
    assert (row.day, row.language, row.mode) == (clock.today(), "ar", "web")
    assert row.withdrawal_hash is None


def test_a_question_seen_and_left_blank_is_told_from_one_that_was_not_asked(survey):
    scene.respond(survey, 1, waited="no")
    assert kept() == [{"waited": "no", "ways": None, "wish": None}]


def test_sending_leaves_no_event(survey):
    before = Event.select().count()
    scene.respond(survey, 1, phrase=True)
    operations.settle_responses(survey, least=1)
    assert Event.select().count() == before


def test_one_submission_sent_twice_is_one_response_with_one_receipt(survey):
    first = scene.respond(survey, 1, phrase=True)
    assert scene.respond(survey, 1, phrase=True) == first
    assert len(kept()) == 1


def test_a_submission_sent_again_after_it_was_settled_is_still_one_response(survey):
    first = scene.respond(survey, 1, phrase=True)
    operations.settle_responses(survey, least=1)
    assert scene.respond(survey, 1, phrase=True) == first
    assert kept() == []
    assert Response.select().count() == 1


def test_two_people_who_answer_alike_are_two_responses(survey):
    scene.respond(survey, 1)
    scene.respond(survey, 2)
    assert kept() == [kept()[0]] * 2


def test_the_receipt_is_the_same_for_everybody_who_asked_for_no_phrase(survey):
    assert scene.respond(survey, 1) == scene.respond(survey, 2)


def test_the_server_checks_what_a_browser_may_not_have_checked(survey):
    with pytest.raises(operations.AnswersRefused) as refused:
        scene.respond(survey, 1, waited="yes", months="99", ways=["boat"])
    assert {(p.name, p.code) for p in refused.value.problems} == {
        ("months", "constraint"),
        ("ways", "not_a_choice"),
    }
    assert kept() == []


def test_no_rule_can_write_the_hour_into_an_answer(database):
    from lipnet.surveys import carrying

    carried = carrying.begin(1)
    assert carried.moment.datetime.hour == 12
    assert carried.moment.date == clock.today()


def test_a_survey_takes_no_answers_before_its_first_day(database):
    alice = cast.alice()
    survey = scene.draft_survey(alice)
    tomorrow = clock.today() + timedelta(days=1)
    operations.schedule_survey(survey, tomorrow, tomorrow, by=alice)
    operations.open_survey(survey, by=alice)
    with pytest.raises(operations.NotOpen):
        scene.respond(survey, 1)


def test_a_closed_survey_takes_answers_for_two_hours_from_who_had_begun(survey):
    began = clock.now() - timedelta(minutes=20)
    operations.close_survey(survey, by=cast.bob())
    ended = clock.now()
    with clock.at(ended + timedelta(minutes=119)):
        send(survey, 1, began)
        with pytest.raises(operations.NotOpen):
            send(survey, 2, began=clock.now())
    with clock.at(ended + timedelta(minutes=121)), pytest.raises(operations.NotOpen):
        send(survey, 3, began)
    assert len(kept()) == 1


def test_a_receipt_can_be_fetched_again_when_the_survey_has_long_closed(survey):
    first = scene.respond(survey, 1, phrase=True)
    with clock.at(clock.now() + timedelta(days=200)):
        assert scene.respond(survey, 1) == first


def test_a_survey_that_ends_by_its_date_ends_when_that_day_is_over(survey):
    with clock.at(survey.closes_on):
        assert survey.is_open
    with clock.at(survey.closes_on + timedelta(days=1)):
        assert survey.is_closed
        assert survey.ended_at.astimezone(clock.local_zone()).hour == 0
        with pytest.raises(Refusal):
            scene.respond(survey, 1)


def send(survey, number: int, began):
    return operations.submit_response(
        survey.published_version,
        submission_id=f"{number:032x}",
        answers=scene.ANSWERS,
        language="en",
        moment=scene.moment(),
        began=began,
    )


def test_answers_that_rest_on_each_other_are_checked_whatever_is_said_of_them(survey):
    with pytest.raises(operations.AnswersRefused):
        operations.submit_response(
            survey.published_version,
            submission_id="0" * 32,
            answers={"waited": "yes", "months": "lots"},
            language="en",
            moment=scene.moment(),
            sound=True,
        )
    assert kept() == []
