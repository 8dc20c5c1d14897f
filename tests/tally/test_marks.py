"""A response is a handful of marks: what was said, without who said it."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.tally import Question, Shape, marks_of, quantised
from tests.tally.samples import DAY, SHAPE, batches, counted, sheet_of

MORE = Shape((Question("first", "rank", ("park", "bus")), Question("sleep", "time")))


def marks(answers, shape=SHAPE):
    return marks_of(shape, answers, language="en", mode="web", day=DAY)


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
    assert tally["status"].values == {"pr": 1, "refugee": 0, "student": 0}
    assert tally["services"].values == {"job": 1, "language": 0, "health": 1}
    assert tally["age"].values == {"34": 1}
    assert tally["rent"].values == {"1250": 1}
    assert tally["arrived"].values == {"2025-11": 1}
    assert (tally["wish"].answered, tally["wish"].values) == (1, {})


def test_a_ranking_is_counted_by_place_and_a_time_by_its_hour():
    tally = counted({"first": ["bus", "park"], "sleep": "22:40"}, shape=MORE)
    assert tally["first"].values == {"park#1": 0, "park#2": 1, "bus#1": 1, "bus#2": 0}
    assert tally["sleep"].values == {"22": 1}


def test_the_words_of_an_open_answer_are_not_kept():
    assert "secret" not in str(marks({"wish": "a secret"}))


def test_blank_and_not_asked_are_told_apart():
    tally = counted({"status": None, "services": [], "wish": ""}, {"status": "pr"}, {})
    assert (tally.responses, tally["status"].answered, tally["status"].blank) == (3, 1, 1)
    assert (tally["services"].blank, tally["wish"].blank, tally["age"].blank) == (1, 1, 0)


def test_an_option_ticked_twice_counts_once():
    assert counted({"services": ["job", "job"]})["services"].values["job"] == 1


def test_what_is_known_of_the_response_itself_is_counted():
    tally = sheet_of(
        [
            {"answers": {"status": "pr"}, "language": "ar", "mode": "paper", "day": DAY},
            {"answers": {"status": None}, "language": "en", "mode": "web", "day": DAY},
        ]
    )
    assert tally["@language"].values == {"ar": 1, "en": 1}
    assert tally["@mode"].values == {"paper": 1, "web": 1}
    assert tally["@day"].values == {"2026-07-01": 2}
    assert tally["@completion"].values == {"all": 1, "most": 0, "half": 0, "few": 1}
    with pytest.raises(KeyError):
        tally["@address"]


def test_who_says_why_there_is_no_answer_is_blank_and_counted_by_the_reason():
    tally = counted(
        {"age": {"declined": "dont_know"}}, {"age": {"declined": "prefer_not"}}, {"age": 4}
    )
    assert (tally["age"].blank, tally["age"].answered) == (2, 1)
    assert tally["age"].declined == {"dont_know": 1, "prefer_not": 1}


@pytest.mark.parametrize(
    ("number", "step"),
    [("0.5", 1), ("-0.5", 0), (34, 34), (199, 199), (224, 200), (225, 250), (1999, 1999)]
    + [(2026, 2026), (2249, 2000), (37_499, 35_000), (37_500, 40_000), (-270_400, -250_000)],
)
def test_numbers_are_counted_in_steps_fine_enough_for_ages_and_years(number, step):
    assert quantised(Decimal(number)) == step


@pytest.mark.parametrize(("number", "bin_"), [(24, "0"), (25, "50"), ("-25", "0"), (-26, "-50")])
def test_a_step_of_ones_own_is_kept_to(number, bin_):
    assert list(counted({"rent": number})["rent"].values) == [bin_]


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=20))
def test_the_sum_of_numbers_is_exact_however_coarsely_they_are_counted(numbers):
    shape = Shape((Question("income", "number", places=2),))
    tally = counted(*({"income": str(number)} for number in numbers), shape=shape)
    assert tally.total("income") == sum(numbers)
    assert tally.mean("income") == sum(numbers) / len(numbers)


def test_nobody_has_no_mean():
    assert counted({}).mean("age") is None


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
def test_an_answer_of_the_wrong_kind_is_refused(answers):
    with pytest.raises(ValueError, match=next(iter(answers))):
        marks({"services": ["job"]} | answers)


def test_answers_to_questions_that_are_not_counted_are_passed_over():
    assert counted({"gone": "x"}).responses == 1


@given(batches)
def test_each_response_is_counted_once_among_those_who_answered_or_left_a_question(batch):
    tally = sheet_of(batch)
    seen = Counter(name for one in batch for name in one["answers"])
    assert tally.responses == len(batch)
    assert all(tally[name].answered + tally[name].blank == seen[name] for name in seen)


def test_the_members_of_a_household_count_once_for_all_that_they_said():
    household = Shape(
        (
            Question("works", "many", ("yes", "no"), repeat="people"),
            Question("speaks", "many", ("en", "fr"), repeat="people"),
            Question("name", "text", repeat="people"),
        )
    )
    found = counted(
        {"people": [{"works": "yes", "speaks": ["fr", "en"]}, {"works": "yes", "name": "Bo"}]},
        {"people": [{"works": "no", "speaks": None}, {"works": {"declined": "dont_know"}}]},
        {"people": []},
        {},
        shape=household,
    )
    assert found.responses == 4
    assert (found["works"].answered, found["works"].values) == (2, {"yes": 1, "no": 1})
    assert (found["speaks"].answered, found["speaks"].blank) == (1, 1)
    assert (found["name"].answered, found["name"].values) == (1, {})


def test_a_number_of_each_member_cannot_be_counted_as_one_of_the_household():
    with pytest.raises(ValueError, match="repeated"):
        Question("age", "number", repeat="people")
