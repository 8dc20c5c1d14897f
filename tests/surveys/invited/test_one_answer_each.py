"""A personal link takes exactly one answer, whoever presses how often and where."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.surveys import operations as surveys
from lipnet.surveys.invited import ledger, operations
from lipnet.surveys.invited.models import Invitee, SpentInvitation
from lipnet.surveys.models import Response, WaitingResponse
from tests import cast
from tests.surveys import scene as open_scene
from tests.surveys.invited import scene


@pytest.fixture
def alice(database):
    return cast.alice()


@pytest.fixture
def survey(alice):
    return scene.invited_survey(alice)


def all_at_once(acts: list) -> list:
    start = threading.Barrier(len(acts))

    def run(act):
        with db.connection_context():
            start.wait()
            try:
                return act()
            except Refusal as refusal:
                return type(refusal)

    with ThreadPoolExecutor(len(acts)) as crowd:
        return list(crowd.map(run, acts))


def answers() -> int:
    return WaitingResponse.select().count() + Response.select().count()


def test_a_second_answer_by_the_same_link_is_refused(survey):
    person = scene.on_list(survey)[0]
    scene.answer(survey, person, 1)
    with pytest.raises(ledger.LinkUsed):
        scene.answer(survey, person, 2)
    assert (answers(), SpentInvitation.select().count()) == (1, 1)


def test_the_same_page_sent_twice_gives_the_same_receipt(survey):
    person = scene.on_list(survey)[0]
    assert scene.answer(survey, person, 1) == scene.answer(survey, person, 1)
    assert answers() == 1


def test_many_tabs_that_send_at_once_bring_one_answer(survey):
    for person in scene.on_list(survey)[:4]:
        acts = [lambda n=n, p=person: scene.answer(survey, p, p.id * 100 + n) for n in range(8)]
        outcomes = all_at_once(acts)
        assert outcomes.count(ledger.LinkUsed) == 7
    assert answers() == 4


def test_one_page_sent_by_many_at_once_brings_one_answer_and_one_receipt(survey):
    person = scene.on_list(survey)[0]
    outcomes = all_at_once([lambda: scene.answer(survey, person, 7)] * 8)
    assert len(set(outcomes)) == 1
    assert ledger.LinkUsed not in outcomes
    assert answers() == 1


def test_sending_while_marks_are_written_anew_brings_one_answer_each(survey):
    everybody = scene.on_list(survey)
    for person in everybody[:6]:
        scene.answer(survey, person)
    acts = [lambda p=p, n=n: scene.answer(survey, p, 900 + n) for n, p in enumerate(everybody[:8])]
    all_at_once([*acts, lambda: surveys.settle_responses(survey), *acts])
    surveys.settle_responses(survey, least=1)
    assert answers() == SpentInvitation.select().count() == 8


def test_answers_that_need_another_look_leave_the_link_as_it_was(survey):
    person = scene.on_list(survey)[0]
    with pytest.raises(surveys.AnswersRefused):
        scene.answer(survey, person, waited="yes", months="600")
    assert not ledger.is_used(person)
    scene.answer(survey, person)


def test_without_a_link_nobody_answers_in_any_way(survey):
    for mode in ("web", "paper", "kiosk", "interviewer"):
        with pytest.raises(Refusal, match="by invitation"):
            surveys.submit_response(
                survey.published_version, submission_id="f" * 32, answers={"waited": "no"},
                language="en", mode=mode, moment=open_scene.moment(),
            )  # fmt: skip
    assert answers() == 0


def test_the_link_of_another_survey_is_no_right_here(survey, alice):
    other = scene.invited_survey(alice, slug="partners")
    with pytest.raises(Refusal, match="by invitation"):
        scene.answer(survey, scene.on_list(other)[0])


def test_a_survey_for_everybody_asks_for_no_link(alice):
    open_scene.respond(open_scene.open_survey_with(alice), 1)
    assert SpentInvitation.select().count() == 0


def test_a_withdrawn_answer_does_not_give_the_link_back(survey):
    person = scene.on_list(survey)[0]
    phrase = surveys.submit_response(
        survey.published_version, submission_id="a" * 32, answers={"waited": "no"},
        language="en", moment=open_scene.moment(), phrase=True, right=person.link_hash,
    ).phrase  # fmt: skip
    assert surveys.withdraw_response(survey, phrase)
    assert answers() == 0
    with pytest.raises(ledger.LinkUsed):
        scene.answer(survey, person, 2)


def test_a_new_link_ends_the_old_one_and_gives_no_second_answer(survey, alice):
    person = scene.on_list(survey)[0]
    old = ledger.token_of(person)
    scene.answer(survey, person)
    operations.send_again(person, by=alice)
    assert ledger.invitee_by(survey, old) is None
    with pytest.raises(ledger.LinkUsed):
        scene.answer(survey, person, 2)


def test_who_began_by_a_link_that_died_meanwhile_is_told_so(survey, alice):
    person = scene.on_list(survey)[0]
    old = person.link_hash
    operations.send_again(person, by=alice)
    with pytest.raises(Refusal, match="by invitation"):
        ledger.spend(survey, old)


def test_the_database_holds_no_link_that_could_be_opened(survey):
    kept = str(list(Invitee.select().dicts()))
    for person in scene.on_list(survey):
        assert ledger.token_of(person) not in kept
        assert ledger.invitee_by(survey, person.link_seed) is None
        assert ledger.invitee_by(survey, person.link_hash) is None
