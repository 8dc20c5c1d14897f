"""Keeping unfinished answers, opening them, forgetting them, erasing them in time."""

from datetime import timedelta

import pytest

from lipnet.core import clock, secrets
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.surveys import jobs, operations
from lipnet.surveys.later import operations as later
from lipnet.surveys.later import sealing
from lipnet.surveys.later.models import SavedAnswers
from lipnet.surveys.later.sealing import opened
from lipnet.surveys.models import Response, WaitingResponse
from tests import cast
from tests.surveys import scene
from tests.surveys.later.scene import ANSWERS, LINK, PHRASE, draft_of, save


@pytest.fixture
def survey(database):
    return scene.open_survey_with(cast.alice())


def test_what_was_saved_opens_with_its_link_and_its_phrase(survey):
    assert save(survey) == clock.today() + timedelta(days=14)
    draft = opened(survey, LINK, PHRASE)
    assert draft.carried.answers == ANSWERS
    assert draft.page == 1
    assert draft.carried.saved == (LINK, PHRASE)
    assert draft.carried.version_id == survey.published_version.id
    assert draft.carried.began.astimezone(clock.local_zone()).date() == clock.today()


def test_the_review_can_be_where_the_person_left(survey):
    save(survey, page=None)
    assert opened(survey, LINK, PHRASE).page is None


def test_a_wrong_phrase_an_unknown_link_and_another_survey_open_nothing(survey):
    save(survey)
    other = scene.open_survey_with(cast.person("Ada", "coordinator"), slug="other")
    assert opened(survey, LINK, "6543210987654321") is None
    assert opened(survey, "zzzzzzzzzzzz", PHRASE) is None
    assert opened(survey, None, PHRASE) is None
    assert opened(other, LINK, PHRASE) is None


def test_without_the_installations_keys_not_even_the_right_phrase_opens_it(survey):
    save(survey)
    kept = secrets.in_use()
    secrets.use(secrets.Keys(kept.signing, b"another pepper"))
    SavedAnswers.update(key=secrets.in_use().keyed_hash("later", f"{survey.id}:{LINK}")).execute()
    assert opened(survey, LINK, PHRASE) is None
    secrets.use(kept)


def test_saving_again_takes_the_place_of_what_was_saved_and_lasts_longer(survey):
    save(survey)
    before = SavedAnswers.get()
    with clock.at(clock.today() + timedelta(days=3)):
        assert save(survey, waited="no") == clock.today() + timedelta(days=14)
        assert opened(survey, LINK, PHRASE).carried.answers == {"waited": "no"}
    after = SavedAnswers.get()
    assert (after.key, after.salt == before.salt) == (before.key, False)


def test_a_row_holds_nothing_that_can_be_read_and_not_even_how_much_it_is(survey):
    save(survey)
    short = SavedAnswers.get()
    save(survey, waited="yes", wish="A long wish. " * 20)
    long = SavedAnswers.get()
    assert len(short.sealed) == len(long.sealed)
    told = str(short.__data__)
    assert not [word for word in (*ANSWERS.values(), LINK, PHRASE, "wish") if word in told]


def test_too_much_text_is_refused_with_what_to_do(survey, monkeypatch):
    monkeypatch.setattr(sealing, "MOST_KEPT", 5_000)
    with pytest.raises(Refusal, match="too much text"):
        save(survey)
    assert SavedAnswers.select().count() == 0


def test_nobody_can_fill_the_house_with_saved_answers(survey, monkeypatch):
    monkeypatch.setattr(later, "MOST_OF_A_SURVEY", 1)
    save(survey)
    with pytest.raises(Refusal, match="no more can be kept"):
        save(survey, link="mnkjhgfedcba")
    save(survey, waited="no")
    assert opened(survey, LINK, PHRASE).carried.answers == {"waited": "no"}


def test_nothing_is_saved_once_the_survey_has_closed(survey):
    operations.close_survey(survey, by=cast.person("Ada", "coordinator"))
    with pytest.raises(Refusal, match="closed"):
        save(survey)


def test_a_survey_that_ends_sooner_ends_the_waiting_too(survey):
    with clock.at(survey.closes_on - timedelta(days=2)):
        assert save(survey) == survey.closes_on


def test_after_its_last_day_it_opens_no_more_and_is_erased(survey, database):
    until = save(survey)
    with clock.at(until):
        jobs.erase_old_saved(database)
        assert opened(survey, LINK, PHRASE)
    with clock.at(until + timedelta(days=1)):
        assert opened(survey, LINK, PHRASE) is None
        jobs.erase_old_saved(database)
    assert SavedAnswers.select().count() == 0


def test_closing_the_survey_erases_what_was_saved_and_of_no_other(survey, database):
    ada = cast.person("Ada", "coordinator")
    other = scene.open_survey_with(ada, slug="other")
    save(survey)
    save(other)
    operations.close_survey(survey, by=ada)
    jobs.erase_old_saved(database)
    assert [row.survey_id for row in SavedAnswers.select()] == [other.id]


def test_forgetting_leaves_no_row_and_no_event(survey):
    save(survey)
    before = Event.select().count()
    later.forget_saved(survey, LINK)
    assert SavedAnswers.select().count() == 0
    assert Event.select().count() == before


def test_sending_forgets_what_was_saved_and_only_that(survey):
    save(survey)
    save(survey, link="mnkjhgfedcba")
    send(survey, saved=LINK)
    assert [opened(survey, link, PHRASE) is None for link in (LINK, "mnkjhgfedcba")] == [
        True,
        False,
    ]
    assert WaitingResponse.select().count() == 1


def test_a_sending_that_is_refused_forgets_nothing(survey):
    save(survey)
    with pytest.raises(operations.AnswersRefused):
        send(survey, {"waited": "yes", "months": "many"}, saved=LINK)
    assert opened(survey, LINK, PHRASE)
    assert WaitingResponse.select().count() == Response.select().count() == 0


def send(survey, answers=scene.ANSWERS, **more):
    return operations.submit_response(
        survey.published_version,
        submission_id="f" * 32,
        answers=answers,
        language="en",
        moment=scene.moment(),
        **more,
    )


def test_under_which_id_it_would_be_sent_and_at_what_hour_it_was_begun_is_not_kept(survey):
    draft = draft_of(survey)
    reviewed = sealing.Draft(draft.carried.with_submission(), None)
    later.keep_for_later(survey, LINK, sealing.seal(reviewed, PHRASE))
    kept = opened(survey, LINK, PHRASE).carried
    assert kept.submission == ""
    assert kept.began.astimezone(clock.local_zone()).strftime("%H:%M:%S") == "00:00:00"
    assert kept.moment == draft.carried.moment
