"""Saved answers of somebody who came by a personal link: the right to answer waits with them."""

import pytest

from lipnet.surveys.later.models import SavedAnswers
from lipnet.surveys.models import WaitingResponse
from tests import cast
from tests.browsing import Browser
from tests.surveys.invited import scene
from tests.surveys.invited.test_pages import answer_by, link_of
from tests.surveys.later.test_pages import come_back


@pytest.fixture
def person(app):
    return scene.on_list(scene.invited_survey(cast.alice()))[0]


def saved_by(app, person):
    visitor, review = answer_by(app, link_of(person))
    return visitor.post(review.path, {**review.fields(), "act": "save"})


def test_who_comes_back_sends_without_the_letter_and_only_once(app, person):
    saved = saved_by(app, person)
    first, second = (come_back(app, saved) for _ in range(2))
    for review, status in ((first, 200), (first, 200), (second, 410)):
        sent = {**review.fields(), "act": "send"}
        Browser(app).post("/s/members/en/answer", sent, status=status)
    assert WaitingResponse.select().count() == 1
    assert SavedAnswers.select().count() == 0


def test_a_row_of_saved_answers_shares_no_value_with_the_list(app, person):
    saved_by(app, person)
    row = SavedAnswers.get()
    held = {str(each) for each in (row.key, row.salt, row.sealed)}
    invitee = type(person).get_by_id(person.id)
    assert held.isdisjoint({str(each) for each in invitee.__data__.values()})
    assert not [v for v in map(str, invitee.__data__.values()) if len(v) > 8 and v in str(held)]
