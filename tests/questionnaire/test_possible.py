"""Rules that can never be true, and questions that can never show; no false alarms."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lipnet.questionnaire.expressions import Context, evaluate, is_true, parse
from lipnet.questionnaire.known import Known
from lipnet.questionnaire.model import Choice, Group, Question, Questionnaire, Rule
from lipnet.questionnaire.possible import SOME_MOMENT, can_be_true
from lipnet.questionnaire.review import review
from tests.questionnaire.reading import FULL, YES_NO, places, read

CODES = {"pet": ("1", "2", "cat", "dog")}
QUESTIONS = {
    "n": Question("n", "integer"),
    "d": Question("d", "decimal"),
    "t": Question("t", "text"),
    "day": Question("day", "date"),
    "one": Question("one", "select_one", list_name="pet"),
    "many": Question("many", "select_multiple", list_name="pet"),
    "calc": Question("calc", "calculate"),
    "ok": Question("ok", "acknowledge"),
    "at": Question("at", "time"),
}
KNOWN = Known(QUESTIONS, (), (), CODES, {}, repeated={"d"})


@pytest.mark.parametrize(
    "source",
    [
        "${n} > 5 and ${n} < 3",
        "${n} > 5 and ${n} < 6",
        "${n} >= 5 and not(${n} >= 4)",
        "${n} = 1 and ${n} = 2",
        "3 > ${n} and 5 < ${n}",
        "${n} = 'x'",
        "${n} and ${n} = 0",
        "${d} > 5 and ${d} < 5",
        "${one} = '1' and ${one} = '2'",
        "${one} = 'bird'",
        "${one} = 'cat' and ${one} > 1",
        "${one} and ${one} = ''",
        "selected(${one}, 'cat') and selected(${one}, 'dog')",
        "selected(${many}, 'bird')",
        "selected(${many}, 'cat') and not(selected(${many}, 'cat'))",
        "${many} = 'cat' and selected(${many}, 'dog')",
        "${t} = 'a' and ${t} = 'b'",
        "${t} = 'a' and ${t} > 3",
        "${day} > '2026-05-01' and ${day} < '2026-05-02'",
        "${day} = 'soon'",
        "${calc} = 5 and ${calc} = 'b' and ${calc} != 'c'",
        "(${n} > 5 or ${n} > 7) and ${n} < 3",
        "(${n} = 1 and ${n} = 2) or (${one} = '1' and ${one} = '2')",
        "false()",
        "1 > 2",
        "${ok} = 'yes'",
        "${at} = '10:00' and ${at} = '11:00'",
    ],
)
def test_a_rule_that_contradicts_itself_can_never_be_true(source):
    assert not can_be_true([parse(source)], KNOWN)


@pytest.mark.parametrize(
    "source",
    [
        "${n} > 5 and ${n} < 7",
        "${n} > 5 or ${n} < 3",
        "not(${n} > 5) and not(${n} < 7)",
        "${d} > 5 and ${d} < 6",
        "${n} > 5 and ${d} < 3",
        "selected(${many}, 'cat') and selected(${many}, 'dog')",
        "selected(${many}, 'cat') and ${many} != 'cat'",
        "selected(${many}, '1') and not(selected(${many}, '2')) and selected(${many}, 'cat')",
        "selected(${t}, 'a') and selected(${t}, 'b')",
        "selected(${t}, 'a') and ${t} != 'a'",
        "${t} > 3 and ${t} < 4",
        "${day} >= '2026-05-01' and ${day} <= '2026-05-01'",
        "${day} > today() and ${day} < today()",
        "${n} + 1 > 5 and ${n} + 1 < 3",
        "sum(${d}) > 5 and ${d} < 3",
        "${unknown} = 1 and ${unknown} = 2",
        "${one} = '1' or ${one} = 'bird'",
        "random() < 0",
        "${ok} = 'OK' and ${at} != '10:00'",
        "${calc} = 'a' and ${calc} = 'b'",
        " and ".join(f"${{n}} != {number}" for number in range(100)),
        " and ".join(f"(${{n}} != {number} or ${{t}} != '{number}')" for number in range(30)),
    ],
)
def test_a_rule_that_may_be_true_is_left_alone(source):
    assert can_be_true([parse(source)], KNOWN)


def test_a_question_of_a_repeat_may_differ_from_rule_to_rule():
    rules = [parse("${d} > 5"), parse("${d} < 3")]
    assert can_be_true(rules, KNOWN)
    assert not can_be_true([parse("${n} > 5"), parse("${n} < 3")], KNOWN)


def plain(name):
    """Conditions on one question as people write them, with values near those it takes."""
    fixed = st.sampled_from(
        ["0", "1", "2", "3.5", "-1", "'1'", "'2'", "'cat'", "'dog'", "''", "'a'"]
    )
    fixed |= st.sampled_from(
        ["'2026-05-01'", "'2026-05-02'", "true()", "'cat dog'", "1 + 1", "'bird'"]
    )
    compare = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])
    return st.one_of(
        st.builds(lambda sign, value: f"${{{name}}} {sign} {value}", compare, fixed),
        st.builds(lambda sign, value: f"{value} {sign} ${{{name}}}", compare, fixed),
        st.builds(lambda value: f"selected(${{{name}}}, {value})", fixed),
        st.just(f"${{{name}}}"),
    )


conditions = st.recursive(
    st.sampled_from(sorted(QUESTIONS)).flatmap(plain),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(lambda rules: f"({' and '.join(rules)})"),
        st.lists(inner, min_size=2, max_size=3).map(lambda rules: f"({' or '.join(rules)})"),
        inner.map(lambda rule: f"not({rule})"),
    ),
    max_leaves=8,
)
numbers = st.integers(-2, 4).map(float)
days = st.dates(date(2026, 4, 29), date(2026, 5, 4)).map(date.isoformat)
answers = st.fixed_dictionaries(
    {
        "n": st.just("") | numbers,
        "d": st.just("") | st.floats(-2, 5),
        "t": st.sampled_from(["", "a", "cat", "cat dog", "dog cat", "1", "2.5", "a b", "3"]) | days,
        "day": st.just("") | days,
        "one": st.sampled_from(["", *CODES["pet"]]),
        "many": st.lists(st.sampled_from(CODES["pet"]), unique=True).map(" ".join),
        "ok": st.sampled_from(["", "OK"]),
        "at": st.sampled_from(["", "10:00", "11:00"]),
        "calc": st.sampled_from(["", "a", "cat", 1.0, 2.5, True, False, "cat dog"])
        | numbers
        | days,
    }
)


@settings(max_examples=600)
@given(conditions, answers)
def test_what_some_answers_make_true_is_never_called_impossible(source, given_answers):
    tree = parse(source)
    if is_true(evaluate(tree, Context(given_answers, SOME_MOMENT))):
        assert can_be_true([tree], KNOWN)


def test_a_question_that_contradicts_its_groups_is_pointed_at_once():
    rows = [
        FULL,
        ["select_one yn", "yn", "Y"],
        ["begin_group", "g", "G", "${yn} = 'yes'"],
        ["begin_group", "h", "H"],
        ["text", "a", "A", "${yn} = 'no'"],
        ["text", "b", "B", "${yn} = 'yes'"],
        ["end_group"],
        ["end_group"],
    ]
    assert places(read(rows, YES_NO)) == [("survey!D5", "warning", "rule_against_groups")]


def test_a_question_that_hangs_on_one_that_never_shows_is_pointed_at():
    rows = [
        FULL,
        ["integer", "n", "N"],
        ["integer", "never", "N", "${n} > 5 and ${n} < 3"],
        ["text", "rests", "R", "${never} > 0"],
        ["text", "behind", "B", "${rests} != ''"],
        ["text", "free", "F", "${never} = '' or ${rests} = 'x'"],
        ["begin_group", "g", "G", "${rests} = 'x'"],
        ["text", "inside", "I"],
        ["end_group"],
        ["text", "after", "A", "${inside} = 'x'"],
    ]
    imported = read(rows)
    told = [(f.cell, f.code, f.particulars.get("name")) for f in imported.findings]
    assert [each for each in told if each[1].startswith("rule_")] == [
        ("D3", "rule_never_true", None),
        ("D4", "rule_rests_on_unasked", "never"),
        ("D5", "rule_rests_on_unasked", "rests"),
        ("D7", "rule_rests_on_unasked", "rests"),
        ("D10", "rule_rests_on_unasked", "inside"),
    ]


def test_a_constraint_that_no_answer_meets_is_pointed_at():
    rows = [
        FULL,
        ["integer", "n", "N", "", "", ". > 5 and . < 3"],
        ["select_one yn", "yn", "Y", "", "", ". = 'perhaps'"],
        ["select_one yn", "ok", "O", "${yn} = 'no'", "", "(. = 'yes' and ${yn} = 'no')"],
    ]
    assert places(read(rows, YES_NO)) == [
        ("survey!F2", "warning", "rule_refuses_all"),
        ("survey!F3", "warning", "rule_refuses_all"),
    ]


def rule(source):
    return Rule(source, parse(source))


def test_a_questionnaire_made_without_a_workbook_is_reviewed_as_well():
    found = review(
        Questionnaire(
            title={"en": "T"},
            choices={"pet": (Choice("cat"), Choice("dog"))},
            items=(
                Question("early", "text", relevant=rule("${pet} = 'cat'")),
                Question("pet", "select_one", list_name="pet"),
                Question("a", "text", relevant=rule("${b} = 'x'")),
                Question("b", "text", relevant=rule("${a} = 'x'")),
                Question("lost", "text", relevant=rule("${gone} = 1")),
                Group(
                    "g",
                    relevant=rule("${pet} = 'cat'"),
                    items=(Question("c", "text", relevant=rule("${pet} = 'dog'")),),
                ),
                Question("n", "integer", constraint=rule(". = 'many'")),
            ),
        )
    )
    assert {(each.item, each.field, each.severity, each.fault.code) for each in found} == {
        ("early", "relevant", "warning", "rule_forward"),
        ("a", "relevant", "error", "rule_cycle"),
        ("a", "relevant", "warning", "rule_forward"),
        ("lost", "relevant", "error", "rule_unknown_name"),
        ("c", "relevant", "warning", "rule_against_groups"),
        ("n", "constraint", "warning", "rule_refuses_all"),
    }
