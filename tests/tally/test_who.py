"""Filters are written in one way, read back, and mean what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.tally import (
    EVERYONE,
    BadWho,
    Both,
    Either,
    Is,
    Not,
    Question,
    Shape,
    bits_of,
    block,
    marks_of,
    parse_who,
    questions_in,
    who_text,
)
from tests.tally.samples import SHAPE, batches

SPECIAL = Shape((Question("language", "one", ("a|b", "c d", "é&!", "%")),))

leaves = (
    st.builds(Is, st.just("status"), st.frozensets(st.sampled_from(["pr", "refugee"]), min_size=1))
    | st.builds(Is, st.just("services"), st.frozensets(st.just("job"), min_size=1))
    | st.builds(Is, st.just("@language"), st.frozensets(st.sampled_from(["en", "ar"]), min_size=1))
)
trees = st.recursive(
    leaves,
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(Both, st.lists(inner, min_size=2, max_size=3).map(tuple))
        | st.builds(Either, st.lists(inner, min_size=2, max_size=3).map(tuple))
    ),
    max_leaves=6,
)


@given(trees)
def test_a_filter_is_read_back_as_it_was_written(who):
    assert parse_who(who_text(who), SHAPE) == who


def test_the_writing_is_short_and_plain():
    text = "language:ar|fa & !status:pr & (services:job | services:health)"
    who = parse_who(text, SHAPE)
    assert who_text(who) == text
    assert questions_in(who) == {"@language", "status", "services"}


def test_spaces_may_be_missing_and_a_bar_before_a_name_is_an_or():
    loose = parse_who("status:pr|refugee|services:job", SHAPE)
    assert loose == parse_who("status:pr|refugee | services:job", SHAPE)


def test_codes_with_signs_and_a_question_named_like_ours_are_told_apart():
    who = Both((Is("language", frozenset(["a|b", "c d", "é&!", "%"])), Is("@language", {"fr"})))
    assert parse_who(who_text(who), SPECIAL) == who


def test_nothing_written_is_everyone():
    assert parse_who("  ", SHAPE) == EVERYONE
    assert who_text(EVERYONE) == ""


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("status", "syntax", 0),
        ("status:", "syntax", 0),
        ("status:pr &", "syntax", 11),
        ("status:pr)", "syntax", 9),
        ("(status:pr", "syntax", 0),
        ("status:pr services:job", "syntax", 10),
        ("colour:red", "question", 0),
        ("age:30", "question", 0),
        ("!status:king", "value", 1),
        ("completion:much", "value", 0),
        ("!" * 20 + "status:pr", "too_deep", 13),
        ("status:pr & " * 200 + "status:pr", "too_long", 2000),
    ],
)
def test_what_cannot_be_read_says_where(text, code, place):
    with pytest.raises(BadWho) as wrong:
        parse_who(text, SHAPE)
    assert (wrong.value.code, wrong.value.place) == (code, place)


def applies(who, marks):
    match who:
        case Is(question, values):
            return any(("value", question, value) in marks for value in values)
        case Not(part):
            return not applies(part, marks)
        case Both(parts):
            return all(applies(part, marks) for part in parts)
        case Either(parts):
            return any(applies(part, marks) for part in parts)


@given(trees | st.just(EVERYONE) | st.just(Either(())), batches)
def test_bits_are_those_of_the_people_meant(who, batch):
    people = [marks_of(SHAPE, **one) for one in batch]
    bits = block.Bits()
    block.fold(bits, people)
    everyone = bits.get(("responses", "", ""), 0)
    found = bits_of(who, everyone, lambda name, value: bits.get(("value", name, value), 0))
    assert found == sum(1 << place for place, marks in enumerate(people) if applies(who, marks))
