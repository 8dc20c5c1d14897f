"""What would say who wrote an answer is masked, in any script; the rest of it stays readable."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.questionnaire.masking import masked, with_signs

SPOTTED = [
    ("Call me at 613-555-0199 please", "Call me at ▇ please", "number"),
    ("Tel. +1 (613) 555.0199.", "Tel. ▇.", "number"),
    ("اتصلوا بي على ٦١٣٥٥٥٠١٩٩ شكرا", "اتصلوا بي على ▇ شكرا", "number"),
    ("شماره من ۶۱۳ ۵۵۵ ۰۱۹۹ است", "شماره من ▇ است", "number"),
    ("मेरा फ़ोन ६१३५५५०१९९ है", "मेरा फ़ोन ▇ है", "number"),
    ("my SIN 046 454 286 was asked", "my SIN ▇ was asked", "number"),
    ("Write to jane.doe+1@mail.example.org!", "Write to ▇!", "email"),
    ("écrivez à jane (at) exemple.ca svp", "écrivez à ▇ svp", "email"),
    ("see https://face.example/jane.doe now", "see ▇ now", "link"),
    ("on the net I am @jane_doe", "on the net I am ▇", "link"),
    ("I live at 12 Main Street, with mould", "I live at ▇, with mould", "address"),
    ("I live at 1240 old mill road and wait", "I live at ▇ and wait", "address"),
    ("at 88 King St W since May", "at ▇ since May", "address"),
    ("J'habite au 45, rue de la Montagne depuis mai", "J'habite au ▇ depuis mai", "address"),
    ("au 3 boul. Saint-Joseph Est", "au ▇", "address"),
    ("I am in apt 402 there", "I am in ▇ there", "address"),
    ("Our code is k1a 0B1.", "Our code is ▇.", "postal_code"),
    ("My name is Fatima Al-Hassan and I wait", "My name is ▇ and I wait", "name"),
    ("my name is jane, i wait", "my name is ▇, i wait", "name"),
    ("Je m’appelle Amélie de la Tour. J'attends", "Je m’appelle ▇. J'attends", "name"),
    ("Hola, mi nombre es José Pérez y espero", "Hola, mi nombre es ▇ y espero", "name"),
    ("اسمي فاطمة وأنتظر", "اسمي ▇ وأنتظر", "name"),
    ("نام من مریم احمدی است", "نام من ▇ است", "name"),
    ("我叫王小明，我在等", "我叫▇，我在等", "name"),
    ("我的名字是李华。", "我的名字是▇。", "name"),
    ("Мене звати Олена Петренко, я чекаю", "Мене звати ▇, я чекаю", "name"),
    ("Меня зовут Иван и я жду", "Меня зовут ▇ и я жду", "name"),
    ("ስመይ ሳባ ተስፋይ እዩ", "ስመይ ▇ እዩ", "name"),
    ("Magacaygu waa Hodan Cali, waan sugayaa", "Magacaygu waa ▇, waan sugayaa", "name"),
    ("Ang pangalan ko ay Maria Santos.", "Ang pangalan ko ay ▇.", "name"),
    ("ਮੇਰਾ ਨਾਂ ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਹੈ", "ਮੇਰਾ ਨਾਂ ▇ ਹੈ", "name"),
    ("میرا نام احمد علی ہے", "میرا نام ▇ ہے", "name"),
    ("Tôi tên là Nguyễn Văn An, tôi chờ", "Tôi tên là ▇, tôi chờ", "name"),
]


@pytest.mark.parametrize(("text", "shown", "what"), SPOTTED)
def test_what_says_who_it_was_is_masked_and_named(text, shown, what):
    assert with_signs(text) == shown
    assert [piece.what for piece in masked(text) if piece.what] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "I waited 4 months, from 2019-2023, and paid $1500000.",
        "I walk 50 minutes on the road to the 8 o'clock bus.",
        "My name is not important.",
        "Nous sommes 5 dans 2 pièces; le loyer est de 1 450 $.",
        "The bus 95 comes at 10:40; the class has 25 places.",
        "晚上没有公交车",
        "",
    ],
)
def test_what_says_nothing_about_a_person_stays(text):
    assert with_signs(text) == text


def test_several_things_are_masked_each_and_overlapping_ones_once():
    text = "My name is Ana, ana@example.org, 613 555 0199, 12 Elm Street K1A 0B1"
    assert with_signs(text) == "My name is ▇, ▇, ▇, ▇ ▇"
    assert with_signs("www.example.org/ana@example.org") == "▇"


@given(st.text(max_size=300))
def test_nothing_is_lost_but_what_is_masked_and_nothing_added(text):
    pieces = masked(text)
    at = 0
    for piece in pieces:
        if not piece.what:
            at = text.index(piece.text, at) + len(piece.text)
    assert ("".join(piece.text for piece in pieces) == text) == all(
        not piece.what for piece in pieces
    )


@pytest.mark.parametrize("unit", ["1 ", "a.", "my name is ", "12 a b c ", "(1)-", "@", "اسمي "])
def test_a_hostile_text_takes_no_longer_than_its_length(unit):
    begun = time.perf_counter()
    masked((unit * 10_000)[:10_000])
    assert time.perf_counter() - begun < 1
