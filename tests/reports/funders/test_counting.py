"""Words and characters are counted as forms count them, in any script."""

import pytest

from lipnet.reports.funders.counting import characters_in, used, words_in

COUNTED = {
    "": 0,
    "  \n ": 0,
    "We met 120 people.": 4,
    "L'accueil d'une famille": 3,
    "L\u2019accueil d\u2019une famille": 3,
    "Trois questions\u00a0: qui, où, quand\u00a0?": 5,
    "«\u00a0Bienvenue\u00a0» à toutes et à tous": 6,
    "1\u00a0200 personnes, 12\u202f500,50\u00a0$": 3,
    "Year 3\u00a0people": 3,
    "face-à-face — enfin": 2,
    "التقينا ١٢٠ شخصًا في المدينة.": 5,
    "السَّكَن غالٍ ؛ جدًّا": 3,
    "نیم\u200cفاصله یک واژه است": 4,
}


@pytest.mark.parametrize(("text", "words"), COUNTED.items())
def test_a_word_stands_between_spaces_and_holds_a_letter_or_digit(text, words):
    assert words_in(text) == words == used(text, "words")


def test_a_letter_with_its_accent_is_one_character_and_a_line_break_too():
    assert characters_in(" e\u0301te\u0301\r\nfini ") == 8 == used("été\nfini", "characters")
