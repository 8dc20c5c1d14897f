"""Answering: what shows, what is kept, what is wrong, where to go next."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.questionnaire import Choice, answering
from tests.questionnaire.forms import MOMENT, group, question, questionnaire

HOUSEHOLD = answering.compile(
    questionnaire(
        question("children", "integer", constraint=". >= 0", required="true()"),
        question("school", "select_one", list_name="yes_no", relevant="${children} > 0"),
        group(
            "school_part",
            question("which", "select_multiple", list_name="schools"),
            question("why", "text", relevant="selected(${which}, 'b')", required="true()"),
            relevant="${school} = 'yes'",
        ),
        question("double", "calculate", calculation="${children} * 2"),
        question("thanks", "note", label={"en": "You have ${children}; double ${double}."}),
        yes_no="yes no",
        schools="a b c",
    )
)


def checked(raw, compiled=HOUSEHOLD):
    return answering.check_answers(compiled, raw, MOMENT)


def codes(result):
    return {problem.name: problem.code for problem in result.problems}


def test_a_full_response_is_kept_in_document_order_with_its_calculations():
    raw = {"why": "far", "which": ["b", "a"], "school": "yes", "children": "2", "stray": "x"}
    result = checked(raw)
    assert result.problems == ()
    expected = {"children": 2, "school": "yes", "which": ["a", "b"], "why": "far", "double": 4}
    assert result.answers == expected
    assert list(result.answers) == list(expected)


def test_answers_to_questions_that_are_not_asked_are_dropped_one_after_the_other():
    raw = {"children": "0", "school": "yes", "which": ["b"], "why": "far"}
    assert checked(raw).answers == {"children": 0, "double": 0}


def test_required_counts_only_where_the_question_is_asked():
    assert codes(checked({})) == {"children": "required"}
    raw = {"children": "1", "school": "yes", "which": ["b"]}
    assert codes(checked(raw)) == {"why": "required"}
    assert codes(checked({"children": "1", "school": "no"})) == {}


def test_a_constraint_is_judged_only_when_there_is_an_answer():
    one = answering.compile(questionnaire(question("age", "integer", constraint=". > 17")))
    assert codes(checked({}, one)) == {}
    assert codes(checked({"age": "5"}, one)) == {"age": "constraint"}


def test_the_authors_message_comes_with_the_problem():
    age = question("age", "integer", constraint=". > 17", constraint_message={"fr": "Trop jeune"})
    found = checked({"age": "5"}, answering.compile(questionnaire(age))).problems
    assert found[0].message == {"fr": "Trop jeune"}


def test_what_cannot_be_read_is_a_problem_and_is_not_kept():
    result = checked({"children": "many"})
    assert codes(result) == {"children": "not_a_number"}
    assert result.answers == {}


def test_a_rule_may_read_an_answer_asked_later():
    compiled = answering.compile(questionnaire(question("a", relevant="${b} = 'x'"), question("b")))
    assert checked({"a": "1", "b": "x"}, compiled).answers == {"a": "1", "b": "x"}
    assert checked({"a": "1", "b": "y"}, compiled).answers == {"b": "y"}


def test_questions_that_wait_for_each_other_do_not_hang():
    compiled = answering.compile(
        questionnaire(question("a", relevant="${b} = 1"), question("b", relevant="${a} = 1"))
    )
    assert checked({"a": "1", "b": "1"}, compiled).answers == {}


def test_a_read_only_question_says_its_default_whatever_is_sent():
    compiled = answering.compile(questionnaire(question("place", default="here", read_only=True)))
    assert checked({"place": "there"}, compiled).answers == {"place": "here"}


def cascade():
    made = questionnaire(
        question("country", "select_one", list_name="countries"),
        question("city", "select_one", list_name="cities", choice_filter="in = ${country}"),
        countries="x y",
    )
    cities = tuple(
        Choice(code, {"en": code.upper()}, {"in": country})
        for code, country in (("a", "x"), ("b", "y"), ("c", "x"), ("c", "y"))
    )
    return answering.compile(replace(made, choices={**made.choices, "cities": cities}))


def test_only_choices_that_pass_the_filter_are_offered_and_taken():
    compiled = cascade()
    shown = answering.visible_items(compiled, 1, {"country": "x"}, MOMENT)
    assert [choice.code for choice in shown[0].choices] == ["a", "c"]
    assert codes(checked({"country": "x", "city": "a"}, compiled)) == {}
    assert codes(checked({"country": "y", "city": "c"}, compiled)) == {}
    result = checked({"country": "x", "city": "b"}, compiled)
    assert codes(result) == {"city": "not_offered"}
    assert result.answers == {"country": "x"}


def test_a_page_shows_labels_with_the_answers_in_their_places():
    shown = answering.visible_items(HOUSEHOLD, 4, {"children": 2}, MOMENT)
    assert str(shown[0].label) == "You have 2; double 4."
    assert [piece.is_answer for piece in shown[0].label.pieces] == [False, True, False, True, False]


def test_a_piped_choice_is_said_by_its_label_in_the_readers_language():
    made = questionnaire(
        question("pet", "select_multiple", list_name="pets"),
        question("why", label={"en": "Why ${pet}?", "ar": "لماذا ${pet}؟"}),
    )
    pets = (Choice("c", {"en": "a cat", "ar": "قطة"}), Choice("d", {"en": "a dog", "ar": "كلب"}))
    compiled = answering.compile(replace(made, choices={"pets": pets}))
    answers = {"pet": ["c", "d"]}
    english = answering.visible_items(compiled, 1, answers, MOMENT, "en")[0].label
    arabic = answering.visible_items(compiled, 1, answers, MOMENT, "ar")[0].label
    assert (str(english), english.language) == ("Why a cat, a dog?", "en")
    assert (str(arabic), arabic.language) == ("لماذا قطة، كلب؟", "ar")


def test_a_default_fills_the_field_until_there_is_an_answer():
    compiled = answering.compile(questionnaire(question("n", "integer", default="3")))
    assert answering.visible_items(compiled, 0, {}, MOMENT)[0].answer == 3
    assert answering.visible_items(compiled, 0, {"n": 5}, MOMENT)[0].answer == 5


def test_a_page_takes_its_own_answers_and_leaves_the_others():
    kept, problems = answering.check_page(
        HOUSEHOLD, 0, {"children": ["2"], "school": ["yes"]}, {"school": "no"}, MOMENT
    )
    assert (kept, problems) == ({"school": "no", "children": 2}, ())
    kept, problems = answering.check_page(HOUSEHOLD, 0, {"children": [""]}, kept, MOMENT)
    assert kept == {"school": "no"}
    assert [problem.code for problem in problems] == ["required"]


def test_pages_with_nothing_to_show_are_passed_by_in_both_directions():
    def onward(page_no, answers):
        return answering.next_page(HOUSEHOLD, page_no, answers, MOMENT)

    assert onward(-1, {}) == 0
    assert onward(0, {"children": 0}) == 4
    assert onward(0, {"children": 1}) == 1
    assert onward(4, {}) is None
    assert answering.previous_page(HOUSEHOLD, 4, {"children": 0}, MOMENT) == 0
    assert answering.previous_page(HOUSEHOLD, 0, {}, MOMENT) is None


def by_pages(compiled, raw):
    """The whole way without script, page by page."""
    answers, page_no = {}, answering.next_page(compiled, -1, {}, MOMENT)
    while page_no is not None:
        answers, _ = answering.check_page(compiled, page_no, raw, answers, MOMENT)
        page_no = answering.next_page(compiled, page_no, answers, MOMENT)
    return answers


texts = st.sampled_from(["", "0", "1", "2", "٣", "yes", "no", "a", "b", "x" * 6000, "-1"])
raws = st.dictionaries(
    st.sampled_from(["children", "school", "which", "why", "double", "other"]),
    st.lists(texts, max_size=3) | texts | st.integers() | st.floats() | st.none() | st.booleans(),
)


@given(raws)
def test_whatever_is_sent_only_answers_that_were_asked_for_are_kept(raw):
    result = checked(raw)
    state = answering.state_of(HOUSEHOLD, result.answers, MOMENT)
    assert set(result.answers) <= state.asked
    assert checked(result.answers).answers == result.answers


@given(raws)
def test_page_by_page_and_all_at_once_keep_the_same(raw):
    if not checked(raw).problems:
        walked = by_pages(HOUSEHOLD, raw)
        assert checked(walked).answers == checked(raw).answers


@pytest.mark.parametrize("page_no", range(len(HOUSEHOLD.pages)))
def test_every_page_shows_something_when_everything_is_relevant(page_no):
    answers = {"children": 1, "school": "yes", "which": ["b"]}
    assert answering.visible_items(HOUSEHOLD, page_no, answers, MOMENT)
