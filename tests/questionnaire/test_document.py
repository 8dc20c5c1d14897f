"""A questionnaire as one JSON document."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.questionnaire import (
    Choice,
    Group,
    NotAQuestionnaire,
    Question,
    Questionnaire,
    Rule,
    from_json,
    pieces,
    plain,
    text_in,
    to_json,
)
from lipnet.questionnaire.expressions import parse
from lipnet.questionnaire.model import DECLINES, KINDS, MEDIA, ROLES, STATES, TYPES
from tests.questionnaire.forms import group, question, questionnaire

texts = st.dictionaries(st.sampled_from(["en", "fr", "ar"]), st.text(max_size=10), max_size=3)
names = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
rules = st.none() | st.sampled_from(["1 = 1", "${a} + 1", "regex(., 'a')"]).map(
    lambda source: Rule(source, parse(source))
)
media = st.dictionaries(st.sampled_from(MEDIA), texts, max_size=2)
several_names = st.lists(names, max_size=2).map(tuple)
questions = st.builds(
    Question,
    names,
    st.sampled_from(TYPES),
    label=texts,
    hint=texts,
    required=rules,
    relevant=rules,
    calculation=rules,
    constraint_message=texts,
    appearance=several_names,
    default=st.text(max_size=5),
    dynamic_default=rules,
    read_only=st.booleans(),
    parameters=st.dictionaries(names, st.text(max_size=4), max_size=2),
    trigger=several_names,
    media=media,
    declines=st.lists(st.sampled_from(DECLINES), unique=True).map(tuple),
    role=st.sampled_from(ROLES),
    bank_id=st.text(max_size=5),
    aliases=several_names,
)
groups = st.builds(
    Group,
    names,
    label=texts,
    relevant=rules,
    items=st.lists(questions, max_size=3).map(tuple),
    field_list=st.booleans(),
    repeat=st.booleans(),
    repeat_count=rules,
    media=media,
)
choices = st.builds(
    Choice,
    names,
    texts,
    st.dictionaries(names, st.text(max_size=4), max_size=2),
    kind=st.sampled_from(KINDS),
    media=media,
)
states = st.dictionaries(st.sampled_from(["en", "fr"]), st.sampled_from(STATES), max_size=2)
questionnaires = st.builds(
    Questionnaire,
    texts,
    form_id=names,
    items=st.lists(questions | groups, max_size=4).map(tuple),
    choices=st.dictionaries(names, st.lists(choices, max_size=3).map(tuple), max_size=2),
    removed=st.lists(questions, max_size=2).map(tuple),
    states=st.dictionaries(names, states, max_size=2),
    made_from=st.dictionaries(names, texts, max_size=2),
)


@given(questionnaires)
def test_nothing_is_lost_on_the_way_to_json_and_back(made):
    assert from_json(json.loads(json.dumps(to_json(made)))) == made


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        {},
        {"schema": 99},
        {"schema": 1, "items": [{}]},
        {"schema": 1, "items": [{"kind": "question", "name": "a", "type": "geopoint"}]},
        {"schema": 1, "items": [{"kind": "question", "name": 5, "type": "text"}]},
        {"schema": 1, "choices": []},
        {"schema": 1, "title": {"en": 5}},
    ],
)
def test_a_document_of_another_shape_is_refused(document):
    with pytest.raises(NotAQuestionnaire):
        from_json(document)


def test_groups_too_deep_are_refused():
    inner = {"kind": "group", "name": "g"}
    for _ in range(30):
        inner = {"kind": "group", "name": "g", "items": [inner]}
    with pytest.raises(NotAQuestionnaire):
        from_json({"schema": 1, "items": [inner]})


def test_questions_come_in_document_order_with_their_groups():
    made = questionnaire(question("a"), group("g", question("b"), group("h", question("c"))))
    assert [each.question.name for each in made.placed()] == ["a", "b", "c"]
    assert [[g.name for g in each.groups] for each in made.placed()] == [[], ["g"], ["g", "h"]]
    assert made.question("c").name == "c"
    assert made.question("z") is None


def test_a_text_falls_back_and_says_in_which_language_it_is():
    said = {"en": "Hello", "fr": "", "ar": "مرحبا"}
    assert text_in(said, "ar", "en") == ("مرحبا", "ar")
    assert text_in(said, "fr", "en") == ("Hello", "en")
    assert text_in(said, "es", "so") == ("Hello", "en")
    assert text_in({}, "en") == ("", "")


def test_a_text_is_cut_at_the_answers_it_names():
    cut = pieces("Dear ${ name }, you are ${age}.")
    assert [(piece.text, piece.is_answer) for piece in cut] == [
        ("Dear ", False),
        ("name", True),
        (", you are ", False),
        ("age", True),
        (".", False),
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("**Bold** and *so* on", "Bold and so on"),
        ("<b>Bold</b> &amp; more", "Bold & more"),
        ("# Heading", "Heading"),
        ("See [our page](https://example.org)", "See our page"),
        ("2 * 3 * 4 < 5", "2 * 3 * 4 < 5"),
        ("snake_case_name", "snake_case_name"),
    ],
)
def test_marks_are_taken_off_for_lists_and_exports(marked, expected):
    assert plain(marked) == expected
