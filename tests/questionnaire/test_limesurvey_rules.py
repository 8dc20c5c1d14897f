"""LimeSurvey's expressions become our rules, or are listed with their own words."""

import pytest

from lipnet.questionnaire import answering
from tests.questionnaire.forms import MOMENT
from tests.questionnaire.limesurvey_files import question, read

SCENE = [
    question("Q1", "L", answers=[("A1", "One"), ("A2", "Two")], other="Y"),
    question("Q2", "M", rows=[("SQ001", "Bus"), ("SQ002", "Car")]),
    question("Q3", "N"),
    question("Q4", "F", rows=[("SQ001", "Bus")], answers=[("A1", "Good")]),
    question("Q5", "R", answers=[("A1", "One"), ("A2", "Two")]),
    question("Q6", "S"),
]


def relevant(expression, *also, **more):
    imported = read(*SCENE, *also, question("Q9", "S", relevance=expression), **more)
    rule = imported.questionnaire.question("Q9").relevant
    return (rule.source if rule else None), imported


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('((Q1.NAOK == "A1"))', "${Q1} = 'A1'"),
        ("Q1 != 'A1'", "${Q1} != 'A1'"),
        ('Q1.NAOK == "-oth-"', "${Q1} = 'other'"),
        ("Q3.NAOK < 5 && Q3 >= 2", "${Q3} < 5 and ${Q3} >= 2"),
        ("Q3 lt 5 and Q3 ge 2 or Q3 eq 9", "${Q3} < 5 and ${Q3} >= 2 or ${Q3} = 9"),
        ("Q3 > 1 && (Q3 < 3 || Q3 == 9)", "${Q3} > 1 and (${Q3} < 3 or ${Q3} = 9)"),
        ('Q2_SQ001.NAOK == "Y"', "selected(${Q2}, 'SQ001')"),
        ('Q2_SQ001.NAOK != "Y"', "not(selected(${Q2}, 'SQ001'))"),
        ('"" == Q2_SQ001', "not(selected(${Q2}, 'SQ001'))"),
        ('Q6.NAOK == " "', "${Q6} = ''"),
        ('Q2_SQ001 != " "', "selected(${Q2}, 'SQ001')"),
        ("is_empty(Q2_SQ001)", "not(selected(${Q2}, 'SQ001'))"),
        ("!is_empty(Q6.NAOK)", "not(${Q6} = '')"),
        ("is_empty(Q4)", "${Q4_SQ001} = ''"),
        ("Q4_SQ001.NAOK == 'A1'", "${Q4_SQ001} = 'A1'"),
        ("Q4_SQ001.shown == 'Good'", "jr:choice-name(${Q4_SQ001}, '${Q4_SQ001}') = 'Good'"),
        ("Q5_1 == 'A2'", "selected-at(${Q5}, 0) = 'A2'"),
        ("Q1_other.NAOK != ''", "${Q1_other} != ''"),
        ("count(Q2_SQ001, Q2_SQ002) > 1",
         "count(if(selected(${Q2}, 'SQ001'), 'Y', ''), if(selected(${Q2}, 'SQ002'), 'Y', '')) > 1"),
        ("count(that.Q2.NAOK) >= 1", "count-selected(${Q2}) >= 1"),
        ("sum(Q3.NAOK, 1) * 2 == 4", "sum(${Q3}, 1) * 2 = 4"),
        ("Q3.value / 2 > -1", "${Q3} div 2 > -1"),
        ("strlen(Q6) > 3", "string-length(${Q6}) > 3"),
        ("in_array(Q1, 'A1', 'A2')", "${Q1} = 'A1' or ${Q1} = 'A2'"),
        ('date("Y") - Q3 >= 18', "format-date(today(), '%Y') - ${Q3} >= 18"),
        ("date('Y-m-d') != Q6", "today() != ${Q6}"),
        ("substr(trim(Q6), 0, 3) == 'M5V'", "substr(${Q6}, 0, 3) = 'M5V'"),
        ("if(Q3 > 1, 1, 0) == 1", "if(${Q3} > 1, 1, 0) = 1"),
        ("regexMatch('/^a/', Q6)", "regex(${Q6}, '.*(?:^a).*')"),
        ("7X1X10.NAOK == 'A1'", "${Q1} = 'A1'"),
        ("7X1X20SQ001.NAOK == 'Y'", "selected(${Q2}, 'SQ001')"),
        ("'a' + Q6 == \"it's\"", "concat('a', ${Q6}) = \"it's\""),
    ],
)  # fmt: skip
def test_a_simple_expression_is_a_rule(written, expected):
    source, imported = relevant(written)
    assert source == expected
    assert imported.outcome == "whole"
    answering.check_answers(answering.compile(imported.questionnaire), {"Q1": "A1"}, MOMENT)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Q1 ==", ""),
        ("nobody.NAOK == 1", "nobody.NAOK"),
        ("TOKEN:FIRSTNAME == 'x'", "TOKEN:FIRSTNAME"),
        ("strpos(Q6, 'x') > 1", "strpos()"),
        ("Q1.relevanceStatus == 1", "Q1.relevanceStatus"),
        ("Q3 = 5", "= 5"),
        ("Q2_SQ001 == 'N'", "N"),
        ("(((", ""),
        ("$#", "$#"),
        ("(" * 500 + "1" + ")" * 500, "("),
    ],
)
def test_what_has_no_equal_is_left_out_and_listed_in_its_own_words(written, found):
    source, imported = relevant(written)
    assert source is None
    (finding,) = imported.findings
    assert (finding.code, finding.severity, finding.cell) == ("lss_rule", "error", "Q9")
    assert finding.particulars["found"] == found
    assert finding.particulars["rule"].startswith(written[:300])


def test_a_rule_that_holds_always_is_none_and_one_that_never_does_is_told():
    assert relevant("1")[0] is None
    source, imported = relevant("0")
    assert source == "false()"
    assert [finding.code for finding in imported.findings] == ["rule_never_true"]


def test_the_old_table_of_conditions_is_a_rule():
    rows = [
        {"qid": "70", "cfieldname": "7X1X10", "method": "==", "value": "A1", "scenario": "1"},
        {"qid": "70", "cfieldname": "7X1X10", "method": "==", "value": "A2", "scenario": "1"},
        {"qid": "70", "cfieldname": "7X1X30", "method": ">", "value": "3", "scenario": "1"},
        {"qid": "70", "cfieldname": "+7X1X20SQ001", "method": "", "value": "Y", "scenario": "2"},
        {"qid": "70", "cfieldname": "7X1X20", "method": "==", "value": "SQ002", "scenario": "3"},
    ]
    source, imported = relevant("1", tables={"conditions": rows})
    assert source == (
        "(${Q1} = 'A1' or ${Q1} = 'A2') and ${Q3} > '3' or selected(${Q2}, 'SQ001')"
        " or selected(${Q2}, 'SQ002')"
    )
    assert imported.outcome == "whole"


def test_a_circle_is_cut_and_a_rule_that_looks_ahead_is_told():
    circle = [
        question("Q1", "S", relevance="Q2 == 'x'"),
        question("Q2", "S", relevance="Q1 == 'x'"),
    ]
    imported = read(*circle)
    assert [finding.code for finding in imported.findings] == ["rule_cycle"]
    ahead = read(question("Q1", "S", relevance="Q2 == 'x'"), question("Q2", "S"))
    assert [finding.code for finding in ahead.findings] == ["rule_forward"]


def test_a_question_that_rests_on_one_never_asked_is_told():
    never = question("Q7", "Y", relevance="0")
    imported = relevant("Q7 == 'Y'", never)[1]
    assert "rule_rests_on_unasked" in [finding.code for finding in imported.findings]


def test_a_rule_about_a_question_that_was_left_out_is_left_out_too():
    hidden = question("Q7", "S", attributes={"hidden": "1"})
    source, imported = relevant("Q7 == 'x'", hidden)
    assert source is None
    assert "rule_rejected_name" in [finding.code for finding in imported.findings]


def test_a_code_that_is_no_answer_is_told():
    assert "rule_not_in_list" in [f.code for f in relevant("Q1 == 'A7'")[1].findings]
