"""A question of the bank joins a questionnaire: its languages, its choices, its name."""

import pytest

from lipnet.questionnaire import (
    Choice,
    Group,
    Question,
    Questionnaire,
    answering,
    from_json,
    to_json,
)
from lipnet.questionnaire.placing import lacking, place_from_bank

YES = Choice("yes", {"en": "Yes", "fr": "Oui", "ar": "نعم"})
NO = Choice("no", {"en": "No", "fr": "Non", "ar": "لا"})
ELSE = Choice("other", {"en": "Other", "fr": "Autre"}, kind="other")


def banked(*choices, name="housing_cost", list_name="yes_no") -> Questionnaire:
    choices = choices or (YES, NO)
    question = Question(
        name,
        "select_one",
        {"en": "Is it dear?", "fr": "Est-ce cher ?", "ar": "هل هو غالٍ؟"},
        list_name=list_name,
        bank_id="housing-cost",
    )
    return Questionnaire(
        {},
        languages=("en", "fr", "ar"),
        items=(question,),
        choices={list_name: choices},
        states={
            f"question/{name}/label": {"fr": "machine", "ar": "machine"},
            f"choice/{list_name}/yes/label": {"ar": "machine"},
        },
    )


def asked(*names, languages=("en", "fr"), choices=None) -> Questionnaire:
    items = tuple(Question(name, "text", {"en": name}) for name in names)
    return Questionnaire(
        {"en": "A survey"}, languages=languages, items=items, choices=choices or {}
    )


def names(questionnaire) -> list[str]:
    return [question.name for question in questionnaire.questions()]


def test_it_comes_last_or_after_the_one_named():
    assert names(place_from_bank(asked("a", "b"), banked())) == ["a", "b", "housing_cost"]
    assert names(place_from_bank(asked("a", "b"), banked(), "a")) == ["a", "housing_cost", "b"]


def test_it_follows_a_question_inside_its_group_and_a_group_behind_it():
    inner = Group("g", items=(Question("a", "text"), Question("b", "text")))
    outer = Questionnaire({}, items=(Group("o", items=(inner,)), Question("c", "text")))
    assert names(place_from_bank(outer, banked(), "a")) == ["a", "housing_cost", "b", "c"]
    assert len(place_from_bank(outer, banked(), "a").items[0].items[0].items) == 3
    assert names(place_from_bank(outer, banked(), "o")) == ["a", "b", "housing_cost", "c"]


def test_after_an_unknown_name_nothing_can_be_placed():
    with pytest.raises(KeyError):
        place_from_bank(asked("a"), banked(), "gone")


def test_it_speaks_the_languages_of_the_questionnaire_and_says_which_it_lacks():
    there = asked("a", languages=("en", "uk", "ar"))
    made = place_from_bank(there, banked())
    question = made.question("housing_cost")
    assert set(question.label) == {"en", "ar"}
    assert all(set(choice.label) == {"en", "ar"} for choice in made.choices["yes_no"])
    assert lacking(there, banked()) == ("uk",)
    assert made.languages == there.languages


def test_without_a_language_in_common_it_keeps_its_own_words():
    made = place_from_bank(asked("a", languages=("uk",)), banked())
    assert made.question("housing_cost").label == {"en": "Is it dear?"}


def test_it_keeps_the_id_of_the_bank_under_a_free_name():
    made = place_from_bank(asked("housing_cost"), banked())
    assert names(made) == ["housing_cost", "housing_cost_2"]
    assert made.question("housing_cost_2").bank_id == "housing-cost"


def test_former_names_are_not_taken_again():
    question = Question("rent", "text", aliases=("housing_cost",))
    made = place_from_bank(Questionnaire({}, items=(question,)), banked())
    assert names(made) == ["rent", "housing_cost_2"]


def test_a_list_that_says_the_same_is_shared_and_learns_the_languages_it_lacked():
    mine = (Choice("yes", {"en": "Yes", "uk": "Так"}), Choice("no", {"en": "No", "uk": "Ні"}))
    made = place_from_bank(asked("a", choices={"yes_no": mine}), banked())
    assert list(made.choices) == ["yes_no"]
    assert made.choices["yes_no"][0].label == {"en": "Yes", "uk": "Так", "fr": "Oui"}


@pytest.mark.parametrize(
    "mine",
    [
        (Choice("yes", {"en": "Yes please"}), NO),
        (YES,),
        (NO, YES),
        (YES, Choice("no", NO.label, kind="exclusive")),
    ],
)
def test_a_list_that_says_something_else_stays_and_ours_gets_a_free_name(mine):
    there = asked("a", languages=("en", "ar"), choices={"yes_no": mine})
    made = place_from_bank(there, banked())
    assert made.choices["yes_no"] == mine
    assert made.question("housing_cost").list_name == "yes_no_2"
    assert [choice.code for choice in made.choices["yes_no_2"]] == ["yes", "no"]
    assert made.states["choice/yes_no_2/yes/label"] == {"ar": "machine"}


def test_the_states_of_its_texts_move_to_their_new_addresses():
    made = place_from_bank(asked("housing_cost", languages=("en", "ar")), banked())
    assert made.states == {
        "question/housing_cost_2/label": {"ar": "machine"},
        "choice/yes_no/yes/label": {"ar": "machine"},
    }


def test_other_is_followed_by_a_question_that_asks_what():
    made = place_from_bank(asked("a", "b"), banked(YES, ELSE), "a")
    assert names(made) == ["a", "housing_cost", "housing_cost_other", "b"]
    follow_up = made.question("housing_cost_other")
    assert follow_up.relevant.source == "selected(${housing_cost}, 'other')"
    assert set(follow_up.label) == {"en", "fr"}


def test_what_comes_out_is_a_whole_questionnaire():
    made = place_from_bank(place_from_bank(asked("a"), banked(YES, ELSE)), banked())
    assert from_json(to_json(made)) == made
    answering.compile(made)
    assert names(made) == ["a", "housing_cost", "housing_cost_other", "housing_cost_2"]


def test_the_questionnaire_given_is_left_as_it_was():
    there = asked("a")
    place_from_bank(there, banked())
    assert there == asked("a")
