"""Rules that put together what does not fit are pointed at; nothing else is."""

import pytest

from lipnet.questionnaire.clashes import clashes
from lipnet.questionnaire.expressions import parse
from lipnet.questionnaire.known import Known
from lipnet.questionnaire.model import Question

QUESTIONS = {
    "age": Question("age", "integer"),
    "day": Question("day", "date"),
    "at": Question("at", "time"),
    "name": Question("name", "text"),
    "pet": Question("pet", "select_one", list_name="pet"),
    "score": Question("score", "select_one", list_name="score"),
    "calc": Question("calc", "calculate"),
    "worked_out": Question("worked_out", "integer"),
}
CODES = {"pet": {"cat", "dog"}, "score": {"1", "2"}}
KNOWN = Known(QUESTIONS, (), (), CODES, {}, computed={"worked_out"})


@pytest.mark.parametrize(
    ("source", "code", "particulars"),
    [
        ("${age} = 'old'", "rule_no_number", {"name": "age", "value": "old"}),
        ("'old' != ${age}", "rule_no_number", {"name": "age", "value": "old"}),
        ("${age} > '12 years'", "rule_no_number", {"name": "age", "value": "12 years"}),
        ("${day} > 'May 1'", "rule_no_date", {"name": "day", "value": "May 1"}),
        ("${day} = '2026-5-1'", "rule_no_date", {"name": "day", "value": "2026-5-1"}),
        ("${day} = '20574'", "rule_no_date", {"name": "day", "value": "20574"}),
        ("${at} = '2 pm'", "rule_no_time", {"name": "at", "value": "2 pm"}),
        ("${at} = '14:30:00'", "rule_no_time", {"name": "at", "value": "14:30:00"}),
        ("${at} < '12:00'", "rule_time_order", {"name": "at"}),
        ("${at} - 1", "rule_time_order", {"name": "at"}),
        ("selected(${age}, '3')", "rule_no_choices", {"function": "selected", "name": "age"}),
        (
            "count-selected(${name})",
            "rule_no_choices",
            {"function": "count-selected", "name": "name"},
        ),
        ("${pet} + 1", "rule_words_as_numbers", {"value": "pet"}),
        ("${pet} > 2", "rule_words_as_numbers", {"value": "pet"}),
        ("sum(${age}, ${pet})", "rule_words_as_numbers", {"value": "pet"}),
        ("sum(1, 'two')", "rule_words_as_numbers", {"value": "two"}),
        ("${age} * 'x'", "rule_words_as_numbers", {"value": "x"}),
    ],
)
def test_what_can_never_come_out_as_meant_is_pointed_at(source, code, particulars):
    found = list(clashes(parse(source), KNOWN))
    assert [(fault.code, fault.particulars) for fault in found] == [(code, particulars)]


@pytest.mark.parametrize(
    "source",
    [
        "${age} = ''",
        "${age} = '12'",
        "${age} > ' 12 '",
        "${day} > '2026-05-01'",
        "${day} = '2026-05-01'",
        "${day} > 20574",
        "${day} - '2026-05-01' > 30",
        "${day} = ''",
        "${at} = '14:30'",
        "${at} = ''",
        "${name} = 'Ann'",
        "${name} + 1",
        "${score} + 1 > 2",
        "sum(${score}, 1)",
        "selected(${pet}, 'cat')",
        "selected(${calc}, 'cat')",
        "${calc} = 'old'",
        "${worked_out} = 'old'",
        "max(${day}, '2026-05-01')",
        "sum('', 1)",
        "string-length('two') + 1",
        "${nobody} = 'x'",
    ],
)
def test_what_may_be_meant_is_left_alone(source):
    assert list(clashes(parse(source), KNOWN)) == []


def test_a_clash_is_told_once_for_each_rule():
    assert len(list(clashes(parse("${age} = 'old' or ${age} = 'old'"), KNOWN))) == 1
