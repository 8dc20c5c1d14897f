"""Taking an answer back by its phrase."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.surveys import operations
from lipnet.surveys.counting import exact
from lipnet.surveys.models import Response, WaitingResponse, Withdrawn
from lipnet.surveys.retention import jobs
from tests import cast
from tests.surveys import scene


@pytest.fixture
def survey(database):
    return scene.open_survey_with(cast.alice())


def settled_with_phrase(survey, others: int = 5) -> str:
    phrase = scene.respond(survey, 100, phrase=True).phrase
    for number in range(others):
        scene.respond(survey, number)
    operations.settle_responses(survey)
    return phrase


def test_a_phrase_has_16_digits_and_is_stored_only_as_a_keyed_hash(survey):
    phrase = scene.respond(survey, 1, phrase=True).phrase
    row = WaitingResponse.get()
    assert len(phrase) == 16
    assert phrase.isdecimal()
    assert phrase not in str(row.__data__)
    assert len(row.withdrawal_hash) == 64


def test_an_answer_still_waiting_can_be_withdrawn(survey):
    phrase = scene.respond(survey, 1, phrase=True).phrase
    assert operations.withdraw_response(survey, phrase)
    assert WaitingResponse.select().count() == 0


def test_a_settled_answer_is_deleted_and_no_longer_counted(survey):
    phrase = settled_with_phrase(survey)
    assert exact.responses(survey.published_version) == 6
    assert operations.withdraw_response(survey, phrase)
    assert Response.select().count() == 5
    assert exact.responses(survey.published_version) == 5


def test_digits_of_any_script_and_any_spaces_are_understood(survey):
    phrase = settled_with_phrase(survey)
    arabic = phrase.translate({ord(str(n)): chr(0x660 + n) for n in range(10)})
    spaced = "  ".join(arabic[i : i + 4] for i in range(0, 16, 4))
    assert operations.withdraw_response(survey, spaced)


def test_a_phrase_nobody_has_finds_nothing(survey):
    settled_with_phrase(survey)
    assert not operations.withdraw_response(survey, "0000 0000 0000 0000")
    assert Response.select().count() == 6


@pytest.mark.parametrize("phrase", ["", "1234", "12345678901234567", "no digits"])
def test_a_phrase_of_another_length_is_refused_with_what_to_do(survey, phrase):
    with pytest.raises(Refusal) as refused:
        operations.withdraw_response(survey, phrase)
    assert refused.value.field == "phrase"


def test_the_phrase_of_another_survey_withdraws_nothing(survey):
    phrase = settled_with_phrase(survey)
    other = scene.open_survey_with(cast.person("Ada", "coordinator"), slug="other")
    assert not operations.withdraw_response(other, phrase)


def test_a_withdrawn_answer_does_not_come_back_when_its_page_is_sent_again(survey):
    phrase = scene.respond(survey, 1, phrase=True).phrase
    operations.withdraw_response(survey, phrase)
    with pytest.raises(Refusal):
        scene.respond(survey, 1, phrase=True)
    assert WaitingResponse.select().count() == 0


def test_withdrawing_leaves_no_event(survey):
    phrase = settled_with_phrase(survey)
    before = Event.select().count()
    operations.withdraw_response(survey, phrase)
    assert Event.select().count() == before


def test_phrases_are_erased_when_their_time_is_over_and_not_before(survey, database):
    phrase = settled_with_phrase(survey)
    days = database.privacy.withdrawal_days
    with clock.at(survey.closes_on + timedelta(days=days - 1)):
        jobs.carry_out(database)
        assert Response.select().where(Response.withdrawal_hash.is_null(False)).exists()
    with clock.at(survey.closes_on + timedelta(days=days + 3)):
        jobs.carry_out(database)
        assert not Response.select().where(Response.withdrawal_hash.is_null(False)).exists()
        assert not operations.withdraw_response(survey, phrase)
        before = Event.select().count()
        jobs.carry_out(database)
        assert Event.select().count() == before
    assert Response.select().count() == 6
    assert Withdrawn.select().count() == 0
