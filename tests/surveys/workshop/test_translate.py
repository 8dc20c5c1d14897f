"""Texts of one language are written, kept as a draft where they are broken, and never lost."""

import pytest

from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.questionnaire.addresses import with_text
from lipnet.questionnaire.translating import same_but_for_texts
from lipnet.surveys import operations as surveys
from lipnet.surveys.models import Survey
from lipnet.surveys.workshop import operations
from lipnet.surveys.workshop.models import Translator
from tests import cast
from tests.surveys.scene import workbook
from tests.surveys.workshop import scene
from tests.surveys.workshop.scene import ARABIC, MONTHS, WAITED


def test_a_text_is_kept_with_its_state_and_who_wrote_it(database):
    tam = cast.tam()
    survey = scene.draft(cast.alice())
    operations.translate(survey, "ar", {MONTHS: (ARABIC[MONTHS], "human")}, by=tam)
    assert scene.states(survey)[MONTHS] == (ARABIC[MONTHS], "human")
    assert [(hand.name, hand.key) for hand in Translator.select()] == [
        ("Tam Nguyen", f"person:{tam.id}")
    ]
    assert "surveys.translated" in [event.code for event in history(survey)]


def test_a_published_version_stays_and_a_new_one_begins_that_differs_in_words_only(database):
    survey = scene.opened(cast.alice())
    published = survey.published_version
    operations.translate(survey, "ar", {MONTHS: (ARABIC[MONTHS], "human")}, by=cast.tam())
    assert survey.latest_version.number == published.number + 1
    assert survey.published_version.id == published.id
    before, now = survey.published_version.document, scene.latest(survey)
    assert same_but_for_texts(scene.from_json(before), now)
    assert MONTHS not in [a for a, (text, _) in scene.states(survey).items() if not text]


def test_a_text_whose_place_is_broken_is_kept_as_a_draft(database):
    alice = cast.alice()
    survey = scene.draft(alice)
    version = survey.latest_version
    piped = with_text(scene.latest(survey), MONTHS, "en", "${waited}: how long?")
    surveys.revise_version(version, piped, revision=0, what="question_changed",
                           about={"name": "months"}, by=alice)  # fmt: skip
    operations.translate(survey, "ar", {MONTHS: ("كم؟", "reviewed")}, by=cast.tam())
    assert scene.states(survey)[MONTHS] == ("كم؟", "draft")


def test_a_locked_term_of_the_glossary_keeps_a_text_a_draft_until_it_is_used(database):
    alice = cast.alice()
    survey = scene.draft(alice)
    operations.keep_term("Language class", language="en", wanted={"ar": "صف لغة"},
                         locked=True, by=alice)  # fmt: skip
    operations.translate(survey, "ar", {WAITED: (ARABIC[WAITED], "human")}, by=alice)
    assert scene.states(survey)[WAITED][1] == "draft"
    operations.translate(survey, "ar", {WAITED: ("هل انتظرت صف لغة؟", "human")}, by=alice)
    assert scene.states(survey)[WAITED][1] == "human"
    with pytest.raises(Refusal, match="has this term already"):
        operations.keep_term("language  CLASS", language="en", wanted={}, by=alice)


def test_a_change_of_the_source_in_the_editor_leaves_its_translations_behind(database):
    alice = cast.alice()
    survey = scene.draft(alice)
    version = survey.latest_version
    changed = with_text(scene.latest(survey), WAITED, "en", "Are you waiting for a class?")
    surveys.revise_version(version, changed, revision=0, what="question_changed",
                           about={"name": "waited"}, by=alice)  # fmt: skip
    assert scene.states(survey)[WAITED][1] == "stale"
    assert scene.states(survey, "fr")[WAITED][1] == "stale"
    operations.translate(survey, "ar", {WAITED: (ARABIC[WAITED], "human")}, by=alice)
    assert scene.states(survey)[WAITED] == (ARABIC[WAITED], "human")


def test_a_workbook_uploaded_again_keeps_what_was_reviewed(database):
    alice = cast.alice()
    survey = scene.draft(alice)
    operations.translate(survey, "ar", {WAITED: (ARABIC[WAITED], "reviewed")}, by=alice)
    surveys.upload_questionnaire(survey, workbook(), "again.xlsx", by=alice)
    found = scene.states(survey)
    assert (found[WAITED][1], found[MONTHS][1]) == ("reviewed", "human")


@pytest.mark.parametrize(
    ("tag", "address", "text", "why"),
    [
        ("ar", "question/nobody/label", "x", "no longer in the questionnaire"),
        ("ar", WAITED, "x" * 5001, "too long"),
        ("so", WAITED, "x", "does not have this language"),
        ("en", WAITED, "x", "translated from this one"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(database, tag, address, text, why):
    survey = scene.draft(cast.alice())
    before = survey.latest_version.document
    with pytest.raises(Refusal, match=why):
        operations.translate(survey, tag, {address: (text, "human")}, by=cast.tam())
    assert Survey.get_by_id(survey.id).latest_version.document == before
    assert Translator.select().count() == 0


def test_a_survey_that_has_closed_keeps_its_words(database):
    alice = cast.alice()
    survey = scene.opened(alice)
    surveys.close_survey(survey, by=alice)
    with pytest.raises(Refusal, match="has closed"):
        operations.translate(survey, "ar", {WAITED: ("x", "human")}, by=alice)


def test_a_language_is_added_empty_and_removed_with_its_texts(database):
    alice = cast.alice()
    survey = scene.draft(alice)
    operations.add_language(survey, "so", by=alice)
    assert scene.latest(survey).languages == ("en", "fr", "ar", "so")
    assert {state for _, state in scene.states(survey, "so").values()} == {"empty"}
    for wrong in ("so", "xx", "zh"):
        with pytest.raises(Refusal):
            operations.add_language(survey, wrong, by=alice)
    operations.remove_language(survey, "ar", by=alice)
    assert scene.latest(survey).languages == ("en", "fr", "so")
    assert "ar" not in scene.latest(survey).question("waited").label
    with pytest.raises(Refusal, match="it stays"):
        operations.remove_language(survey, "en", by=alice)
