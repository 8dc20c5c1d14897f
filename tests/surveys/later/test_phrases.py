"""The phrase and the link: enough to guess at, kind to who types them."""

import math

import pytest

from lipnet.core.text import folded
from lipnet.surveys.later import phrases
from lipnet.surveys.later.phrases import LISTS, WordList, link_from, phrase_from, read_phrase

DIGITS = "0123456789012345"
ENGLISH = LISTS[0]
REVIEWED = (WordList("en", ENGLISH.words, reviewed=True),)
ACCENTED = (WordList("fr", ("école", "forêt", "hiver", "île", "noël", "août"), reviewed=True),)


@pytest.mark.parametrize("zero", [0x30, 0x660, 0x6F0, 0x966, 0xA66, 0xFF10])
def test_digits_of_any_script_are_the_same_phrase(zero):
    typed = "".join(chr(zero + int(digit)) for digit in DIGITS)
    assert read_phrase(typed) == DIGITS


@pytest.mark.parametrize(
    "typed",
    [
        "0123 4567 8901 2345",
        "0123-4567-8901-2345",
        "0123\u20134567\u20138901\u20132345",
        " 0123\u00a04567\u202f8901\n2345. ",
        "\u2066\u200e0123\u2069\u061c 4567 \u200f8901\u202b2345\u202c",
    ],
)
def test_spaces_dashes_and_direction_marks_do_not_matter(typed):
    assert read_phrase(typed) == DIGITS


@pytest.mark.parametrize("typed", ["", "1234", DIGITS + "6", "no digits", "able acorn actor"])
def test_what_is_no_whole_phrase_is_none(typed):
    assert read_phrase(typed) is None


def test_every_language_has_digits_until_a_list_of_words_is_reviewed():
    for language in ("en", "fr", "ar", "ti"):
        phrase = phrase_from(12345678901234567890, language)
        assert phrase == "5678901234567890"
    assert phrases.is_always_digits() and not phrases.is_always_digits(REVIEWED)


def test_words_of_a_reviewed_list_are_read_by_their_first_letters_in_any_case():
    phrase = phrase_from(2**200 // 7, "en", REVIEWED)
    words = phrase.split()
    assert len(words) == phrases.WORDS
    assert read_phrase(phrase, REVIEWED) == phrase
    shortened = " - ".join(word[:4].upper() for word in words)
    assert read_phrase(shortened, REVIEWED) == phrase
    assert read_phrase(phrase) is None


def test_accents_may_be_left_out_when_typing():
    assert read_phrase("ecole foret hiver ile noel aout", ACCENTED) == " ".join(ACCENTED[0].words)


@pytest.mark.parametrize("words", LISTS, ids=lambda each: each.language)
def test_a_list_holds_enough_plain_words_that_differ_in_their_first_letters(words):
    assert len(words.by_start) == len(words.words) >= 512
    assert list(words.words) == sorted(words.words, key=folded)
    assert all(4 <= len(word) <= 8 and word.isalpha() for word in words.words)
    assert phrases.WORDS * math.log2(len(words.words)) >= 50


def test_phrase_and_link_are_hard_to_guess():
    assert phrases.DIGITS * math.log2(10) > 50
    assert phrases.LINK * math.log2(len(phrases.LINK_SIGNS)) > 50


def test_a_link_is_read_however_it_was_copied_and_has_no_sign_that_looks_like_another():
    link = link_from(2**190 // 3)
    assert phrases.read_link("-".join(phrases.grouped(link)).upper()) == link
    assert phrases.read_link(link[:-1]) is None
    assert not set("01ilo") & set(phrases.LINK_SIGNS)
