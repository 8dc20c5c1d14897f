"""A tally counts each response once, and can forget one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.tally import Question, Shape, add, empty, from_json, merge, subtract, to_json
from tests.tally.samples import DAY, SHAPE, batches, counted, responses, sheet_of


def test_every_kind_of_question_is_counted_in_its_way():
    tally = counted(
        {
            "status": "pr",
            "services": ["job", "health"],
            "age": 34,
            "rent": "1230.50",
            "arrived": "2025-11-30",
            "wish": "A park",
        }
    )
    assert tally.responses == 1
    assert tally.values("status") == {"pr": 1, "refugee": 0, "student": 0}
    assert tally.values("services") == {"job": 1, "language": 0, "health": 1}
    assert tally.values("age") == {"34": 1}
    assert tally.values("rent") == {"1250": 1}
    assert tally.values("arrived") == {"2025-11": 1}
    assert (tally.answered("wish"), tally.values("wish")) == (1, {})


def test_the_words_of_an_open_answer_are_not_kept():
    assert "secret" not in json.dumps(to_json(counted({"wish": "a secret"})))


def test_blank_and_not_asked_are_told_apart():
    tally = counted({"status": None, "services": [], "wish": ""}, {"status": "pr"}, {})
    assert (tally.responses, tally.answered("status"), tally.blank("status")) == (3, 1, 1)
    assert (tally.blank("services"), tally.blank("wish"), tally.blank("age")) == (1, 1, 0)


def test_an_option_ticked_twice_counts_once():
    assert counted({"services": ["job", "job"]}).values("services")["job"] == 1


def test_responses_are_counted_by_language_mode_and_day():
    tally = counted({}, {})
    add(tally, {}, language="ar", mode="paper", day=DAY.replace(day=2))
    assert tally.by("language") == {"ar": 1, "en": 2}
    assert tally.by("mode") == {"paper": 1, "web": 2}
    assert tally.by("day") == {"2026-07-01": 2, "2026-07-02": 1}
    with pytest.raises(KeyError):
        tally.by("address")


@pytest.mark.parametrize(
    ("number", "bin_"),
    [(24, "0"), (25, "50"), (74.9, "50"), (75, "100"), ("-25", "0"), (-26, "-50"), (0, "0")],
)
def test_numbers_are_kept_to_the_nearest_step(number, bin_):
    assert list(counted({"rent": number}).values("rent")) == [bin_]


@pytest.mark.parametrize(
    "answers",
    [
        {"status": "king"},
        {"status": ["pr"]},
        {"status": 1},
        {"services": "job"},
        {"services": ["job", "king"]},
        {"services": [["job"]]},
        {"age": "old"},
        {"age": True},
        {"age": float("nan")},
        {"age": "1e999999999"},
        {"age": [1]},
        {"arrived": "yesterday"},
        {"arrived": 2025},
        {"wish": {"a": 1}},
    ],
)
def test_an_answer_of_the_wrong_kind_is_refused_and_nothing_of_its_response_is_counted(answers):
    tally = counted()
    with pytest.raises(ValueError, match=next(iter(answers))):
        add(tally, {"services": ["job"]} | answers, language="en", mode="web", day=DAY)
    assert tally == empty(SHAPE)


def test_answers_to_questions_that_are_not_counted_are_passed_over():
    assert counted({"gone": "x"}).responses == 1


def test_a_response_that_was_not_counted_here_cannot_be_taken_out():
    tally = counted({"status": "pr"})
    with pytest.raises(ValueError, match="not counted here"):
        subtract(tally, {"status": "student"}, language="en", mode="web", day=DAY)
    assert tally == counted({"status": "pr"})


def test_tallies_of_different_questions_are_not_mixed():
    with pytest.raises(ValueError, match="different questions"):
        merge(counted(), empty(Shape((Question("other", "text"),))))
    with pytest.raises(ValueError, match="other questions"):
        from_json(Shape(()), to_json(counted({"status": "pr"})))


@given(batches, responses)
def test_a_response_added_and_withdrawn_leaves_no_trace(before, response):
    tally = sheet_of(before)
    add(tally, **response)
    subtract(tally, **response)
    assert tally == sheet_of(before)
    assert to_json(tally) == to_json(sheet_of(before))


@given(batches, st.data())
def test_the_parts_together_are_the_whole_in_any_order(batch, data):
    cut = data.draw(st.integers(0, len(batch)))
    shuffled = data.draw(st.permutations(batch))
    assert merge(sheet_of(batch[:cut]), sheet_of(batch[cut:])) == sheet_of(shuffled)


@given(batches)
def test_a_stored_tally_comes_back_the_same(batch):
    tally = sheet_of(batch)
    assert from_json(SHAPE, json.loads(json.dumps(to_json(tally)))) == tally


def test_who_says_why_there_is_no_answer_is_blank_and_counted_by_the_reason():
    tally = counted(
        {"age": {"declined": "dont_know"}}, {"age": {"declined": "prefer_not"}}, {"age": 4}
    )
    assert (tally.blank("age"), tally.answered("age")) == (2, 1)
    assert tally.declined("age") == {"dont_know": 1, "prefer_not": 1}
    subtract(tally, {"age": {"declined": "dont_know"}}, language="en", mode="web", day=DAY)
    assert tally.declined("age") == {"prefer_not": 1}
