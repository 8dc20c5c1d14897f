"""Rules in plain words: whole sentences, and honestly the expression where there are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.core import i18n
from lipnet.questionnaire.expressions import ExpressionError, parse
from lipnet.questionnaire.model import Choice, Group, Question, Questionnaire, Rule
from lipnet.surveys.rules_told import told
from tests.questionnaire.trees import trees

AGE = Question("age", "integer", label={"en": "Your age?", "fr": "Quel âge avez-vous ?"})
YES_NO = (Choice("yes", {"en": "Yes", "fr": "Oui"}), Choice("no", {"en": "No", "fr": "Non"}))
WORKS = Question("works", "select_one", label={"en": "Working?"}, list_name="yn")
DAYS = Question("days", "select_multiple", label={"en": "**Which** days, ${name}?"}, list_name="d")
BORN = Question("born", "date", label={"en": "Birthday?"})
NAME = Question("name", "text")
FORM = Questionnaire(
    title={"en": "T"},
    choices={"yn": YES_NO, "d": (Choice("mo", {"en": "Monday"}), Choice("tu", {"en": "Tuesday"}))},
    items=(
        AGE,
        WORKS,
        DAYS,
        BORN,
        NAME,
        Group("home", {"en": "Household"}, repeat=True, items=(Question("kin", "text"),)),
    ),
)


def sentence(source, field="relevant", item=NAME):
    return told(Rule(source, parse(source)), field, item, FORM).sentence


@pytest.mark.parametrize(
    ("field", "source", "expected"),
    [
        ("relevant", "${age} >= 18", "Asked only if the answer to “Your age” is at least 18."),
        ("relevant", "${works} = 'yes'", "Asked only if the answer to “Working” is “Yes”."),
        (
            "relevant",
            "not(${works} = 'yes')",
            "Asked only if the answer to “Working” is not “Yes”.",
        ),
        (
            "relevant",
            "selected(${days}, 'mo')",
            "Asked only if “Monday” is picked in “Which days, ‹name›”.",
        ),
        ("relevant", "18 < ${age}", "Asked only if the answer to “Your age” is above 18."),
        ("relevant", "${name} != ''", "Asked only if the answer to name is given."),
        ("relevant", "${name}", "Asked only if the answer to name is given."),
        (
            "relevant",
            "${age}",
            "Asked only if the answer to “Your age” is given and not nought.",
        ),
        (
            "relevant",
            "${born} < '2000-01-01'",
            "Asked only if the answer to “Birthday” is before “2000-01-01”.",
        ),
        (
            "relevant",
            "count-selected(${days}) > 1",
            "Asked only if the number of choices picked in “Which days, ‹name›” is above 1.",
        ),
        ("relevant", "true()", "Always asked."),
        ("relevant", "false()", "Never asked."),
        ("required", "true()", "Must be answered."),
        ("constraint", ". >= 0 and . <= 120", "The answer must be from 0 to 120."),
        ("constraint", ". > 3", "The answer must be above 3."),
        ("constraint", "3 > .", "The answer must be below 3."),
        ("constraint", "regex(., '[0-9]+')", "The answer must fit the pattern “[0-9]+”."),
        (
            "constraint",
            "string-length(.) < 9",
            "Accepted only if the number of characters of the answer is below 9.",
        ),
        (
            "calculation",
            "(${age} + 1) * 2",
            "Calculated as (the answer to “Your age” plus 1) times 2.",
        ),
        (
            "calculation",
            "if(${age} > 17, 'a', 'b')",
            "Calculated as “a” if the answer to “Your age” is above 17, otherwise “b”.",
        ),
        (
            "calculation",
            "join(', ', ${kin})",
            "Calculated as these put together with “, ” between them: all answers to kin.",
        ),
        (
            "calculation",
            "count(${home})",
            "Calculated as how many of these are given: the repetitions of “Household”.",
        ),
        (
            "calculation",
            "round(${age} div 3, 2)",
            "Calculated as the answer to “Your age” divided by 3, rounded to 2 decimals.",
        ),
        (
            "choice_filter",
            "area = ${name}",
            "A choice is offered only if the column area of the choice is the answer to name.",
        ),
        (
            "repeat_count",
            "${age}",
            "Asked again as many times as this says: the answer to “Your age”.",
        ),
    ],
)
def test_a_rule_is_told_in_a_whole_sentence(field, source, expected):
    assert sentence(source, field) == expected


def test_an_or_within_an_and_stands_in_brackets():
    assert sentence("${works} = 'no' and (${age} < 3 or ${name} = 'Bo')") == (
        "Asked only if the answer to “Working” is “No”, and (the answer to “Your age” is below 3, "
        "or the answer to name is “Bo”)."
    )


def test_a_constraint_on_a_date_speaks_of_days():
    assert sentence(". <= today()", "constraint", BORN) == "The answer must be today or earlier."


def test_a_constraint_on_a_choice_names_it_by_its_label():
    assert sentence(". != 'no'", "constraint", WORKS) == "The answer must not be “No”."


def test_what_has_no_plain_words_is_shown_as_the_expression_it_is():
    rule = Rule("", parse("substr(${name}, 0, 2) = 'ab'"))
    found = told(rule, "relevant", NAME, FORM)
    assert found.sentence == "Asked only if the expression substr(${name}, 0, 2) is “ab”."
    assert not found.whole
    assert told(Rule("", parse("${age} > 1")), "relevant", NAME, FORM).whole


def test_labels_are_told_in_the_language_spoken():
    with i18n.speaking("fr"):
        assert "Quel âge avez-vous" in sentence("${age} > 1")


@given(trees, st.sampled_from(["relevant", "constraint", "calculation", "choice_filter"]))
def test_every_tree_can_be_told(tree, field):
    assert told(Rule("", tree), field, AGE, FORM).sentence.endswith(".")


@given(st.text("()+-*=<>,.'/ ${}ainotdvselct1", max_size=30))
def test_whatever_can_be_read_can_be_told(source):
    try:
        tree = parse(source)
    except ExpressionError:
        return
    assert told(Rule(source, tree), "relevant", NAME, FORM).sentence
