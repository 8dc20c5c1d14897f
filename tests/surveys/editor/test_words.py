"""Every code of the editor has its words, and they name nothing that does not come with it."""

import re

import pytest

from lipnet.questionnaire.comparing import CHANGE_CODES
from lipnet.questionnaire.editing import EDIT_CODES, operators_for
from lipnet.questionnaire.model import KINDS, ROLES, TYPES, Question
from lipnet.surveys.editor import words
from lipnet.surveys.editor.compared_words import CHANGE_WORDS
from lipnet.surveys.editor.reading import rules_for

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
