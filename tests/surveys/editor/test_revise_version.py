"""A version that is not published is revised step by step, taken back, and never silently lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Question, Questionnaire, from_json, to_json
from lipnet.surveys import operations
from lipnet.surveys.drafts import standing
from lipnet.surveys.models import SurveyVersion
from tests import cast
from tests.surveys import scene

WISH = Question("wish", "text", {"en": "What would help you?"})
EMPTY = Questionnaire({"en": "Language classes"})


def drafted(by):
    survey = operations.create_survey({"en": "Language classes"}, slug="classes", by=by)
    return operations.begin_revision(survey, by=by)


def revise(version, *items, by, revision=None, what="question_added", **about):
    return operations.revise_version(
        version,
        replace(EMPTY, items=items),
        revision=version.revision if revision is None else revision,
        what=what,
        about=about,
        by=by,
    )


def items_of(version):
    return from_json(SurveyVersion.get_by_id(version.id).document).items


def test_writing_begins_with_an_empty_version(database):
    version = drafted(cast.alice())
    assert (version.number, version.revision, version.file) == (1, 0, None)
    assert version.document == to_json(EMPTY)


def test_each_revision_counts_one_and_is_told_in_the_event_log(database):
    alice = cast.alice()
    version = drafted(alice)
    revise(version, WISH, by=alice, name="wish")
    assert (version.revision, items_of(version)) == (1, (WISH,))
    assert history(version.survey)[-1].code == "surveys.questionnaire_revised"


def test_who_read_an_older_revision_is_refused_and_sees_the_one_that_stands(database):
    alice, bob = cast.alice(), cast.bob()
    version = drafted(alice)
    revise(version, WISH, by=alice)
    with pytest.raises(operations.Conflict) as no:
        revise(version, replace(WISH, name="hope"), by=bob, revision=0)
    assert from_json(no.value.current.document).items == (WISH,)
    assert items_of(version) == (WISH,)


def test_a_published_version_is_not_revised(database):
    alice = cast.alice()
    survey = scene.open_survey_with(alice)
    with pytest.raises(Refusal, match="published"):
        revise(survey.published_version, WISH, by=alice)


def test_a_version_that_was_overtaken_is_not_revised(database):
    alice = cast.alice()
    version = drafted(alice)
    operations.draft_questionnaire(version.survey, replace(EMPTY, items=(WISH,)), by=alice)
    with pytest.raises(Refusal, match="newer"):
        revise(version, WISH, by=alice)


def test_steps_are_taken_back_one_by_one_and_done_again(database):
    alice = cast.alice()
    version = drafted(alice)
    hope = replace(WISH, name="hope")
    revise(version, WISH, by=alice, name="wish")
    revise(version, WISH, hope, by=alice, name="hope")
    operations.undo_step(version, revision=2, by=alice)
    assert items_of(version) == (WISH,)
    operations.undo_step(version, revision=3, by=alice)
    assert items_of(version) == ()
    operations.redo_step(version, revision=4, by=alice)
    operations.redo_step(version, revision=5, by=alice)
    assert items_of(version) == (WISH, hope)
    with pytest.raises(Refusal, match="nothing to do again"):
        operations.redo_step(version, revision=6, by=alice)
    operations.undo_step(version, revision=6, by=alice)
    assert items_of(version) == (WISH,)


def test_after_another_step_nothing_is_done_again(database):
    alice = cast.alice()
    version = drafted(alice)
    revise(version, WISH, by=alice)
    operations.undo_step(version, revision=1, by=alice)
    revise(version, replace(WISH, name="hope"), by=alice)
    assert standing(version)[1] == []


def test_nothing_done_is_nothing_to_take_back(database):
    alice = cast.alice()
    with pytest.raises(Refusal, match="nothing to take back"):
        operations.undo_step(drafted(alice), revision=0, by=alice)


def test_typing_on_at_one_question_is_one_step_until_five_minutes_passed(database):
    alice = cast.alice()
    version = drafted(alice)
    revise(version, WISH, by=alice, name="wish")
    for text in ("W", "Wh", "What"):
        changed = replace(WISH, label={"en": text})
        revise(version, changed, by=alice, what="question_changed", name="wish")
    assert version.revision == 4
    assert [step.what for step in version.steps] == ["question_added", "question_changed"]
    with clock.at(clock.now() + timedelta(minutes=6)):
        revise(version, WISH, by=alice, what="question_changed", name="wish")
    assert version.steps.count() == 3


def test_what_is_doubtful_in_a_revision_stands_by_the_name_of_its_question(database):
    alice = cast.alice()
    version = drafted(alice)
    revise(version, replace(WISH, label={}), by=alice)
    (listed,) = version.findings["listed"]
    assert (listed["sheet"], listed["code"]) == ("wish", "label_missing")


def test_an_open_survey_is_revised_in_a_copy_of_what_people_answer(database):
    alice = cast.alice()
    survey = scene.open_survey_with(alice)
    version = operations.begin_revision(survey, by=alice)
    assert (version.number, version.published_at) == (2, None)
    assert version.document == survey.published_version.document
    with pytest.raises(Refusal, match="already waits"):
        operations.begin_revision(survey, by=alice)


def test_a_draft_needs_no_copy(database):
    alice = cast.alice()
    with pytest.raises(Refusal, match="already waits"):
        operations.begin_revision(scene.draft_survey(alice), by=alice)


def test_a_revised_workbook_is_not_read_again_over_the_changes(database):
    alice = cast.alice()
    version = scene.draft_survey(alice).latest_version
    revise(version, WISH, by=alice)
    with pytest.raises(Refusal, match="changed here"):
        operations.name_languages(version, {"English (en)": "en"}, by=alice)
