"""A second reader from another organisation answers for a language; a change undoes it."""

import pytest

from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.surveys.workshop import operations
from lipnet.surveys.workshop.hands import Guest, standing_signature
from lipnet.surveys.workshop.wording import digest_of
from tests import cast
from tests.surveys.workshop import scene

CHOIR, LIBRARY = "Harbour Choir", "City Library"


def signature(survey, tag="ar"):
    return standing_signature(survey, tag, digest_of(scene.latest(survey), tag))


@pytest.fixture
def translated(database):
    """Tam of the choir translated everything, and it is reviewed."""
    choir = cast.organisation(CHOIR)
    alice = cast.alice()
    tam = cast.person("Tam Nguyen", "translator", organisation=choir)
    survey = scene.draft(alice)
    scene.finish(survey, tam, state="reviewed")
    return survey, alice, tam, choir


def test_a_reader_from_elsewhere_signs_and_is_named(translated):
    survey, _, _, _ = translated
    library = cast.organisation(LIBRARY)
    reader = cast.person("Rana Saleh", "translator", organisation=library)
    operations.sign_language(survey, "ar", by=reader)
    row = signature(survey)
    assert (row.name, row.organisation) == ("Rana Saleh", LIBRARY)
    assert list(history(survey))[-1].code == "surveys.language_signed"
    with pytest.raises(Refusal, match="signed this wording already"):
        operations.sign_language(survey, "ar", by=reader)


def test_who_translated_may_not_sign_not_even_the_coordinator(translated):
    survey, alice, tam, _ = translated
    with pytest.raises(Refusal, match="translated this language yourself"):
        operations.sign_language(survey, "ar", by=tam)
    operations.translate(survey, "ar", {scene.MONTHS: ("كم؟", "reviewed")}, by=alice)
    with pytest.raises(Refusal, match="translated this language yourself"):
        operations.sign_language(survey, "ar", by=alice)


def test_nobody_of_the_translators_organisation_signs_however_its_name_is_written(translated):
    survey, _, _, choir = translated
    choir.name = {"en": CHOIR, "fr": "Chorale du port"}
    choir.save()
    with pytest.raises(Refusal, match="another organisation") as no:
        operations.sign_language(
            survey, "ar", by=cast.person("Rana", "translator", organisation=choir)
        )
    assert no.value.field == "organisation"
    with pytest.raises(Refusal, match="another organisation"):
        operations.sign_language(survey, "ar", by=Guest("Rana", " chorale DU port ", reads=True))


def test_a_reader_by_a_link_names_herself_and_her_organisation(translated):
    survey, *_ = translated
    for nobody in (Guest("", LIBRARY, True), Guest("Rana", " ", True)):
        with pytest.raises(Refusal, match="your name and your organisation"):
            operations.sign_language(survey, "ar", by=nobody)
    operations.sign_language(survey, "ar", by=Guest("Rana", LIBRARY, True))
    assert signature(survey).person is None


def test_nothing_is_signed_before_every_text_was_reviewed(database):
    alice = cast.alice()
    survey = scene.draft(alice)
    scene.finish(survey, cast.tam())
    with pytest.raises(Refusal, match="mark it as reviewed"):
        operations.sign_language(survey, "ar", by=alice)


def test_a_signature_stands_until_a_text_changes_and_again_when_it_is_back(translated):
    survey, alice, tam, _ = translated
    operations.sign_language(survey, "ar", by=Guest("Rana", LIBRARY, True))
    before = scene.states(survey)[scene.MONTHS][0]
    operations.translate(survey, "ar", {scene.MONTHS: ("غيره", "human")}, by=tam)
    assert signature(survey) is None
    operations.translate(survey, "ar", {scene.MONTHS: (before, "reviewed")}, by=tam)
    assert signature(survey).name == "Rana"


def test_a_second_reader_who_mends_a_word_may_still_sign(translated):
    survey, *_ = translated
    reader = Guest("Rana", LIBRARY, reads=True)
    operations.translate(survey, "ar", {scene.MONTHS: ("كم شهر؟", "reviewed")}, by=reader)
    operations.sign_language(survey, "ar", by=reader)
    assert signature(survey)


def test_who_only_marks_texts_as_reviewed_has_not_translated_and_may_sign(database):
    survey = scene.draft(cast.alice())
    scene.finish(survey, cast.tam())
    reader = cast.person("Rana Saleh", "translator")
    read = {place: (text, "reviewed") for place, (text, _) in scene.states(survey).items()}
    operations.translate(survey, "ar", read, by=reader)
    operations.sign_language(survey, "ar", by=reader)
    assert signature(survey).name == "Rana Saleh"
