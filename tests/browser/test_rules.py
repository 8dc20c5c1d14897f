"""The rules in a real browser: static/js/rules.js means what the engine in Python means."""

import gzip
import json
from os import environ
from pathlib import Path

import pytest

from lipnet.core import scripts
from lipnet.questionnaire.expressions import evaluate, parse
from tests.questionnaire import crossing, hostile, trees
from tests.questionnaire.test_expressions import DOCUMENT, SPECIAL, VECTORS, context

FOLDER = Path(__file__).parents[2] / "static" / "js"
SCRIPT = scripts.joined(scripts.pieces(FOLDER / "rules.js"), FOLDER)
CASES = int(environ.get("RULE_CASES", "400"))
AT_ONCE = 500


@pytest.fixture(scope="module")
def in_browser(chrome):
    """What the script in a page makes of a list of trees and contexts."""
    page = chrome.new_page()
    source = f"{SCRIPT.decode()}\nexport {{ evaluate }};"

    def run(cases, labels):
        sent = json.dumps([crossing.case(tree, given) for tree, given in cases])
        found = json.loads(page.evaluate(crossing.RUN, [source, labels, sent]))
        return [crossing.received(each) for each in found]

    yield run
    page.close()


def test_a_rule_means_in_a_browser_what_the_published_vectors_say(in_browser):
    cases = [(parse(vector["source"]), context(vector)) for vector in VECTORS]
    found = in_browser(cases, DOCUMENT["choices"])
    told = {
        vector["source"]: value
        for vector, value in zip(VECTORS, found, strict=True)
        if not is_expected(value, SPECIAL.get(vector["expected"], vector["expected"]))
    }
    assert told == {}


def is_expected(value, expected):
    if isinstance(expected, str | bool):
        return type(value) is type(expected) and value == expected
    return isinstance(value, float) and (value == expected or repr(value) == repr(expected))


@pytest.mark.timeout(max(120, CASES // 10))
def test_browser_and_server_agree_on_rules_and_answers_drawn_at_random(in_browser):
    cases = trees.drawn(CASES)
    for begin in range(0, len(cases), AT_ONCE):
        some = cases[begin : begin + AT_ONCE]
        for (tree, given), found in zip(some, in_browser(some, trees.LABELS), strict=True):
            there = evaluate(tree, given)
            assert crossing.same(there, found), (there, found, crossing.case(tree, given))


@pytest.mark.timeout(120)
def test_no_rule_holds_a_browser_up(in_browser):
    cases = [(parse(source), given) for source, given in hostile.cases()]
    for (tree, given), found in zip(cases, in_browser(cases, {}), strict=True):
        assert crossing.same(evaluate(tree, given), found)


def test_the_script_of_the_rules_weighs_less_than_six_kilobytes():
    assert len(gzip.compress(SCRIPT, 9)) < 6000
