"""Answers that say the same are found, in any script, and quickly."""

import random
import time

import pytest

from lipnet.similar import similar

TEXTS = {
    "en": (
        "The bus does not run at night",
        ["Buses do not run in the night", "I would like a garden", "My diploma is not read"],
    ),
    "fr": (
        "L'autobus ne passe pas le soir",
        ["Aucun autobus en soirée", "Je voudrais un jardin", "Mon diplôme n'est pas lu"],
    ),
    "ar": (
        "الحافلة لا تأتي في الليل",
        ["لا توجد حافلات ليلاً والحافلة بعيدة", "أريد حديقة", "شهادتي غير معترف بها"],
    ),
    "zh": ("晚上没有公交车", ["公交车晚上太少", "我想要一个花园", "学历不被承认"]),
    "uk": (
        "Автобус не ходить уночі",
        ["Автобуси вночі не ходять", "Я хотіла б сад", "Мій диплом не визнають"],
    ),
    "ti": ("ኣውቶቡስ ብለይቲ ኣይመጽእን", ["ኣውቶቡሳት ብለይቲ የለን", "ጀርዲን ምደለኹ", "ዲፕሎማይ ኣይፍለጥን"]),
}


@pytest.mark.parametrize("tag", sorted(TEXTS))
def test_what_says_the_same_is_the_nearest(tag):
    asked, texts = TEXTS[tag]
    found = similar(texts).nearest(asked, least=0.1)
    assert found[0][0] == 0, found
    assert all(found[0][1] > 2 * likeness for _, likeness in found[1:])


def test_the_same_text_is_wholly_alike_whatever_its_case_accents_and_marks():
    texts = ["Un logement abordable", "سَكَن", "something else"]
    assert similar(texts).nearest("UN LOGEMENT, ABORDABLE!")[0] == (0, pytest.approx(1))
    assert similar(texts).nearest("سكن")[0] == (1, pytest.approx(1))
    assert similar(["élève"]).nearest("eleve") == [(0, pytest.approx(1))]


def test_what_shares_nothing_is_not_found_nor_what_is_below_the_least():
    found = similar(["a garden", "the bus"])
    assert found.nearest("公交车") == []
    assert found.nearest("") == []
    assert similar([]).nearest("anything") == []
    assert similar(["", "   "]).nearest("anything") == []
    assert found.nearest("the garden", least=0.99) == []


def test_at_most_so_many_are_given_and_equals_stand_in_their_order():
    assert [place for place, _ in similar(["bus"] * 9).nearest("bus", most=4)] == [0, 1, 2, 3]


def test_two_thousand_answers_are_searched_in_a_moment():
    chance = random.Random(4)
    words = [word for asked, texts in TEXTS.values() for text in texts for word in text.split()]
    texts = [" ".join(chance.choices(words, k=12)) for _ in range(2000)]
    begun = time.perf_counter()
    ready = similar(texts)
    built = time.perf_counter()
    for text in texts[:20]:
        assert ready.nearest(text)[0][1] == pytest.approx(1)
    asked = (time.perf_counter() - built) / 20
    assert built - begun < 2
    assert asked < 0.1
