"""Which pages look the same for everybody who has not answered them, and what needs no rule."""

from dataclasses import replace

import pytest

from lipnet.questionnaire import answering
from lipnet.questionnaire.fixed import fixed_pages
from lipnet.questionnaire.state import state_of
from tests.questionnaire.forms import MOMENT, group, question, questionnaire, rule

FIRST = group("g", question("first"))
LISTS = {"ways": "bus walk car"}


def fixed(*items):
    return fixed_pages(answering.compile(questionnaire(FIRST, *items, **LISTS)))


def test_pages_without_rules_look_the_same_for_everybody():
    select = question("s", "select_one", list_name="ways", default="bus")
    checked = question("n", "integer", constraint=". > 3", required="true()")
    assert fixed(group("h", select, checked, question("note", "note"))) == {0, 1}


@pytest.mark.parametrize(
    "ruled",
    [
        group("h", question("a", relevant="${first} = 1")),
        group("h", question("a"), relevant="true()"),
        group("h", question("a", required="${first} = 1")),
        group("h", question("a", "select_one", list_name="ways", choice_filter="name = 'bus'")),
        group("h", question("a", "select_one", list_name="ways", parameters={"randomize": "true"})),
        group("h", question("a", calculation="1 + 1")),
        group("h", question("a", read_only=True, default="x")),
        group("h", question("a", dynamic_default=rule("today()"))),
        group("h", question("a", label={"en": "A?", "fr": "Et ${first} ?"})),
        group("h", question("a", hint={"en": "As ${first} said"})),
        replace(group("h", question("a")), label={"en": "About ${first}"}),
        group("h", question("a"), repeat=True),
    ],
    ids=lambda ruled: ruled.items[0].label["en"],
)
def test_whatever_can_differ_from_person_to_person_is_not_fixed(ruled):
    assert fixed(ruled) == {0}


def test_what_has_no_rule_is_asked_and_worth_what_was_answered():
    items = (question("a", "integer"), question("b", relevant="${a} > 3"), question("c"))
    compiled = answering.compile(questionnaire(*items))
    assert compiled.unruled == ("a", "c")
    state = state_of(compiled, {"a": 5, "b": "x"}, MOMENT)
    assert state.asked == {"a", "b", "c"} and state.values == {"a": 5.0, "b": "x", "c": ""}
    assert state_of(compiled, {"a": 1, "b": "x"}, MOMENT).asked == {"a", "c"}


def test_a_page_is_certain_only_with_a_question_that_is_always_asked():
    never = group("h", question("b", relevant="${first} = 1"), question("note", "note"))
    compiled = answering.compile(questionnaire(FIRST, never, group("i", question("c"))))
    assert compiled.certain == {0, 2}
