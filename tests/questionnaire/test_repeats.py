"""Parts that are asked again: slots while answering, one nested document in the end."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lipnet.questionnaire import answering
from lipnet.questionnaire.repeats import flat, nested, parted, with_one_more, without_one
from lipnet.questionnaire.state import state_of
from tests.questionnaire.forms import MOMENT, group, question, questionnaire, rule


def household(**more):
    return answering.compile(
        questionnaire(
            question("street"),
            group(
                "people",
                question("name", required="true()"),
                question("age", "integer", constraint=". < 130"),
                question("school", relevant="${age} < 18"),
                question("place", "calculate", calculation="position(..)"),
                question("before", "calculate", calculation=BEFORE),
                repeat=True,
                **more,
            ),
            question("oldest", "calculate", calculation="max(${age})"),
            question("all", "calculate", calculation="join(', ', ${name})"),
            question("many", "calculate", calculation="count(${people})"),
            question("crowd", relevant="count(${people}) > 2"),
        )
    )


BEFORE = "indexed-repeat(${name}, ${people}, position(..) - 1)"
TWO = {"people": 2, "name:0": "Ana", "age:0": 34, "name:1": "Bo", "age:1": 7}


def checked(answers, compiled=None):
    return answering.check_answers(compiled or household(), answers, MOMENT, "en")


def test_each_instance_has_its_own_answers_and_all_are_summed_up_outside():
    found = checked(TWO)
    assert not found.problems
    assert found.document["people"] == [
        {"name": "Ana", "age": 34, "place": 1},
        {"name": "Bo", "age": 7, "school": None, "place": 2, "before": "Ana"},
    ]
    assert found.document["oldest"] == 34
    assert found.document["all"] == "Ana, Bo"
    assert found.document["many"] == 2
    assert "crowd" not in found.document


def test_a_stored_document_checks_again_as_itself():
    found = checked(TWO)
    assert checked(found.document).document == found.document


def test_what_is_wrong_names_the_instance():
    found = checked({"people": 2, "name:0": "Ana", "age:0": 200})
    assert [(each.name, each.code) for each in found.problems] == [
        ("age:0", "constraint"),
        ("name:1", "required"),
    ]


def test_one_instance_is_there_to_begin_with_and_none_may_be_left():
    assert [each.code for each in checked({}).problems] == ["required"]
    none = checked({"people": 0})
    assert not none.problems
    assert none.document["people"] == []
    assert none.document["many"] == 0


def test_a_repeat_may_be_counted_by_an_answer():
    compiled = answering.compile(
        questionnaire(
            question("size", "integer"),
            group("people", question("name"), repeat=True, repeat_count=rule("${size}")),
        )
    )
    assert len(checked({"size": 3, "people": 9}, compiled).document["people"]) == 3
    assert checked({"size": -1}, compiled).document.get("people", []) == []
    assert len(checked({"size": 10**9}, compiled).document["people"]) == 50
    assert [page.names for page in compiled.pages] == [("size",), ("name",)]


def test_a_repeat_that_is_not_asked_has_no_instance():
    compiled = household(relevant="${street} != ''")
    assert "people" not in checked({**TWO}, compiled).document
    assert len(checked({**TWO, "street": "Main"}, compiled).document["people"]) == 2


def test_pages_of_a_repeat_show_every_instance_and_what_rests_on_them_comes_later():
    compiled = household()
    assert [page.names for page in compiled.pages] == [
        ("street",),
        ("name", "age"),
        ("school",),
        ("crowd",),
    ]
    shown = answering.visible_items(compiled, 1, TWO, MOMENT)
    assert [each.slot for each in shown] == ["name:0", "age:0", "name:1", "age:1"]
    assert [each.slot for each in answering.visible_items(compiled, 2, TWO, MOMENT)] == ["school:1"]
    state = state_of(compiled, {"people": 0}, MOMENT)
    assert answering.has_items(state, 1)
    assert not answering.has_items(state, 2)
    assert [answering.can_grow(state, number) for number in range(4)] == [False, True, False, False]


def test_a_page_of_a_repeat_is_checked_with_as_many_instances_as_it_had():
    compiled = household()
    raw = {"people": ["2"], "name:0": ["Ana"], "age:0": ["34"], "name:1": [""], "age:1": ["7"]}
    kept, problems = answering.check_page(compiled, 1, raw, {"street": "Main"}, MOMENT)
    assert kept == {"street": "Main", "people": 2, "name:0": "Ana", "age:0": 34, "age:1": 7}
    assert [(each.name, each.code) for each in problems] == [("name:1", "required")]


def test_instances_are_added_at_the_end_and_taken_from_anywhere():
    repeat = household().repeats["people"]
    more = with_one_more(repeat, TWO)
    assert more["people"] == 3
    less = without_one(repeat, {**TWO, "street": "Main"}, 0)
    assert less == {"people": 1, "name:0": "Bo", "age:0": 7, "street": "Main"}
    assert without_one(repeat, TWO, 5) == TWO


def test_texts_inside_speak_of_their_own_instance():
    compiled = answering.compile(
        questionnaire(
            group("p", question("name"), repeat=True),
            group("q", question("x", label={"en": "First: ${name}"})),
        )
    )
    inside = replace(compiled.items["name"].question, label={"en": "${name}, again"})
    state = state_of(compiled, {"p": 2, "name:0": "Ana", "name:1": "Bo"}, MOMENT, "en")
    assert str(answering.say(state, inside.label, "name:1")) == "Bo, again"
    assert str(answering.say(state, {"en": "First: ${name}"}, "x")) == "First: Ana"


def test_hostile_sizes_and_slots_do_no_harm():
    for size in ("x", ["9", "9"], -3, None, 10**30, float("inf"), {"a": 1}):
        assert len(checked({"people": size}).document["people"]) <= 50
    found = checked({"people": 1, "name:7": "Eve", "name:-1": "Eve", "street:0": "x", "name": "y"})
    assert found.document["people"] == [{"name": None, "age": None, "place": 1}]
    assert found.document["street"] is None


rows = st.lists(
    st.fixed_dictionaries({}, optional={"name": st.text(max_size=3), "age": st.integers(0, 9)}),
    max_size=4,
)


@given(rows, st.text(max_size=3))
def test_nothing_is_lost_between_slots_and_the_document(people, street):
    repeats = household().repeats
    document = {"street": street, "people": people}
    assert nested(repeats, flat(repeats, document)) == document


def test_a_slot_with_a_number_of_thousands_of_digits_is_no_slot():
    for number in ("9" * 5_000, "٣", "-1"):
        slot = f"age:{number}"
        assert parted(slot) == (slot, None)
        assert checked({**TWO, slot: "5"}) == checked(TWO)
