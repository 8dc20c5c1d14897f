"""Sentences of the traps that real minutes hold, in our own words."""

import pytest

from tests.shorthand.reading import sheets
from tests.shorthand.reading.sheets import ENGLISH_HEAD, FRENCH_HEAD, actions_in, decisions_in


@pytest.mark.parametrize(("line", "owners", "due"), sheets.FRENCH_ACTIONS)
def test_french_actions(line, owners, due):
    assert told_actions(FRENCH_HEAD, line) == ([] if owners is None else [(owners, due)])


@pytest.mark.parametrize(("line", "owners", "due"), sheets.ENGLISH_ACTIONS)
def test_english_actions(line, owners, due):
    assert told_actions(ENGLISH_HEAD, line) == ([] if owners is None else [(owners, due)])


@pytest.mark.parametrize(("line", "outcome", "mover", "seconder"), sheets.FRENCH_DECISIONS)
def test_french_decisions(line, outcome, mover, seconder):
    expected = [] if outcome is None else [(outcome, mover, seconder)]
    assert told_decisions(FRENCH_HEAD, line) == expected


@pytest.mark.parametrize(("line", "outcome", "mover", "seconder"), sheets.ENGLISH_DECISIONS)
def test_english_decisions(line, outcome, mover, seconder):
    expected = [] if outcome is None else [(outcome, mover, seconder)]
    assert told_decisions(ENGLISH_HEAD, line) == expected


@pytest.mark.parametrize(("tag", "line", "owners", "due"), sheets.OTHER_ACTIONS)
def test_actions_in_other_languages(tag, line, owners, due):
    expected = [] if owners is None else [(owners, due)]
    assert told_actions(sheets.OTHER_HEADS[tag], line) == expected


@pytest.mark.parametrize(("tag", "line", "outcome"), sheets.OTHER_DECISIONS)
def test_decisions_in_other_languages(tag, line, outcome):
    told = [each[0] for each in told_decisions(sheets.OTHER_HEADS[tag], line)]
    assert told == ([] if outcome is None else [outcome])


def told_actions(head, line):
    return [(list(each.owners), each.due) for each in actions_in(head, line)]


def told_decisions(head, line):
    return [(each.outcome, each.mover, each.seconder) for each in decisions_in(head, line)]
