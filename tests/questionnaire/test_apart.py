"""Where no page's answers rest on another's, what was found right stays right."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.questionnaire import answering
from lipnet.questionnaire.typed import DECLINED
from tests.questionnaire.forms import MOMENT, group, question, questionnaire, rule

LISTS = {"ways": "bus walk car"}
COMPILED = answering.compile(
    questionnaire(
        group(
            "g",
            question("age", "integer", constraint=". >= 0 and . < 130", required="true()"),
            question("thanks", "note"),
        ),
        group(
            "h",
            question("way", "select_one", list_name="ways", declines=("dont_know",)),
            question("ways", "select_multiple", list_name="ways", default="bus"),
            question("born", "date", constraint=". <= today()"),
        ),
        group("i", question("why", "text", constraint="string-length(.) < 12")),
        **LISTS,
    )
)
TOGETHER = replace(COMPILED, apart=frozenset())  # the same, each page checked among all answers
TEXTS = st.sampled_from(
    [
        "",
        " ",
        "12",
        "-1",
        "１２",
        "bus",
        "walk",
        "train",
        DECLINED + "dont_know",
        "2026-05-01",
        "2027-01-01",
    ]
    + ["2027-01-01", "far away", "much too far away", "year=2000", "x@1"]
)
SENT = st.fixed_dictionaries(
    {name: st.lists(TEXTS, max_size=2) for name in ("age", "way", "ways", "born", "why")}
)
RIGHT = st.fixed_dictionaries(
    {
        "age": st.sampled_from([["12"], [" １２ "]]),
        "way": st.sampled_from([[], ["bus"], [DECLINED + "dont_know"]]),
        "ways": st.sampled_from([[], [""], ["car"], ["walk", "bus"]]),
        "born": st.sampled_from([[], ["2026-05-01"], ["1999-1-2"]]),
        "why": st.sampled_from([[], [" far  away"], ["é"]]),
    }
)


def apart(*items):
    return answering.compile(questionnaire(*items, **LISTS)).apart


def test_pages_with_a_question_stand_apart_where_no_rule_looks_elsewhere():
    assert COMPILED.apart == {0, 1, 2}
    assert apart(group("g", question("a")), group("h", question("n", "note"))) == {0}


@pytest.mark.parametrize(
    "other",
    [
        question("b", relevant="${a} = 1"),
        question("b", constraint=". != ${a}"),
        question("b", required="${a} = 1"),
        question("b", constraint="jr:choice-name(., 'c') != 'Bus'"),
        question("b", constraint=". > random()"),
        question("b", "select_one", list_name="ways", choice_filter="name = ${a}"),
        question("b", "calculate", calculation="1"),
        question("b", "image"),
        question("b", read_only=True, dynamic_default=rule("today()")),
        group("h", question("b"), relevant="${a} = 1"),
        group("h", question("b"), repeat=True),
        group("h", question("b", "note"), repeat=True),
    ],
)
def test_one_question_that_looks_elsewhere_and_no_page_stands_apart(other):
    assert apart(question("a"), other) == frozenset()


@given(sent=SENT, before=SENT)
def test_a_page_by_itself_is_checked_as_it_is_among_all(sent, before):
    carried = answering.check_answers(COMPILED, before, MOMENT).answers
    for page in COMPILED.apart:
        alone = answering.check_page(COMPILED, page, sent, carried, MOMENT)
        assert alone == answering.check_page(TOGETHER, page, sent, carried, MOMENT)


@given(sent=RIGHT, before=SENT, order=st.permutations(range(3)))
def test_what_was_found_right_page_by_page_is_the_document_that_would_be_stored(
    sent, before, order
):
    answers = answering.check_answers(COMPILED, before, MOMENT).answers
    for page in order:
        answers, problems = answering.check_page(COMPILED, page, sent, answers, MOMENT)
        assert problems == ()
    checked = answering.check_answers(COMPILED, answers, MOMENT, "fr")
    assert checked.problems == ()
    document = answering.document_of(COMPILED, answers)
    assert list(document.items()) == list(checked.document.items())
