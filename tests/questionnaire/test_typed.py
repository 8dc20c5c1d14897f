"""What people type, in any digits, becomes an answer or a reason."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.questionnaire.codes import PROBLEM_CODES
from lipnet.questionnaire.typed import NotAnAnswer, read

KINDS = ["text", "integer", "decimal", "date", "select_one", "select_multiple"]


@pytest.mark.parametrize(
    ("kind", "raw", "answer"),
    [
        ("integer", "42", 42),
        ("integer", " 42 ", 42),
        ("integer", "٤٢", 42),
        ("integer", "۴۲", 42),
        ("integer", "४२", 42),
        ("integer", "４２", 42),
        ("integer", "−5", -5),
        ("integer", "\u200f-5", -5),
        ("integer", "1 234", 1234),
        ("integer", "1\u202f234\u202f567", 1234567),
        ("integer", "1,234", 1234),
        ("integer", "1.234", 1234),
        ("integer", "3.0", 3),
        ("integer", "007", 7),
        ("decimal", "3.5", 3.5),
        ("decimal", "3,5", 3.5),
        ("decimal", "٣٫٥", 3.5),
        ("decimal", "0,125", 0.125),
        ("decimal", "1,234.5", 1234.5),
        ("decimal", "1.234,5", 1234.5),
        ("decimal", "2.0", 2),
        ("decimal", ".5", 0.5),
        ("date", "2026-05-01", "2026-05-01"),
        ("date", "2026-5-1", "2026-05-01"),
        ("date", "٢٠٢٦-٠٥-٠١", "2026-05-01"),
        ("text", "  hello\r\nworld\x00 ", "hello\nworld"),
        ("text", "e\u0301", "é"),
        ("text", ["one"], "one"),
        ("text", 5, "5"),
        ("select_one", ["b"], "b"),
        ("select_one", ["", "b"], "b"),
        ("select_multiple", ["c", "a", "a"], ["a", "c"]),
        ("select_multiple", "a", ["a"]),
        ("select_multiple", [], None),
        ("select_multiple", [""], None),
        ("integer", "   ", None),
        ("text", None, None),
    ],
)
def test_it_is_read_as_it_was_meant(kind, raw, answer):
    found = read(kind, raw, ("a", "b", "c"))
    assert found == answer
    assert type(found) is type(answer)


@pytest.mark.parametrize(
    ("kind", "raw", "code"),
    [
        ("integer", "many", "not_a_number"),
        ("integer", "1-2", "not_a_number"),
        ("integer", "1.5", "not_whole"),
        ("integer", "1" * 16, "too_many_digits"),
        ("integer", 10**15, "too_many_digits"),
        ("integer", float("nan"), "not_a_number"),
        ("decimal", "1,234", "unsure_number"),
        ("decimal", "1e5", "not_a_number"),
        ("date", "01/05/2026", "not_a_date"),
        ("date", "2026-02-30", "not_a_date"),
        ("date", "0000-01-01", "not_a_date"),
        ("text", "a" * 5001, "too_long"),
        ("text", True, "wrong_shape"),
        ("text", {"a": 1}, "wrong_shape"),
        ("text", ["a", 1], "wrong_shape"),
        ("text", ["a", "b"], "one_only"),
        ("select_one", "z", "not_a_choice"),
        ("select_one", ["a", "b"], "one_only"),
        ("select_multiple", ["a", "z"], "not_a_choice"),
        ("select_multiple", ["a"] * 2000, "wrong_shape"),
    ],
)
def test_what_is_no_answer_says_why(kind, raw, code):
    with pytest.raises(NotAnAnswer) as refused:
        read(kind, raw, ("a", "b", "c"))
    assert refused.value.code == code
    assert set(refused.value.particulars) == set(PROBLEM_CODES[code])


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)


@given(st.sampled_from(KINDS), anything | st.from_regex(r"[-0-9.,٠-٩ ]{1,20}", fullmatch=True))
def test_whatever_is_sent_is_an_answer_that_reads_again_as_itself_or_a_reason(kind, raw):
    try:
        answer = read(kind, raw, ("a", "b"))
    except NotAnAnswer as refused:
        assert refused.code in PROBLEM_CODES
        return
    assert read(kind, json.loads(json.dumps(answer)), ("a", "b")) == answer
