"""A questionnaire written here is inspected as a whole; places are names of questions."""

from dataclasses import replace

from lipnet.questionnaire import Group, Question, Questionnaire
from lipnet.questionnaire.expressions import parse
from lipnet.questionnaire.inspecting import findings_in
from lipnet.questionnaire.model import Choice, Rule

AGE = Question("age", "integer", {"en": "Your age"})


def codes(*items, **others):
    found = findings_in(Questionnaire({"en": "T"}, items=items, **others))
    return [(each.sheet, each.code) for each in found]


def rule(source):
    return Rule(source, parse(source))


def test_a_sound_questionnaire_has_no_findings():
    assert codes(AGE, Question("why", "text", {"en": "Why?"}, relevant=rule("${age} > 3"))) == []


def test_a_rule_that_looks_ahead_is_found():
    first = Question("why", "text", {"en": "Why?"}, relevant=rule("${age} > 3"))
    assert codes(first, AGE) == [("why", "rule_forward")]


def test_a_group_shown_by_an_answer_inside_it_is_found():
    group = Group("home", {"en": "Home"}, relevant=rule("${age} > 3"), items=(AGE,))
    assert ("age", "rule_cycle") in codes(group)


def test_a_name_that_does_not_exist_is_found_in_a_rule_and_in_a_text():
    wrong = replace(AGE, label={"en": "Hello ${nobody}"}, relevant=rule("${gone} = 1"))
    assert codes(wrong) == [("age", "rule_unknown_name"), ("age", "piped_unknown")]


def test_rules_that_wait_for_each_other_are_found():
    one = Question("a", "calculate", calculation=rule("${b}"))
    two = Question("b", "calculate", calculation=rule("${a}"))
    assert ("a", "rule_cycle") in codes(one, two)


def test_what_has_no_words_or_no_choices_is_found():
    bare = Question("pick", "select_one", list_name="ways")
    assert codes(bare) == [("pick", "label_missing"), ("pick", "list_missing")]
    assert codes(replace(bare, label={"en": "?"}), choices={"ways": (Choice("bus"),)}) == [
        ("ways", "choice_without_label")
    ]


def test_a_language_that_lacks_texts_is_told_with_how_many():
    assert codes(AGE, languages=("en", "fr")) == [("", "translation_missing")]
