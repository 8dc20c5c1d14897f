"""Pages for answering without script."""

from hypothesis import given
from hypothesis import strategies as st

from lipnet.questionnaire.dependencies import (
    cycle_in,
    in_order,
    names_shown,
    through_computed,
    value_graph,
)
from lipnet.questionnaire.pages import pages
from tests.questionnaire.forms import group, question, questionnaire


def names(*items, **lists):
    return [page.names for page in pages(questionnaire(*items, **lists))]


def test_up_to_eight_ungrouped_questions_share_a_page():
    many = [question(f"q{number}") for number in range(10)]
    assert [len(page) for page in names(*many)] == [8, 2]


def test_a_group_has_its_own_page():
    assert names(question("a"), group("g", question("b"), question("c")), question("d")) == [
        ("a",),
        ("b", "c"),
        ("d",),
    ]


def test_two_groups_of_equal_content_are_two_pages():
    assert len(names(group("g", question("a")), group("g", question("a2")))) == 2


def test_a_field_list_inside_a_group_is_a_page():
    inner = group("h", question("b"), question("c"), field_list=True)
    assert names(group("g", question("a"), inner, question("d"))) == [("a",), ("b", "c"), ("d",)]


def test_a_page_knows_the_groups_its_items_share():
    made = questionnaire(group("g", group("h", question("a"), question("b")), question("c")))
    assert [[g.name for g in page.groups] for page in pages(made)] == [["g"]]


def test_a_question_that_depends_on_this_page_begins_the_next():
    assert names(question("a"), question("b", relevant="${a} = 1"), question("c")) == [
        ("a",),
        ("b", "c"),
    ]


def test_so_does_one_that_depends_through_calculations_and_groups():
    assert names(
        question("a"),
        question("n", "calculate", calculation="${a} + 1"),
        question("m", "calculate", calculation="${n} + 1"),
        question("b", label={"en": "You said ${m}"}),
    ) == [("a",), ("b",)]
    inner = group("h", question("b"), relevant="${a} = 1")
    assert names(group("g", question("a"), inner, field_list=True)) == [("a",), ("b",)]


def test_a_filter_of_choices_or_a_piped_hint_begins_a_page_too():
    assert len(names(question("a"), question("b", hint={"fr": "${a}"}))) == 2
    filtered = question("b", "select_one", list_name="x", choice_filter="name = ${a}")
    assert len(names(question("a"), filtered, x="p q")) == 2


def test_calculations_are_on_no_page():
    assert names(question("n", "calculate", calculation="1")) == []


wanted = st.lists(
    st.tuples(st.sampled_from(["text", "calculate"]), st.lists(st.integers(0, 11), max_size=2)),
    min_size=1,
    max_size=12,
)


@given(wanted)
def test_no_page_rests_on_its_own_answers(shape):
    items = []
    for at, (kind, rests) in enumerate(shape):
        earlier = [f"${{q{name}}} = 1" for name in rests if name < at]
        rules = {"calculation": "1"} if kind == "calculate" else {}
        items.append(question(f"q{at}", kind, relevant=" or ".join(["1 = 1", *earlier]), **rules))
    made = questionnaire(*items)
    graph = value_graph(made)
    computed = frozenset(each.name for each in made.questions() if each.is_computed)
    for page in pages(made):
        for each in page.items:
            needed = through_computed(names_shown(made, each), graph, computed)
            assert not needed & set(page.names)


graphs = st.dictionaries(
    st.sampled_from("abcdef"), st.frozensets(st.sampled_from("abcdef"), max_size=3)
)


@given(graphs)
def test_every_name_comes_after_those_it_rests_on_unless_there_is_a_cycle(graph):
    order = in_order(graph)
    assert sorted(order) == sorted(graph)
    if not cycle_in(graph):
        for at, name in enumerate(order):
            assert not set(order[at:]) & graph[name]


def test_a_cycle_is_found_and_named():
    graph = {"a": frozenset("b"), "b": frozenset("c"), "c": frozenset("b")}
    assert cycle_in(graph) == ("b", "c")
    assert cycle_in({"a": frozenset("a")}) == ("a",)
