"""Quoted is who agreed, in words that name nobody, with nothing told that few have in common."""

import pytest

from lipnet.core.refusals import Refusal
from lipnet.surveys.open_answers import operations
from lipnet.surveys.open_answers.models import Quotation, ToldOfQuoted
from lipnet.surveys.open_answers.quotable import tellable
from tests import cast
from tests.surveys.open_answers import scene
from tests.surveys.open_answers.scene import WISH
from tests.surveys.scene import open_survey_with

BUS = "The bus number {}"
WAITED = ("waited", "no")


@pytest.fixture
def alice(database):
    return cast.alice()


def quote(survey, wish: str, by, text: str = "", **more) -> Quotation:
    key = scene.key_of(survey, wish)
    return operations.quote_answer(survey, WISH, key, text=text or wish, by=by, **more)


def many(alice, count: int = 12, **more):
    """They did not wait for a class; and twenty who did."""
    survey = scene.asked(alice, [BUS.format(number) for number in range(count)], **more)
    waited = [BUS.format(f"6{number}") for number in range(20)]
    scene.answer(survey, waited, first=600, waited="yes", months="3")
    return survey


def test_who_agreed_is_quoted(alice):
    survey = scene.asked(alice)
    row = quote(survey, scene.WISHES[0], alice, translation={"fr": "Pas de bus la nuit"})
    assert (row.text, row.language, row.told_question) == (scene.WISHES[0], "en", "")
    assert row.translation == {"fr": "Pas de bus la nuit"}


def test_who_did_not_agree_is_not_quoted(alice):
    survey = scene.asked(alice)
    with pytest.raises(Refusal, match="did not agree"):
        quote(survey, "I would like a garden", alice)
    assert Quotation.select().count() == 0


def test_a_survey_that_does_not_ask_for_consent_cannot_be_quoted(alice):
    survey = open_survey_with(alice)
    scene.answer(survey, scene.WISHES[:1] * 60)
    with pytest.raises(Refusal):
        quote(survey, scene.WISHES[0], alice)


@pytest.mark.parametrize("text", ["My name is Ana", "call 613 555 0199", " "])
def test_words_that_name_somebody_and_no_words_are_not_quoted(alice, text):
    survey = scene.asked(alice)
    with pytest.raises(Refusal) as refused:
        quote(survey, scene.WISHES[0], alice, text=text + " ")
    assert refused.value.field == "text"
    with pytest.raises(Refusal):
        quote(survey, scene.WISHES[0], alice, translation={"fr": "Je m'appelle Ana"})


def test_what_many_answered_may_be_told(alice):
    row = quote(many(alice), BUS.format(1), alice, tell="waited")
    assert (row.told_question, row.told_code) == WAITED


def test_only_what_the_results_are_divided_by_is_told(alice):
    survey = many(alice)
    scene.answer(
        survey, [BUS.format(f"9{n}") for n in range(5)], first=50, waited="yes", months="3"
    )
    scene.answer(survey, [BUS.format(f"8{n}") for n in range(5)], first=60)
    assert quote(survey, BUS.format(90), alice)
    for name in ("ways", "wish", "months", "nothing"):
        with pytest.raises(Refusal):
            quote(survey, BUS.format(90), alice, tell=name)


def test_what_few_answered_is_not_told(alice):
    survey = scene.asked(alice, [BUS.format(number) for number in range(10)])
    for number in range(3):
        wish = BUS.format(f"9{number}")
        scene.respond(survey, 50 + number, waited="yes", months="3", wish=wish, agree="OK")
    scene.answer(survey, [BUS.format(f"8{n}") for n in range(3)], first=60)
    with pytest.raises(Refusal) as refused:
        quote(survey, BUS.format(90), alice, tell="waited")
    assert refused.value.field == "tell"


def test_what_few_answered_in_the_same_language_is_not_told(alice):
    survey = many(alice)
    scene.answer(survey, [BUS.format(f"ar {n}") for n in range(8)], language="ar", first=50)
    with pytest.raises(Refusal, match="too few"):
        quote(survey, BUS.format("ar 1"), alice, tell="waited")
    assert quote(survey, BUS.format("ar 1"), alice).language == "ar"


def test_a_language_of_few_is_not_written_down(alice):
    survey = many(alice)
    scene.answer(survey, [BUS.format("fr")], language="fr", first=50)
    scene.answer(survey, [BUS.format(f"7{n}") for n in range(4)], first=60)
    assert quote(survey, BUS.format("fr"), alice).language == ""


def test_a_quotation_is_published_once_and_can_be_taken_away(alice):
    row = quote(many(alice), BUS.format(1), alice, tell="waited")
    operations.publish_quotation(row, by=alice)
    with pytest.raises(Refusal):
        operations.publish_quotation(row, by=alice)
    operations.drop_quotation(row, by=alice)
    assert Quotation.select().count() == 0


def test_what_is_told_is_the_same_for_everybody_who_is_quoted(alice):
    survey = many(alice)
    assert set(tellable(survey)) == {"waited"}
    ToldOfQuoted.create(survey=survey, question="ways")
    assert tellable(survey) == {}
    with pytest.raises(Refusal):
        quote(survey, BUS.format(1), alice, tell="waited")


def test_the_first_choice_stays_even_if_its_quotation_is_taken_away(alice):
    survey = many(alice)
    operations.drop_quotation(quote(survey, BUS.format(1), alice, tell="waited"), by=alice)
    assert ToldOfQuoted.get().question == "waited"
