"""A questionnaire written as an XLSForm reads as the same questionnaire."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from lipnet.questionnaire import Choice, Group, Question, Questionnaire, to_json, xlsform
from lipnet.questionnaire.model import Rule
from lipnet.sheets import read_workbook
from lipnet.sheets.writing import write_workbook
from tests.questionnaire.forms import question, questionnaire, workbook
from tests.questionnaire.whole import ODD, questionnaires


def bare(item):
    """Without the cell it came from."""
    if isinstance(item, Group):
        return replace(item, source="", items=tuple(map(bare, item.items)))
    return replace(item, source="")


def without_cells(made):
    items, removed = (tuple(map(bare, each)) for each in (made.items, made.removed))
    return replace(made, items=items, removed=removed)


def again(made):
    """Written to sheets and read."""
    return without_cells(xlsform.read_workbook(xlsform.write(made)).questionnaire)


@given(questionnaires())
@settings(deadline=None, max_examples=60)
def test_every_questionnaire_comes_back_from_its_sheets(made):
    assert to_json(again(made)) == to_json(made)


@given(questionnaires())
@settings(deadline=None, max_examples=10)
def test_every_questionnaire_comes_back_from_the_bytes_of_a_workbook(made):
    read = xlsform.read(write_workbook(xlsform.write(made)), "again.xlsx").questionnaire
    assert to_json(without_cells(read)) == to_json(made)


def test_a_rule_that_named_a_row_of_the_day_still_does():
    survey = [
        ["type", "name", "label", "relevant"],
        ["today", "day", "", ""],
        ["start", "begun", "", ""],
        ["date", "born", "Born?", ""],
        ["text", "why", "Why?", "${born} < ${day} and ${begun} != ''"],
    ]
    made = without_cells(xlsform.read(workbook(survey)).questionnaire)
    assert again(made) == made
    rows = xlsform.write(made).sheet("survey").rows
    assert [row[:2] for row in rows[1:3]] == [["start", "begun"], ["today", "day"]]


def test_a_text_in_a_language_that_is_none_of_the_questionnaire_keeps_its_place():
    made = replace(questionnaire(question("a", label={"haz": "…", "en": "A"})), languages=("haz",))
    made = replace(made, default_language="haz", title={})
    assert again(made) == made


def test_a_list_nobody_asks_from_is_kept_aside_so_that_others_are_not_confused():
    made = questionnaire(question("a", "select_one", list_name="yn"), yn="yes no", idle="x")
    sheets = xlsform.write(made)
    assert {row[0] for row in sheets.sheet("choices").rows[1:]} == {"yn"}
    assert again(made) == made


def test_a_group_asked_on_one_page_says_so_in_the_words_of_the_format():
    made = questionnaire(Group("g", items=(Question("a", "text"),), field_list=True))
    assert "field-list" in xlsform.write(made).sheet("survey").rows[1]
    assert again(made) == made


def test_codes_that_stand_twice_for_a_filter_are_told_to_be_meant():
    choices = tuple(Choice("a", {"en": "A"}, {"region": region}) for region in "xy")
    asked = Question("q", "select_one", {"en": "Q"}, list_name="l")
    made = Questionnaire({"en": "T"}, items=(asked,), choices={"l": choices})
    rows = xlsform.write(made).sheet("settings").rows
    assert dict(zip(*rows, strict=True))["allow_choice_duplicates"] == "yes"
    assert again(made) == made


def test_own_sheets_that_somebody_spoiled_do_no_harm():
    made = questionnaire(question("a"))
    sheets = xlsform.write(replace(made, states={"title": {"en": "draft"}}, removed=made.items))
    sheets.sheet("lipnet_states").rows[1][2] = "nonsense"
    sheets.sheet("lipnet_removed").rows[0][0] = "kind"
    read = xlsform.read_workbook(sheets).questionnaire
    assert (read.states, read.removed) == ({}, ())


def test_the_rules_of_a_removed_question_may_name_what_is_gone():
    gone = Question("old", "text", relevant=Rule("${lost} = 1", question_tree("${lost} = 1")))
    made = replace(questionnaire(question("a")), removed=(gone,))
    assert again(made) == made


def question_tree(source):
    return question("x", relevant=source).relevant.tree


@pytest.mark.parametrize("text", ODD)
def test_a_cell_is_a_text_whatever_it_looks_like(text):
    made = questionnaire(question("a", label={"en": text}))
    data = write_workbook(xlsform.write(made))
    assert read_workbook(data).sheet("survey").rows[1][2] == text
