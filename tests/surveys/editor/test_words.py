"""Every code of the editor has its words, and they name nothing that does not come with it."""

import re
from dataclasses import replace

import pytest

from lipnet.questionnaire.codes import FINDING_CODES
from lipnet.questionnaire.comparing import CHANGE_CODES
from lipnet.questionnaire.editing import EDIT_CODES, operators_for
from lipnet.questionnaire.model import KINDS, ROLES, TYPES, Question
from lipnet.questionnaire.xlsform import Finding
from lipnet.surveys.editor import words
from lipnet.surveys.editor.compared_words import CHANGE_WORDS
from lipnet.surveys.editor.reading import rules_for
from lipnet.surveys.words import told_finding
from lipnet.surveys.written_words import WRITTEN_WORDS

PLACE = re.compile(r"%\((\w+)\)s")


def places(sentence) -> set[str]:
    return set(PLACE.findall(str(sentence)))


@pytest.mark.parametrize("code", EDIT_CODES)
def test_an_edit_that_is_refused_says_why(code):
    assert places(words.EDIT_WORDS[code]) <= set(EDIT_CODES[code])


@pytest.mark.parametrize("code", CHANGE_CODES)
def test_a_change_between_two_waves_is_told(code):
    known = {"language" if name == "tag" else name for name in CHANGE_CODES[code][1]}
    assert places(CHANGE_WORDS[code]) <= known


def test_every_kind_role_operator_and_rule_has_a_name():
    assert set(words.TYPES) == set(TYPES)
    assert (set(words.KINDS), set(words.ROLES)) == (set(KINDS), set(ROLES))
    for kind in TYPES:
        question = Question("q", kind)
        assert set(operators_for(question)) <= set(words.OPERATORS)
        assert set(rules_for(question)) <= set(words.RULES)


@pytest.mark.parametrize("code", WRITTEN_WORDS)
def test_what_is_noticed_in_a_draft_speaks_of_no_cell_and_of_nothing_left_out(code):
    found = Finding("home", "", "warning", code, dict.fromkeys(FINDING_CODES[code], "home"))
    said = told_finding(found)
    assert said.place == "home"
    assert "left out" not in said.wrong
    assert "column" not in said.instead
    assert told_finding(replace(found, cell="A3")) != said
