"""The starter set is whole in every language, and its names never change by mistake."""

import json
import re
from pathlib import Path

import pytest

from lipnet.questionnaire import answering, from_json, to_json
from lipnet.questionnaire.texts import names_piped
from lipnet.surveys.bank.starter import HERE, starter_set, themes

LANGUAGES = ("en", "fr", "ar", "es", "fa", "pa", "so", "ti", "tl", "uk", "zh-Hans")
SENSITIVE = {"immigration-pathway", "francophone-identity", "gender", "discrimination-12-months"}
LONGEST = {"label": 170, "hint": 190, "constraint_message": 130, "choice": 80}
GIVEN_OUT = json.loads((Path(__file__).parent / "given_out.json").read_text("utf-8"))
entries = pytest.mark.parametrize("entry", starter_set(), ids=lambda entry: entry.bank_id)


@entries
def test_a_question_says_all_it_says_in_every_language(entry):
    assert entry.languages == LANGUAGES
    question = entry.question
    for texts in (question.label, question.hint, question.constraint_message):
        assert set(texts) in (set(), set(LANGUAGES))
    assert question.label
    for choice in entry.choices:
        assert set(choice.label) == set(LANGUAGES)


@entries
def test_a_question_is_a_questionnaire_that_can_be_read_and_answered(entry):
    assert from_json(json.loads(json.dumps(to_json(entry.questionnaire)))) == entry.questionnaire
    answering.compile(entry.questionnaire)
    assert bool(entry.choices) == entry.question.type.startswith("select")


@entries
def test_a_question_says_why_it_is_asked_and_what_it_may_be_compared_with(entry):
    for texts in (entry.why, entry.note):
        assert set(texts) == {"en", "fr"}
        assert all(20 < len(text) < 260 for text in texts.values())


@entries
def test_no_text_is_too_long_for_a_telephone_or_holds_a_place(entry):
    for field in ("label", "hint", "constraint_message"):
        texts = getattr(entry.question, field)
        assert not names_piped(texts)
        assert all(len(text) <= LONGEST[field] for text in texts.values()), texts
    for choice in entry.choices:
        assert all(len(text) <= LONGEST["choice"] for text in choice.label.values()), choice
        assert not names_piped(choice.label)


@entries
def test_english_was_written_and_every_other_language_drafted(entry):
    assert entry.state_in("en") == "human"
    assert {entry.state_in(tag) for tag in LANGUAGES[1:]} == {"machine"}


@entries
def test_codes_are_plain_unique_and_say_what_stands_alone(entry):
    codes = [choice.code for choice in entry.choices]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", code) for code in codes)
    kinds = {choice.code: choice.kind for choice in entry.choices}
    for code in ("dont_know", "prefer_not", "other"):
        assert kinds.get(code, code) == code


def test_ids_are_unique_and_plain():
    ids = [entry.bank_id for entry in starter_set()]
    assert len(set(ids)) == len(ids) >= 45
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", bank_id) for bank_id in ids)


def test_ids_and_codes_once_given_out_stay_since_answers_are_kept_under_them():
    now = {entry.bank_id: [choice.code for choice in entry.choices] for entry in starter_set()}
    for bank_id, codes in GIVEN_OUT.items():
        assert set(codes) <= set(now[bank_id]), bank_id
    assert set(now) == set(GIVEN_OUT), "name the new questions in given_out.json"


def test_a_scale_is_the_same_wherever_it_stands():
    lists = {}
    for entry in starter_set():
        for name, choices in entry.questionnaire.choices.items():
            assert lists.setdefault(name, choices) == choices
    assert len(lists) < len(starter_set())


def test_sensitive_questions_are_marked_and_may_be_left():
    for entry in starter_set():
        if entry.bank_id in SENSITIVE:
            assert entry.question.role == "identity"
            assert any(choice.kind == "prefer_not" for choice in entry.choices)


def test_every_theme_has_a_name_in_every_language():
    assert len(themes()) == len(list((HERE / "themes").glob("*.json")))
    assert all(tuple(names) == LANGUAGES for names in themes().values())
    assert {entry.theme for entry in starter_set()} == set(themes())


def test_french_keeps_its_signs_with_their_words():
    text = (HERE / "texts" / "fr.json").read_text("utf-8")
    said = re.findall(r'": "(.*)"', text)
    assert said
    assert not [each for each in said if re.search(r"(?<![\u00a0])[?;!»]|« ", each)]


def test_right_to_left_texts_are_in_their_own_letters():
    for tag, letters in (("ar", "\u0600-\u06ff"), ("fa", "\u0600-\u06ff"), ("pa", "\u0a00-\u0a7f"),
                         ("ti", "\u1200-\u137f"), ("zh-Hans", "\u4e00-\u9fff"),
                         ("uk", "\u0400-\u04ff")):  # fmt: skip
        for entry in starter_set():
            assert re.search(f"[{letters}]", entry.question.label[tag]), (tag, entry.bank_id)
