"""How long it takes and how hard it reads: estimates that order texts as people would."""

import pytest

from lipnet.questionnaire import Choice, Question, Questionnaire, editing
from lipnet.questionnaire.readability import level, long_questions, minutes, syllables_in

EASY_EN = "How do you go to work? We want to know. Do you take the bus? Do you walk? Tell us."
HARD_EN = (
    "Considering the multiplicity of institutional accommodations facilitating intercultural "
    "communication, characterize the administrative accessibility of governmental organizations."
)
EASY_FR = "Comment allez-vous au travail? Nous voulons le savoir. Prenez-vous le bus? Dites-le."
HARD_FR = (
    "Considérant la multiplicité des accommodements institutionnels facilitant la communication "
    "interculturelle, caractérisez l'accessibilité administrative des organisations."
)


def asking(*labels, tag="en"):
    items = tuple(Question(f"q{at}", "text", {tag: label}) for at, label in enumerate(labels))
    return Questionnaire({"en": "T"}, languages=(tag,), default_language=tag, items=items)


@pytest.mark.parametrize(
    ("word", "tag", "count"),
    [("cake", "en", 1), ("table", "en", 2), ("waited", "en", 2), ("walked", "en", 1),
     ("language", "en", 2), ("the", "en", 1), ("carte", "fr", 1), ("école", "fr", 2),
     ("parlent", "fr", 1), ("immigration", "fr", 4), ("le", "fr", 1)],
)  # fmt: skip
def test_syllables_are_counted_by_groups_of_vowels(word, tag, count):
    assert syllables_in(word, tag) == count


def test_plain_english_is_told_from_hard_english():
    easy, hard = level(asking(*[EASY_EN] * 2), "en"), level(asking(*[HARD_EN] * 2), "en")
    assert easy.is_plain
    assert easy.value < 3
    assert not hard.is_plain
    assert hard.value > 15


def test_the_french_scale_goes_the_other_way():
    easy, hard = (level(asking(*[text] * 3, tag="fr"), "fr") for text in (EASY_FR, HARD_FR))
    assert easy.is_plain
    assert not hard.is_plain
    assert easy.value > 80 > 20 > hard.value


def test_too_few_words_and_other_languages_have_no_level():
    assert level(asking("How old are you?"), "en") is None
    assert level(asking(*[EASY_EN] * 3, tag="ar"), "ar") is None


def test_minutes_grow_with_words_answers_and_languages_that_say_more():
    one, many = asking(EASY_EN), asking(*[EASY_EN] * 20)
    assert minutes(one, "en") == 1
    assert 8 < minutes(many, "en") < 16
    listed = editing.change(many, "q0", Question("q0", "select_one", {"en": EASY_EN}))
    choices = [Choice(f"c{n}", {"en": "Somewhat more often than that"}) for n in range(100)]
    assert minutes(editing.set_choices(listed, "q0", choices), "en") > minutes(many, "en")


def test_what_only_some_are_asked_counts_half_and_what_is_not_shown_not_at_all():
    many = asking(*[EASY_EN] * 20)
    ruled = many
    for number in range(1, 20):
        ruled = editing.set_rule(ruled, f"q{number}", "relevant", "${q0} = 'x'")
    assert minutes(ruled, "en") < minutes(many, "en") * 0.7
    hidden = Questionnaire({"en": "T"}, items=(Question("h", "hidden", {"en": EASY_EN * 40}),))
    assert minutes(hidden, "en") == 1


def test_chinese_is_counted_by_its_characters():
    assert minutes(asking("你每天怎样去上班" * 150, tag="zh-Hans"), "zh-Hans") > 4


def test_long_questions_are_named():
    found = long_questions(asking("How old are you?", HARD_EN * 2), "en")
    assert [question.name for question in found] == ["q1"]
