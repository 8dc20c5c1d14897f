"""Bounds and steps, whole rankings, answers that stand alone, and saying why there is none."""

from dataclasses import replace

import pytest

from lipnet.questionnaire import Choice, answering
from lipnet.questionnaire.answering import check_answers, visible_items
from lipnet.questionnaire.fitting import scale_of
from lipnet.questionnaire.typed import DECLINED
from tests.questionnaire.forms import MOMENT, question, questionnaire


def compiled_of(*questions, **lists):
    return answering.compile(questionnaire(*questions, **lists))


def outcome(compiled, answers):
    found = check_answers(compiled, answers, MOMENT, "en")
    return found.document, [(each.name, each.code) for each in found.problems]


@pytest.mark.parametrize(
    ("parameters", "scale"),
    [
        ({"start": "0", "end": "3"}, ["0", "1", "2", "3"]),
        ({"start": "0", "end": "1", "step": "0.5"}, ["0", "0.5", "1"]),
        ({"start": "5", "end": "1"}, ["1", "2", "3", "4", "5"]),
        ({"start": "x", "end": "", "step": "0"}, [str(n) for n in range(1, 11)]),
    ],
)
def test_a_range_has_a_scale(parameters, scale):
    assert scale_of(question("a", "range", parameters=parameters)) == scale


def test_a_scale_without_end_is_cut_to_a_thousand_steps():
    endless = question("a", "range", parameters={"start": "0", "end": "1000000", "step": "0.001"})
    assert len(scale_of(endless)) == 1_001


@pytest.mark.parametrize(
    ("answer", "code"), [("11", "out_of_range"), ("-1", "out_of_range"), ("2.5", "not_on_scale")]
)
def test_an_answer_outside_its_range_is_named(answer, code):
    compiled = compiled_of(question("a", "range", parameters={"start": "0", "end": "10"}))
    assert outcome(compiled, {"a": answer})[1] == [("a", code)]
    assert outcome(compiled, {"a": "10"}) == ({"a": 10}, [])


def test_a_ranking_is_kept_in_the_persons_order_and_places_everything():
    compiled = compiled_of(question("a", "rank", list_name="l"), l="x y z")
    assert outcome(compiled, {"a": ["z", "x", "y"]}) == ({"a": ["z", "x", "y"]}, [])
    assert outcome(compiled, {"a": ["x@2", "y@3", "z@1"]}) == ({"a": ["z", "x", "y"]}, [])
    assert outcome(compiled, {"a": ["x@1", "y@2"]})[1] == [("a", "rank_unfinished")]
    assert outcome(compiled, {"a": ["x@1", "y@1", "z@2"]})[1] == [("a", "rank_twice")]
    assert outcome(compiled, {"a": ["x", "x", "y"]})[1] == [("a", "rank_twice")]
    assert outcome(compiled, {"a": ["q@1"]})[1] == [("a", "not_a_choice")]
    assert outcome(compiled, {"a": []}) == ({"a": None}, [])


def test_none_of_these_stands_alone():
    made = questionnaire(question("a", "select_multiple", list_name="l"), l="x y none")
    kinds = tuple(
        replace(each, kind="exclusive" if each.code == "none" else "") for each in made.choices["l"]
    )
    compiled = answering.compile(replace(made, choices={"l": kinds}))
    assert outcome(compiled, {"a": ["none"]}) == ({"a": ["none"]}, [])
    assert outcome(compiled, {"a": ["x", "y"]})[1] == []
    assert outcome(compiled, {"a": ["x", "none"]})[1] == [("a", "stands_alone")]


def test_a_person_may_say_why_there_is_no_answer():
    asked = question("a", "integer", required="true()", constraint=". > 5", declines=("dont_know",))
    compiled = compiled_of(asked, question("b", relevant="${a} = ''"))
    kept, problems = outcome(compiled, {"a": [DECLINED + "dont_know"]})
    assert (kept, problems) == ({"a": {"declined": "dont_know"}, "b": None}, [])
    assert outcome(compiled, kept)[0] == kept
    assert outcome(compiled, {"a": [DECLINED + "prefer_not"]})[1] == [("a", "not_a_choice")]
    assert outcome(compiled, {"a": ["7", DECLINED + "dont_know"]})[1] == [("a", "one_only")]


def test_a_mixed_order_is_the_persons_own_and_keeps_other_and_none_last():
    made = questionnaire(
        question("a", "select_one", list_name="l", parameters={"randomize": "true"})
    )
    plain = tuple(Choice(f"c{n}", {"en": f"C{n}"}) for n in range(9))
    last = (Choice("other", {"en": "Other"}, kind="other"), Choice("none", kind="exclusive"))
    compiled = answering.compile(replace(made, choices={"l": (*last, *plain)}))

    def order(seed):
        shown = visible_items(compiled, 0, {}, replace(MOMENT, seed=seed))[0]
        return [choice.code for choice in shown.choices]

    assert order(1) == order(1) != order(2)
    assert order(1)[-2:] == ["other", "none"]
    assert sorted(order(1)) == sorted(order(2))


def test_an_order_may_be_seeded_by_an_answer():
    seeded = {"randomize": "true", "seed": "${s}"}
    made = questionnaire(
        question("s", "integer"), question("a", "select_one", list_name="l", parameters=seeded)
    )
    many = tuple(Choice(f"c{n}") for n in range(9))
    compiled = answering.compile(replace(made, choices={"l": many}))

    def order(answer):
        shown = visible_items(compiled, 0, {"s": answer}, MOMENT)[1]
        return [choice.code for choice in shown.choices]

    assert order(1) == order(1) != order(2)


def test_a_default_may_be_worked_out_until_the_person_types():
    later = replace(question("b"), dynamic_default=question("x", relevant="${a}").relevant)
    compiled = compiled_of(question("a"), later)
    assert [page.names for page in compiled.pages] == [("a",), ("b",)]
    assert visible_items(compiled, 1, {"a": "Ana"}, MOMENT)[0].answer == "Ana"
    assert visible_items(compiled, 1, {"a": "Ana", "b": "Bo"}, MOMENT)[0].answer == "Bo"


def test_a_calculation_with_a_trigger_waits_for_an_answer():
    waiting = question("b", "calculate", calculation="'ready'", trigger=("a",))
    compiled = compiled_of(question("a"), waiting)
    assert "b" not in outcome(compiled, {})[0]
    assert outcome(compiled, {"a": "x"})[0]["b"] == "ready"


def test_files_stand_on_the_last_page():
    compiled = compiled_of(question("photo", "image"), question("a"), question("b"))
    assert [page.names for page in compiled.pages] == [("a", "b"), ("photo",)]
