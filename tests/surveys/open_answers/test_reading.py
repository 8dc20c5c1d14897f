"""Answers are read masked, in no order, and only once enough people answered."""

import pytest

from lipnet.core.events import Event
from lipnet.core.refusals import NotYours, Refusal
from lipnet.surveys.open_answers import operations
from lipnet.surveys.open_answers.answers import answers_to, open_questions_of
from lipnet.surveys.open_answers.models import AnswerTranslation
from tests import cast
from tests.surveys.open_answers import scene
from tests.surveys.open_answers.scene import WISH, WISHES


@pytest.fixture
def alice(database):
    return cast.alice()


def test_open_questions_are_the_texts_of_every_published_version(alice):
    survey = scene.asked(alice)
    assert [each.name for each in open_questions_of(survey)] == [WISH]


def test_nothing_is_read_before_as_many_as_the_threshold_wrote(alice):
    survey = scene.asked(alice, WISHES[:4])
    assert answers_to(survey, WISH) == ()
    scene.answer(survey, ["", "", "", "", "fifth", "sixth"], first=10)
    assert len(answers_to(survey, WISH)) == 6


def test_waiting_answers_are_not_read(alice):
    survey = scene.asked(alice)
    scene.respond(survey, 99, waited="no", wish="still waiting")
    assert "still waiting" not in {each.text for each in answers_to(survey, WISH)}


def test_they_stand_in_an_order_of_their_own_that_stays(alice):
    survey = scene.asked(alice, [f"wish {number:02d}" for number in range(40)])
    texts = [each.text for each in answers_to(survey, WISH)]
    assert texts != sorted(texts)
    assert texts == [each.text for each in answers_to(survey, WISH)]
    by_key = [each.text for each in sorted(answers_to(survey, WISH), key=lambda each: each.key)]
    assert texts != by_key


def test_names_and_numbers_are_masked_and_the_handle_is_not_the_key(alice):
    survey = scene.asked(alice)
    answer = next(each for each in answers_to(survey, WISH) if "Fatima" in each.text)
    assert answer.readable == "My name is ▇, call ▇"
    assert answer.handle not in answer.key


def test_a_language_of_few_is_not_told(alice):
    survey = scene.asked(alice)
    scene.answer(survey, ["ثلاث ليال بلا حافلة"] * 4, language="ar", first=10)
    assert {each.language for each in answers_to(survey, WISH)} == {"en"}
    scene.answer(survey, ["حافلة"] * 6, language="ar", first=20)
    arabic = [each for each in answers_to(survey, WISH) if each.language == "ar"]
    assert len(arabic) == 10
    assert {each.direction for each in arabic} == {"rtl"}


def test_a_language_of_few_reads_in_whatever_direction_its_letters_have(alice):
    survey = scene.asked(alice)
    scene.answer(survey, ["حافلة", "a", "b", "c", "d"], first=10)
    scene.answer(survey, ["حافلة"] * 3, language="ar", first=20)
    scene.answer(survey, ["x", "y"], first=30)
    assert {each.direction for each in answers_to(survey, WISH) if not each.language} == {"auto"}


def test_the_steward_looks_unmasked_and_each_look_is_noted(alice):
    survey, sam = scene.asked(alice), cast.sam()
    seen = operations.look_unmasked(survey, WISH, by=sam)
    assert any("Fatima" in each.text for each in seen)
    line = Event.select().where(Event.code == "surveys.answers_seen_unmasked").get()
    assert (line.actor_id, line.particulars) == (sam.id, {"question": WISH})


def test_nobody_else_looks_unmasked(alice):
    survey = scene.asked(alice)
    with pytest.raises(NotYours):
        operations.look_unmasked(survey, WISH, by=alice)


def translate(survey, text: str, state: str = "human", *, by, language: str = "fr"):
    operations.translate_answer(
        survey, WISH, scene.key_of(survey, WISHES[3]), language=language, text=text, state=state,
        by=by,
    )  # fmt: skip


def test_an_answer_is_translated_and_read_by_somebody_else(alice):
    survey, tam = scene.asked(alice), cast.tam()
    translate(survey, "Je voudrais un jardin", by=tam)
    with pytest.raises(Refusal):
        translate(survey, "Je voudrais un jardin", "reviewed", by=tam)
    translate(survey, "Je voudrais un jardin", "reviewed", by=alice)
    row = AnswerTranslation.get()
    assert (row.state, row.by_id) == ("reviewed", tam.id)


def test_who_words_a_translation_anew_does_not_review_it(alice):
    survey = scene.asked(alice)
    translate(survey, "Un jardin", by=cast.tam())
    with pytest.raises(Refusal):
        translate(survey, "Je voudrais un jardin", "reviewed", by=alice)


def test_nothing_written_takes_a_translation_away(alice):
    survey = scene.asked(alice)
    translate(survey, "Un jardin", by=alice)
    translate(survey, " ", by=alice)
    assert AnswerTranslation.select().count() == 0


def test_events_name_no_response(alice):
    survey = scene.asked(alice)
    translate(survey, "Un jardin", by=alice)
    keys = {each.key for each in answers_to(survey, WISH)}
    for event in Event.select():
        assert event.record_id not in keys
        assert not any(key in str(event.particulars) for key in keys)
