"""Many at once: sending, sending again, settling and withdrawing do not get in each other's way."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lipnet.core.db import db, is_sqlite
from lipnet.surveys import operations
from lipnet.surveys.counting import exact
from lipnet.surveys.models import Response, SurveyVersion, WaitingResponse
from tests import cast
from tests.surveys import scene


@pytest.fixture
def survey(database):
    return scene.open_survey_with(cast.alice())


def all_at_once(acts: list) -> list:
    start = threading.Barrier(len(acts))

    def run(act):
        with db.connection_context():
            start.wait()
            return act()

    with ThreadPoolExecutor(len(acts)) as crowd:
        return list(crowd.map(run, acts))


def counts() -> tuple[int, int, int]:
    return (
        WaitingResponse.select().count(),
        Response.select().count(),
        sum(exact.responses(version) for version in SurveyVersion.select()),
    )


def test_one_submission_sent_by_many_at_once_is_one_response(survey):
    receipts = all_at_once([lambda: scene.respond(survey, 1, phrase=True)] * 12)
    assert len(set(receipts)) == 1
    assert counts() == (1, 0, 0)


def test_sending_again_leaves_no_answer_in_the_log_of_the_database_server(survey):
    if is_sqlite():
        return
    for number in range(3):
        acts = [lambda n=number: scene.respond(survey, n, waited="no", wish="unmistakable")]
        all_at_once(acts * 8)
    (folder,) = db.execute_sql("SHOW data_directory").fetchone()
    assert "unmistakable" not in (Path(folder) / "log").read_text("utf-8", "replace")


def test_a_submission_sent_again_while_it_is_being_settled_is_one_response(survey):
    for round_ in range(8):
        scene.respond(survey, round_)
        acts = [lambda n=round_: scene.respond(survey, n)] * 4
        all_at_once([*acts, lambda: operations.settle_responses(survey, least=1), *acts])
        operations.settle_responses(survey, least=1)
        assert counts() == (0, round_ + 1, round_ + 1)


def test_two_who_settle_at_once_count_every_answer_once(survey):
    for number in range(30):
        scene.respond(survey, number)
    moved = all_at_once([lambda: operations.settle_responses(survey)] * 6)
    assert sum(moved) == 30
    assert counts() == (0, 30, 30)


def test_an_answer_withdrawn_while_others_settle_is_gone_and_not_counted(survey):
    phrases = [scene.respond(survey, number, phrase=True).phrase for number in range(12)]
    acts = [lambda p=phrase: operations.withdraw_response(survey, p) for phrase in phrases[:6]]
    done = all_at_once([*acts, lambda: operations.settle_responses(survey, least=1)])
    assert done[:6] == [True] * 6
    operations.settle_responses(survey, least=1)
    assert counts() == (0, 6, 6)
