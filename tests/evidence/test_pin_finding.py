"""A pinned figure stays as it was: what it says, of whom, when, and by whom."""

import json

import peewee
import pytest

from lipnet.core import clock, thread
from lipnet.core.db import db
from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.evidence import operations
from lipnet.evidence.models import Finding
from tests import cast
from tests.evidence.scene import answered_survey, finding
from tests.surveys.manage.answers import NO, YES, answer, settle
from tests.surveys.scene import CHOICES, QUESTIONS, open_survey_with, workbook


def counts(figure: dict) -> dict:
    return {row["code"]: row["count"] for row in figure["rows"]}


def test_a_finding_keeps_figure_n_version_date_and_who_pinned_it(house):
    alice = cast.alice()
    survey = answered_survey(alice)
    pinned = Finding.get_by_id(finding(alice, survey=survey).id)
    assert counts(pinned.figure) == {"yes": 40, "no": 20}
    assert pinned.figure["label"]["fr"] == "Avez-vous attendu un cours de langue?"
    assert (pinned.n, pinned.filter, pinned.found_on) == (60, {}, clock.today())
    assert pinned.version == survey.published_version
    assert pinned.pinned_by == alice
    assert pinned.suppression == {"n": 5, "hidden": 0, "cells": 2}
    assert [event.code for event in history(pinned)] == ["evidence.finding_pinned"]


def test_later_answers_do_not_change_a_finding(house):
    alice = cast.alice()
    survey = answered_survey(alice)
    pinned = finding(alice, survey=survey)
    before = json.dumps(Finding.get_by_id(pinned.id).figure, sort_keys=True)
    answer(survey, (10, "en", NO), start=500_000)
    settle(survey)
    after = Finding.get_by_id(pinned.id)
    assert json.dumps(after.figure, sort_keys=True) == before
    assert after.n == 60


def test_a_finding_rests_on_its_survey(house):
    alice = cast.alice()
    pinned = finding(alice)
    [link] = thread.came_from(thread.ref(pinned))
    assert (link.to_kind, link.to_id) == ("survey", str(pinned.survey_id))
    assert set(link.sentence) == {"en", "fr"}


def test_a_hidden_count_is_not_in_the_finding_at_all(house):
    alice = cast.alice()
    choices = [*CHOICES, ("yes_no", "unsure", "Not sure", "Incertain", "غير متأكد")]
    survey = open_survey_with(alice, data=workbook(QUESTIONS, choices))
    answer(survey, (50, "en", YES), (25, "en", NO), (3, "en", {"waited": "unsure", "ways": []}))
    settle(survey)
    pinned = Finding.get_by_id(finding(alice, survey=survey).id)
    assert counts(pinned.figure) == {"yes": 50, "no": None, "unsure": None}
    shares = [row["share"] for row in pinned.figure["rows"]]
    assert shares[1:] == [None, None]
    assert pinned.suppression == {"n": 5, "hidden": 2, "cells": 3}


def test_there_is_nothing_to_pin_before_five_have_answered(house):
    alice = cast.alice()
    survey = open_survey_with(alice)
    answer(survey, (4, "en", YES))
    settle(survey)
    with pytest.raises(Refusal, match="too few"):
        finding(alice, survey=survey)
    assert Finding.select().count() == 0


@pytest.mark.parametrize("question", ["wish", "nonsense"])
def test_an_open_question_and_an_unknown_one_have_no_figure_to_pin(house, question):
    with pytest.raises(Refusal, match="no figure"):
        finding(cast.alice(), question=question)


def test_a_finding_says_something(house):
    alice = cast.alice()
    survey = answered_survey(alice)
    with pytest.raises(Refusal) as no:
        operations.pin_finding(survey, "waited", statement={}, by=alice)
    assert no.value.field == "statement"


def test_a_finding_has_exactly_one_basis(house):
    alice = cast.alice()
    pinned = finding(alice)
    with pytest.raises(peewee.IntegrityError), db.atomic():
        Finding.update(source="A report").where(Finding.id == pinned.id).execute()
    with pytest.raises(peewee.IntegrityError), db.atomic():
        Finding.update(basis="outside").where(Finding.id == pinned.id).execute()


def test_a_survey_from_which_something_was_learned_cannot_be_deleted(house):
    survey = finding(cast.alice()).survey
    with pytest.raises(peewee.IntegrityError), db.atomic():
        survey.delete_instance()
