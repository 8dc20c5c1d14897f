"""A survey of LimeSurvey becomes a questionnaire: its questions, answers, languages and texts."""

import pytest

from lipnet.questionnaire import answering, limesurvey
from lipnet.questionnaire.model import Group
from tests.questionnaire.forms import MOMENT
from tests.questionnaire.limesurvey_files import codes, lss, made_of, question, read

ROWS = [("SQ001", "Bus"), ("SQ002", "Bicycle"), ("SQ003", "None of these")]
ANSWERS = [("A1", "Good"), ("A2", "Bad")]


def one(*given, **more):
    made = made_of(question("Q1", *given, **more))
    return made, made.question("Q1")


@pytest.mark.parametrize("old", [True, False], ids=["version 143", "version 641"])
def test_old_and_new_exports_give_the_same(old):
    texts = {"en": "How?", "fr": "Comment?"}
    asked = question("Q1", "L", texts, answers=ANSWERS, mandatory="Y", help="Choose one")
    rows = question("Q2", "F", texts, rows=ROWS, answers=ANSWERS)
    made = made_of(asked, rows, languages=("en", "fr"), old=old)
    assert made.languages == ("en", "fr")
    first = made.question("Q1")
    assert first.label == texts
    assert first.hint["en"] == "Choose one"
    assert first.required.source == "true()"
    assert [(c.code, c.label["fr"]) for c in made.choices_of(first)] == [
        ("A1", "Good"),
        ("A2", "Bad"),
    ]
    assert [q.name for q in made.questions()] == ["Q1", "Q2_SQ001", "Q2_SQ002", "Q2_SQ003"]


@pytest.mark.parametrize(
    ("kind", "more", "expected"),
    [
        ("S", {}, "text"),
        ("T", {}, "text"),
        ("U", {}, "text"),
        ("N", {}, "decimal"),
        ("N", {"num_value_int_only": "1"}, "integer"),
        ("S", {"numbers_only": "1"}, "decimal"),
        ("D", {}, "date"),
        ("D", {"date_format": "dd-mm-yyyy HH:MM"}, "datetime"),
        ("D", {"date_format": "HH:MM"}, "time"),
        ("Y", {}, "select_one"),
        ("G", {}, "select_one"),
        ("5", {}, "select_one"),
    ],
)
def test_a_simple_question_has_its_type(kind, more, expected):
    assert one(kind, attributes=more)[1].type == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("Y", ["Y", "N"]), ("G", ["F", "M"]), ("5", ["1", "2", "3", "4", "5"])],
)
def test_the_answers_of_limesurvey_keep_its_codes_and_get_our_words(kind, expected):
    made, asked = one(kind, languages=("en",))
    assert [choice.code for choice in made.choices_of(asked)] == expected


def test_a_file_is_asked_for_where_a_workbook_may_ask_for_one():
    asked = (question("Q1", "S"), question("Q2", "|", mandatory="Y"))
    imported = read(*asked)
    assert (imported.questionnaire.question("Q2"), codes(imported)) == (None, ["files_off"])
    imported = limesurvey.read(lss(asked), files=True)
    assert imported.questionnaire.question("Q2").type == "file" and imported.outcome == "whole"


def test_other_is_a_choice_and_a_text_that_shows_when_it_is_picked():
    made, asked = one("L", answers=ANSWERS, other="Y")
    last = made.choices_of(asked)[-1]
    assert (last.code, last.kind, last.label["en"]) == ("other", "other", "Other")
    text = made.question("Q1_other")
    assert (text.type, text.relevant.source) == ("text", "selected(${Q1}, 'other')")


def test_a_list_with_comment_is_followed_by_the_comment():
    made, asked = one("O", answers=ANSWERS)
    assert (asked.type, made.question("Q1_comment").type) == ("select_one", "text")


def test_a_choice_that_excludes_all_others_stands_alone():
    made, asked = one("M", rows=ROWS, attributes={"exclude_all_others": "SQ003"})
    assert asked.type == "select_multiple"
    assert [c.kind for c in made.choices_of(asked)] == ["", "", "exclusive"]


def test_each_choice_with_a_comment_asks_for_it_once_it_is_picked():
    made, _ = one("P", rows=ROWS)
    comment = made.question("Q1_SQ002comment")
    assert comment.label["en"] == "Bicycle: Your comment"
    assert comment.relevant.source == "selected(${Q1}, 'SQ002')"


def test_ranking_is_a_rank_of_its_answers():
    made, asked = one("R", answers=ANSWERS, attributes={"random_order": "1"})
    assert (asked.type, dict(asked.parameters)) == ("rank", {"randomize": "true"})
    assert [c.code for c in made.choices_of(asked)] == ["A1", "A2"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("A", [str(n) for n in range(1, 6)]),
        ("B", [str(n) for n in range(1, 11)]),
        ("C", ["Y", "U", "N"]),
        ("E", ["I", "S", "D"]),
        ("F", ["A1", "A2"]),
        ("H", ["A1", "A2"]),
    ],
)
def test_a_table_is_one_page_whose_rows_share_a_list(kind, expected):
    made = made_of(question("Q1", kind, rows=ROWS, answers=ANSWERS, mandatory="Y"))
    table = made.items[0].items[0]
    assert isinstance(table, Group)
    assert (table.field_list, table.appearance) == (True, ("table-list",))
    assert {row.list_name for row in table.items} == {table.items[0].list_name}
    assert all(row.appearance == ("likert",) and row.required for row in table.items)
    assert [c.code for c in made.choices_of(table.items[0])] == expected


def test_a_choice_with_a_rule_of_its_own_is_offered_while_it_holds():
    rows = [("SQ001", "Bus"), ("SQ002", "Car", "Q1.NAOK > 17 || Q1.NAOK == 0")]
    made = made_of(question("Q1", "N"), question("Q2", "M", rows=rows))
    rule = made.question("Q2").choice_filter
    assert rule.source == "name != 'SQ002' or ${Q1} > 17 or ${Q1} = 0"


def test_two_scales_become_two_tables():
    answers = [("A1", "Often", "0"), ("A2", "Seldom", "0"), ("A1", "Good", "1")]
    headers = {"dualscale_headerA": {"en": "How often"}, "dualscale_headerB": {"en": "How well"}}
    made = made_of(question("Q1", "1", rows=ROWS, answers=answers, attributes=headers))
    first, second = made.items[0].items
    assert first.label["en"] == "Q?\nHow often"
    assert [row.name for row in second.items] == ["Q1_SQ001_1", "Q1_SQ002_1", "Q1_SQ003_1"]
    assert len(made.choices_of(second.items[0])) == 1


def test_a_table_of_texts_or_numbers_asks_once_for_each_cell():
    columns = [("X", "2025"), ("Y", "2026")]
    made = made_of(question("Q1", ";", rows=ROWS, columns=columns))
    cell = made.question("Q1_SQ002_Y")
    assert (cell.type, cell.label["en"]) == ("text", "Bicycle: 2026")
    numbers = made_of(question("Q1", ":", rows=ROWS, columns=columns))
    assert numbers.question("Q1_SQ002_Y").constraint.source == "(. >= 1) and (. <= 10)"


def test_a_large_table_of_cells_is_told():
    columns = [(f"C{n}", "x") for n in range(5)]
    imported = read(question("Q1", ";", rows=ROWS, columns=columns))
    assert "lss_cells" in codes(imported)


def test_a_table_of_boxes_asks_several_choices_in_each_row():
    columns = [("X", "2025"), ("Y", "2026")]
    boxes = {"multiflexible_checkbox": "1"}
    after = question("Q2", "S", relevance='Q1_SQ001_X.NAOK == "1"')
    ticked = question("Q3", "S", relevance='Q1_SQ001_X.NAOK == "Y"')
    made = made_of(question("Q1", ":", rows=ROWS, columns=columns, attributes=boxes), ticked)
    assert made.question("Q1_SQ001").type == "select_multiple"
    assert made.question("Q3").relevant.source == "selected(${Q1_SQ001}, 'X')"
    made = made_of(question("Q1", ":", rows=ROWS, columns=columns, attributes=boxes), after)
    assert made.question("Q2").relevant.source == "selected(${Q1_SQ001}, 'X')"


def test_several_texts_and_numbers_are_fields_under_their_heading():
    made = made_of(question("Q1", "Q", rows=ROWS), question("Q2", "K", rows=ROWS))
    texts, numbers = made.items[0].items
    assert [row.type for row in (*texts.items, *numbers.items)] == ["text"] * 3 + ["decimal"] * 3


def test_numbers_that_must_add_up_are_held_to_it():
    made = made_of(question("Q1", "K", rows=ROWS[:2], attributes={"equals_num_value": "10"}))
    assert made.question("Q1_SQ002").constraint.source == "sum(${Q1_SQ001}, ${Q1_SQ002}) = 10"
    compiled = answering.compile(made)
    wrong = answering.check_answers(compiled, {"Q1_SQ001": "4", "Q1_SQ002": "5"}, MOMENT)
    assert [problem.code for problem in wrong.problems] == ["constraint"]
    right = answering.check_answers(compiled, {"Q1_SQ001": "4", "Q1_SQ002": "6"}, MOMENT)
    assert right.problems == ()


def test_a_slider_is_a_range():
    slider = {"slider_layout": "1", "slider_min": "0", "slider_max": "10", "slider_accuracy": "2"}
    made = made_of(question("Q1", "K", rows=ROWS, attributes=slider))
    row = made.question("Q1_SQ001")
    assert (row.type, dict(row.parameters)) == ("range", {"start": "0", "end": "10", "step": "2"})


def test_an_equation_calculates_and_its_text_is_a_note():
    equation = {"equation": "{Q1.NAOK * 2}"}
    made = made_of(question("Q1", "N"), question("Q2", "*", "Twice: {Q2}", attributes=equation))
    assert made.question("Q2").calculation.source == "${Q1} * 2"
    assert made.question("Q2_text").label["en"] == "Twice: ${Q2}"


def test_the_language_switch_is_dropped_with_a_notice():
    imported = read(question("Q1", "S"), question("Q2", "I"))
    assert [q.name for q in imported.questionnaire.questions()] == ["Q1"]
    assert (imported.outcome, codes(imported)) == ("whole", ["lss_language_switch"])


@pytest.mark.parametrize(
    ("kind", "attributes", "expected"),
    [
        ("N", {"min_num_value_n": "1", "max_num_value_n": "9"}, "(. >= 1) and (. <= 9)"),
        ("S", {"maximum_chars": "20"}, "string-length(.) <= 20"),
        ("D", {"date_min": "2020-01-01"}, ". >= date('2020-01-01')"),
        ("M", {"min_answers": "1", "max_answers": "2"},
         "(count-selected(.) >= 1) and (count-selected(.) <= 2)"),
        ("S", {"em_validation_q": "strlen(this.NAOK) > 3"}, "string-length(.) > 3"),
    ],
)  # fmt: skip
def test_limits_are_constraints(kind, attributes, expected):
    assert one(kind, rows=ROWS, attributes=attributes)[1].constraint.source == expected


def test_a_pattern_is_a_constraint_where_it_is_of_our_subset():
    assert one("S", preg="/^[A-Z]\\d$/")[1].constraint.source == "regex(., '^[A-Z]\\d$')"
    assert one("S", preg="/[0-9]{3}/")[1].constraint.source == "regex(., '.*(?:[0-9]{3}).*')"
    imported = read(question("Q1", "S", preg="/(a)\\1/"))
    assert "lss_rule" in codes(imported)


def test_a_hidden_question_keeps_its_value_or_is_left_out():
    made, asked = one("S", attributes={"hidden": "1"}, defaults={"0": "web"})
    assert (asked.type, asked.default) == ("hidden", "web")
    imported = read(question("Q1", "S"), question("Q2", "S", attributes={"hidden": "1"}))
    assert codes(imported) == ["lss_hidden_dropped"]


def test_defaults_are_kept():
    assert one("L", answers=ANSWERS, defaults={"0": "A2"})[1].default == "A2"
    assert one("M", rows=ROWS, defaults={"1000": "Y", "1002": "Y"})[1].default == "SQ001 SQ003"
