"""Edits: each gives a sound questionnaire, or says no and changes nothing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lipnet.questionnaire import Choice, Group, Question, Questionnaire, editing, from_json, to_json
from lipnet.questionnaire.editing import EditRefused
from lipnet.questionnaire.expressions import names_in, parse
from lipnet.questionnaire.model import SELECTS, TYPES, Rule, rules_in

AGE = Question("age", "integer", {"en": "How old are you?", "fr": "Quel âge avez-vous?"})
WAYS = Question("ways", "select_multiple", {"en": "How do you travel?"}, list_name="ways")
WISH = Question("wish", "text", {"en": "At ${age}, what would help you?"})
BUS = (Choice("bus", {"en": "By bus"}), Choice("foot", {"en": "On foot"}))
START = Questionnaire(
    {"en": "T"}, languages=("en", "fr"), items=(AGE, WAYS, WISH), choices={"ways": BUS}
)


def names(questionnaire):
    """The outline: a name, or (name, [what is inside])."""
    return outline(questionnaire.items)


def outline(items):
    return [(i.name, outline(i.items)) if isinstance(i, Group) else i.name for i in items]


def refused(code, edit, *args, **kwargs):
    with pytest.raises(EditRefused) as no:
        edit(*args, **kwargs)
    assert no.value.code == code
    assert set(no.value.particulars) <= set(editing.EDIT_CODES[code])


def rule_of(questionnaire, name, field="relevant"):
    return getattr(editing.item_named(questionnaire, name), field)


# --- questions


def test_a_question_is_added_behind_another_inside_a_group_or_at_the_end():
    new = Question("new", "text")
    assert names(editing.add(START, new, after="age")) == ["age", "new", "ways", "wish"]
    assert names(editing.add(START, new)) == ["age", "ways", "wish", "new"]
    grouped = editing.group(START, ["age"], "you")
    assert names(editing.add(grouped, new, inside="you"))[0] == ("you", ["age", "new"])


def test_a_name_is_used_once_and_only_if_it_can_be_one():
    refused("name_taken", editing.add, START, Question("age", "text"))
    refused("name_unfit", editing.add, START, Question("1 age", "text"))
    refused("item_unknown", editing.add, START, Question("new", "text"), after="nobody")


def test_a_select_gets_a_list_and_gives_it_back_when_it_becomes_something_else():
    picked = editing.change(START, "wish", replace(WISH, type="select_one"))
    assert picked.choices["wish"] == ()
    back = editing.change(picked, "wish", WISH)
    assert (set(back.choices), editing.item_named(back, "wish").list_name) == ({"ways"}, "")


def test_a_question_moves_up_and_down_and_out_at_the_edge_of_its_group():
    assert names(editing.move(START, "wish", "up")) == ["age", "wish", "ways"]
    grouped = editing.group(START, ["age", "ways"], "you")
    assert names(editing.move(grouped, "ways", "down")) == [("you", ["age"]), "ways", "wish"]
    assert names(editing.move(grouped, "age", "up")) == ["age", ("you", ["ways"]), "wish"]
    refused("no_place", editing.move, START, "age", "up")


def test_a_question_moves_into_the_group_beside_it_and_out_again():
    grouped = editing.group(START, ["ways"], "you")
    assert names(editing.move(grouped, "wish", "in")) == ["age", ("you", ["ways", "wish"])]
    assert names(editing.move(grouped, "age", "in")) == [("you", ["age", "ways"]), "wish"]
    assert names(editing.move(grouped, "ways", "out")) == ["age", ("you", []), "ways", "wish"]
    refused("no_place", editing.move, START, "age", "in")
    refused("no_place", editing.move, START, "age", "out")


def test_a_question_is_placed_beside_any_other_but_no_group_inside_itself():
    grouped = editing.group(START, ["age", "ways"], "you")
    assert names(editing.place(grouped, "wish", "age", "before")) == [
        ("you", ["wish", "age", "ways"])
    ]
    assert names(editing.place(START, "wish", "age", "before")) == ["wish", "age", "ways"]
    refused("inside_itself", editing.place, grouped, "you", "age", "after")


def test_a_copy_has_names_of_its_own_and_its_rules_name_the_copies():
    ruled = editing.set_rule(START, "wish", "relevant", "${age} > 3")
    grouped = editing.group(ruled, ["age", "ways", "wish"], "you")
    twice = editing.duplicate(grouped, "you")
    assert names(twice)[1] == ("you_2", ["age_2", "ways_2", "wish_2"])
    assert rule_of(twice, "wish_2").source == "${age_2} > 3"
    assert editing.item_named(twice, "wish_2").label["en"].startswith("At ${age_2}")


def test_what_a_rule_or_a_text_names_is_not_removed():
    refused("still_named", editing.remove, START, "age")
    ruled = editing.set_rule(START, "wish", "relevant", "selected(${ways}, 'bus')")
    refused("still_named", editing.remove, ruled, "ways")
    assert names(editing.remove(START, "wish")) == ["age", "ways"]


def test_a_question_that_was_asked_before_stays_known_and_can_come_back():
    without = editing.remove(START, "ways", published={"ways"})
    assert [each.name for each in without.removed] == ["ways"]
    assert without.choices["ways"] == BUS
    refused("name_taken", editing.add, without, Question("ways", "text"))
    assert names(editing.restore(without, "ways")) == ["age", "wish", "ways"]
    assert editing.remove(START, "ways").removed == ()


# --- names


def test_a_new_name_reaches_rules_and_texts_and_leaves_an_alias():
    written = "${age} > 3 and '${age}' != concat( ${ age } , ../age)"
    ruled = replace(START, items=(AGE, WAYS, replace(WISH, relevant=Rule(written, parse(written)))))
    after = editing.rename(ruled, "age", "years_old")
    source = "${years_old} > 3 and '${age}' != concat( ${ years_old } , ../years_old)"
    assert rule_of(after, "wish").source == source
    assert rule_of(after, "wish").tree == parse(source)
    assert editing.item_named(after, "wish").label["en"] == "At ${years_old}, what would help you?"
    assert editing.item_named(after, "years_old").aliases == ("age",)
    back = editing.rename(after, "years_old", "age")
    assert editing.item_named(back, "age").aliases == ("years_old",)


def test_the_state_of_a_text_goes_with_its_name():
    stated = replace(START, states={"question/age/label": {"fr": "reviewed"}})
    after = editing.rename(stated, "age", "years")
    assert after.states == {"question/years/label": {"fr": "reviewed"}}


def test_a_name_is_made_of_the_first_words():
    said = editing.name_from("Did you wait for a class? It's hard", START)
    assert said == "did_you_wait_for_a_class_its"
    assert editing.name_from("هل انتظرت؟", START) == "question"
    assert editing.name_from("Age", START) == "age_2"


# --- groups and pages


def test_neighbours_are_grouped_and_ungrouped():
    grouped = editing.group(START, ["ways", "wish"], "you", {"en": "You"})
    assert names(grouped) == ["age", ("you", ["ways", "wish"])]
    assert names(editing.ungroup(grouped, "you")) == ["age", "ways", "wish"]
    refused("not_beside", editing.group, START, ["age", "wish"], "you")


def test_a_page_break_is_made_split_and_taken_away():
    broken = editing.begin_page(START, "ways")
    assert names(broken) == ["age", ("page", ["ways", "wish"])]
    assert editing.item_named(broken, "page").field_list
    twice = editing.begin_page(broken, "wish")
    assert names(twice) == ["age", ("page", ["ways"]), ("page_2", ["wish"])]
    assert names(editing.join_pages(twice, "wish")) == names(broken)
    assert names(editing.join_pages(broken, "ways")) == names(START)
    refused("begins_a_page", editing.begin_page, START, "age")
    refused("begins_no_page", editing.join_pages, START, "ways")


def test_a_page_that_lost_its_last_question_is_gone():
    broken = editing.begin_page(START, "wish")
    assert names(editing.move(broken, "wish", "up")) == ["age", "ways", "wish"]


def test_a_repeat_is_not_put_inside_a_repeat():
    inner = editing.group(START, ["age"], "inner")
    outer = editing.group(inner, ["inner"], "outer")
    once = editing.change(outer, "outer", replace(editing.item_named(outer, "outer"), repeat=True))
    again = replace(editing.item_named(once, "inner"), repeat=True)
    refused("repeat_nested", editing.change, once, "inner", again)


def test_groups_of_a_workbook_that_share_a_name_are_told_apart():
    twice = replace(START, items=(Group("a", items=(AGE,)), Group("a", items=(WAYS, WISH))))
    assert names(editing.distinct(twice)) == [("a", ["age"]), ("a_2", ["ways", "wish"])]


# --- choices


def test_choices_are_pasted_one_in_each_line():
    found = editing.pasted("1. By car\n\n2) By train\n", ["en", "fr"])
    assert [(c.code, c.label) for c in found] == [
        ("by_car", {"en": "By car"}),
        ("by_train", {"en": "By train"}),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "yes\tYes\tOui\nno\tNo\tNon",
        "code;fr;en\nyes;Oui;Yes\nno;Non;No",
        "yes ; Yes ; Oui\nno;No;Non",
    ],
)
def test_choices_are_pasted_with_codes_and_languages(text):
    found = editing.pasted(text, ["en", "fr"])
    assert [c.code for c in found] == ["yes", "no"]
    assert found[0].label == {"en": "Yes", "fr": "Oui"}


def test_a_comma_parts_only_a_code_from_its_label():
    assert editing.pasted("y,Yes\nn,No, never", ["en"])[1].label == {"en": "No, never"}
    assert editing.pasted("Yes, always\nNo, never", ["en"])[0].label == {"en": "Yes, always"}


def test_pasting_again_keeps_codes_and_other_languages():
    existing = (Choice("b", {"en": "By bus", "fr": "En autobus"}, kind="exclusive"),)
    found = editing.pasted("By bus\nBy car", ["en", "fr"], existing)
    assert found[0] == existing[0]
    assert found[1].code == "by_car"


def test_labels_without_plain_letters_get_codes_and_equal_ones_different_codes():
    assert [c.code for c in editing.pasted("نعم\nلا\n12", ["ar"])] == ["c", "c_2", "c_12"]
    refused("nothing_pasted", editing.pasted, " \n", ["en"])


def test_a_code_is_used_once_and_has_no_space():
    refused("code_taken", editing.set_choices, START, "ways", [*BUS, BUS[0]])
    refused("code_unfit", editing.set_choices, START, "ways", [Choice("by bus")])


def test_a_shared_list_can_become_one_questions_own():
    shared = editing.duplicate(START, "ways")
    own = editing.own_list(shared, "ways_2")
    assert editing.item_named(own, "ways_2").list_name == "ways_2"
    assert own.choices["ways_2"] == BUS
    assert editing.own_list(START, "ways") == START


def test_other_asks_to_be_told_what():
    listed = editing.set_choices(START, "ways", [*BUS, Choice("other", kind="other")])
    told = editing.with_other(listed, "ways", {"en": "Please say:"})
    assert names(told) == ["age", "ways", "ways_other", "wish"]
    assert rule_of(told, "ways_other").source == "selected(${ways}, 'other')"
    assert editing.with_other(told, "ways", {}) == told


# --- rules


@pytest.mark.parametrize(
    ("rows", "joined", "source"),
    [
        ([("age", "at_least", "18")], "and", "${age} >= 18"),
        ([("ways", "includes", "bus"), ("wish", "is", "it's")], "or",
         "selected(${ways}, 'bus') or ${wish} = \"it's\""),
        ([("ways", "includes_not", "bus"), ("age", "answered", "")], "and",
         "not(selected(${ways}, 'bus')) and ${age} != ''"),
        ([("age", "is_not", "7"), ("wish", "unanswered", "")], "and",
         "${age} != 7 and ${wish} = ''"),
    ],
)  # fmt: skip
def test_rows_of_a_form_become_an_expression_and_back(rows, joined, source):
    condition = editing.Condition(tuple(editing.Row(*row) for row in rows), joined)
    assert editing.source_of(condition, START) == source
    shown = editing.condition_of(Rule(source, parse(source)))
    assert shown.rows == condition.rows
    assert len(rows) == 1 or shown.joined == joined


@pytest.mark.parametrize(
    "source",
    [
        "${age} + 1 > 3",
        "${age} > ${wish}",
        "not(${age} = 1)",
        "${age} = 1 or ${age} = 2 and ${wish} = 'a'",
        "true()",
    ],
)
def test_what_a_form_cannot_show_is_left_to_the_expression(source):
    assert editing.condition_of(Rule(source, parse(source))) is None


def test_a_value_must_fit_its_question():
    for row in (("age", "is", "old"), ("wish", "is", ""), ("wish", "is", "'\"")):
        refused("value_unfit", editing.source_of, editing.Condition((editing.Row(*row),)), START)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("${age} >", "rule_unfinished"),
        ("${nobody} = 1", "rule_unknown_name"),
        ("grow(${age})", "rule_unknown_function"),
        ("${wish} = ''", "rule_cycle"),
        (". > 1", "rule_self"),
    ],
)
def test_a_rule_that_cannot_be_used_is_refused_with_its_place(source, code):
    refused(code, editing.set_rule, START, "wish", "relevant", source)


def test_a_rule_is_set_and_taken_away():
    ruled = editing.set_rule(START, "wish", "relevant", " ${age} > 3 ")
    assert rule_of(ruled, "wish").source == "${age} > 3"
    assert rule_of(editing.set_rule(ruled, "wish", "relevant", " "), "wish") is None


def test_faults_a_workbook_brought_keep_nobody_from_editing():
    brought = replace(
        START, items=(*START.items, Question("b", "text", relevant=Rule("${x}=1", parse("${x}=1"))))
    )
    assert "age_2" in names(editing.duplicate(brought, "age"))


# --- any sequence

OPERATORS = ("answered", "is", "answered", "more")
EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "up", "down", "in", "out", "place", "duplicate", "remove", "rename", "group",
             "ungroup", "begin_page", "join_pages", "rule", "rule", "rule", "remove", "paste",
             "retype", "repeat", "own"]
        ),
        st.integers(0, 30),
        st.integers(0, 30),
        st.text("ab é'\"$,;\t\n${}", max_size=12),
    ),
    min_size=5,
    max_size=25,
)  # fmt: skip


def edited(questionnaire, what, first, second, text):
    every = list(editing.every_item(questionnaire.items)) or [AGE]
    one, two = every[first % len(every)], every[second % len(every)]
    if what == "add":
        new = Question(
            editing.name_from(text, questionnaire), TYPES[second % len(TYPES)], {"en": text}
        )
        return editing.add(questionnaire, new, after=one.name if first % 2 else "")
    if what in ("up", "down", "in", "out"):
        return editing.move(questionnaire, one.name, what)
    if what == "place":
        hows = ("before", "after", "first", "last")
        return editing.place(questionnaire, one.name, two.name, hows[len(text) % 4])
    if what == "rename":
        return editing.rename(questionnaire, one.name, text)
    if what == "group":
        return editing.group(questionnaire, list({one.name, two.name}), f"g{second}", {"en": text})
    if what == "rule":
        row = editing.Row(two.name, OPERATORS[first % 4], text)
        source = (
            text if first % 5 == 0 else editing.source_of(editing.Condition((row,)), questionnaire)
        )
        return editing.set_rule(questionnaire, one.name, "relevant", source)
    if what == "paste":
        lists = [q.list_name for q in questionnaire.questions() if q.list_name]
        return (
            editing.set_choices(questionnaire, lists[0], editing.pasted(text, ["en", "fr"]))
            if lists
            else questionnaire
        )
    if what == "retype" and isinstance(one, Question):
        return editing.change(
            questionnaire, one.name, replace(one, type=TYPES[second % len(TYPES)])
        )
    if what == "repeat" and isinstance(one, Group):
        return editing.change(questionnaire, one.name, replace(one, repeat=not one.repeat))
    if what == "own":
        return editing.own_list(questionnaire, one.name)
    if what in ("retype", "repeat"):
        return questionnaire
    if what == "remove":
        return editing.remove(questionnaire, one.name, published={"age", "ways"})
    return getattr(editing, what)(questionnaire, one.name)


@settings(deadline=None, max_examples=150)
@given(EDITS)
def test_any_sequence_of_edits_leaves_a_sound_document(edits):
    questionnaire = editing.set_rule(START, "wish", "relevant", "selected(${ways}, 'bus')")
    for edit in edits:
        try:
            questionnaire = edited(questionnaire, *edit)
        except EditRefused as no:
            assert set(no.particulars) <= set(editing.EDIT_CODES[no.code]), no.code
    assert from_json(to_json(questionnaire)) == questionnaire
    known = {item.name for item in editing.every_item(questionnaire.items)}
    for rule in rules_in(questionnaire):
        assert names_in(rule.tree) <= known
        assert parse(rule.source) == rule.tree
    assert len(known) == len(list(editing.every_item(questionnaire.items)))
    for question in questionnaire.questions():
        assert (question.list_name in questionnaire.choices) == (question.type in SELECTS)
