"""Rules: read into a tree, evaluated as docs/expressions.md says."""

import json
import math
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.questionnaire.expressions import (
    FUNCTIONS,
    Context,
    ExpressionError,
    Moment,
    evaluate,
    from_json,
    names_in,
    parse,
    to_json,
)
from lipnet.questionnaire.expressions.patterns import PatternError, compiled
from lipnet.questionnaire.expressions.writing import written

DOCUMENT = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
VECTORS = DOCUMENT["vectors"]
SPECIAL = {"#NaN": math.nan, "#Infinity": math.inf, "#-Infinity": -math.inf}
WORDS = st.sampled_from(
    [*"()+-*|=<>,.'\"/[]", "${a}", "and", "or", "div", "not(", "if(", "1", "'x'", " ", "..", "!="]
)


def value(answer):
    if isinstance(answer, list):
        return " ".join(answer)
    return float(answer) if isinstance(answer, int | float) else answer


def context(vector):
    begun = DOCUMENT["moment"]
    moment = Moment(
        date.fromisoformat(begun["date"]),
        datetime.fromisoformat(begun["datetime"]),
        begun["seed"],
    )
    return Context(
        {name: value(answer) for name, answer in vector.get("answers", {}).items()},
        moment,
        own=value(vector.get("own", "")),
        item=DOCUMENT["item"],
        choice_name=lambda code, name: DOCUMENT["choices"].get(name, {}).get(code, ""),
        series={name: tuple(map(value, found)) for name, found in vector.get("series", {}).items()},
        position=vector.get("position", 1),
        within=vector.get("within", ()),
    )


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["source"])
def test_a_rule_means_what_the_published_vectors_say(vector):
    found = evaluate(from_json(to_json(parse(vector["source"]))), context(vector))
    expected = SPECIAL.get(vector["expected"], vector["expected"])
    if isinstance(expected, float) and math.isnan(expected):
        assert isinstance(found, float) and math.isnan(found)
    else:
        assert found == expected
        assert isinstance(found, bool) == isinstance(expected, bool)


def test_every_function_has_a_vector():
    named = {node for vector in VECTORS for node in FUNCTIONS if f"{node}(" in vector["source"]}
    assert named == set(FUNCTIONS)


def test_every_vector_says_what_it_shows():
    assert len(VECTORS) >= 560
    assert all(vector["remark"] for vector in VECTORS)


@pytest.mark.parametrize(
    ("source", "code", "at"),
    [
        ("", "rule_empty", 0),
        ("  ", "rule_empty", 0),
        ("1 +", "rule_unfinished", 3),
        ("(1", "rule_unfinished", 2),
        ("1 1", "rule_unexpected", 2),
        ("1 == 1", "rule_unexpected", 3),
        ("if(1,)", "rule_unexpected", 5),
        (")", "rule_unexpected", 0),
        ("${}", "rule_unexpected", 0),
        ("'a", "rule_quote_open", 0),
        ("${a} = ‘x’", "rule_curly_quote", 7),
        ("/data/a", "rule_path", 0),
        ("../../a", "rule_path", 0),
        ("${a}[1]", "rule_unexpected", 4),
        ("group/a", "rule_path", 5),
        ("1 +" * 4000 + "1", "rule_too_long", 8000),
        ("(" * 200 + "1" + ")" * 200, "rule_too_deep", 100),
        ("1-1+" * 120 + "1", "rule_too_deep", 0),
    ],
)
def test_a_rule_that_cannot_be_read_says_where_and_why(source, code, at):
    with pytest.raises(ExpressionError) as refused:
        parse(source)
    assert (refused.value.code, refused.value.at) == (code, at)


def test_a_rule_of_a_thousand_choices_is_no_deeper_than_one_of_two():
    tree = parse(" or ".join(["${a} = '1'"] * 500))
    assert len(tree.parts) == 500


def test_a_rule_names_the_answers_it_reads():
    assert names_in(parse("if(${a} > 1, ../b, jr:choice-name(1, '${c}'))")) == {"a", "b", "c"}


@given(st.text(max_size=60) | st.lists(WORDS, max_size=25).map("".join))
def test_reading_gives_a_tree_that_runs_or_a_place_that_is_wrong(source):
    try:
        tree = parse(source)
    except ExpressionError as error:
        assert 0 <= error.at <= len(source)
        return
    assert from_json(to_json(tree)) == tree
    assert isinstance(evaluate(tree, context({})), str | float | bool)


@given(st.lists(WORDS, max_size=25).map("".join))
def test_a_tree_written_as_a_rule_reads_as_the_same_tree(source):
    try:
        tree = parse(source)
    except ExpressionError:
        return
    assert without_places(parse(written(tree))) == without_places(tree)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["source"])
def test_every_published_rule_can_be_written_again(vector):
    tree = parse(vector["source"])
    assert without_places(parse(written(tree))) == without_places(tree)


def without_places(tree):
    return replace(tree, at=0, parts=tuple(map(without_places, tree.parts)))


@given(
    st.sampled_from(sorted(FUNCTIONS)),
    st.lists(st.text(max_size=8) | st.floats() | st.booleans(), max_size=4),
)
def test_no_function_fails_on_any_values(name, values):
    names = [f"${{v{at}}}" for at in range(len(values))]
    given_values = {f"v{at}": each for at, each in enumerate(values)}
    moment = context({}).moment
    found = evaluate(parse(f"{name}({', '.join(names)})"), Context(given_values, moment))
    assert isinstance(found, str | float | bool)


@pytest.mark.parametrize(
    "document", [None, [], ["number"], ["nothing", 1, 0], ["number", None, 0], ["text", "a", "b"]]
)
def test_a_broken_tree_is_refused(document):
    with pytest.raises(ValueError, match="expression tree"):
        from_json(document)


@pytest.mark.parametrize(
    "pattern",
    ["(a", "a)", "[a", "*a", "a**", "(a)\\1", "(?=a)", "a{3,2}", "a" * 501, "((((a{99}){99}){99}))"]
    + ["((){999}){999}", "\\pL", "[[:alpha:]]", "(" * 50 + ")" * 50],
)
def test_a_pattern_outside_the_safe_subset_is_refused(pattern):
    with pytest.raises(PatternError):
        compiled(pattern)


@pytest.mark.timeout(20)
@given(st.text("ab()[]*+?{}|^$.\\d0123456789,-", max_size=40), st.text("ab", max_size=200))
def test_no_pattern_can_hang(pattern, text):
    source = f"regex('{text}', '{pattern}')"
    assert evaluate(parse(source), context({})) in (True, False)
