"""The rules of a workbook: read, repaired, doubted, or left out with the reason."""

from tests.questionnaire.reading import FULL, PLAIN, YES_NO, one, places, read


def test_curly_quotes_are_straightened_and_listed():
    imported = read([FULL, ["text", "a", "A"], ["text", "b", "B", "${a} = ‘x’"]])
    assert one(imported, "b").relevant.source == "${a} = 'x'"
    assert places(imported) == [("survey!D3", "warning", "rule_quotes_straightened")]


def test_circles_are_cut_once_and_named():
    rows = [
        FULL,
        ["text", "a", "A", "${b} = 1"],
        ["text", "b", "B", "${a} = 1"],
        ["text", "c", "C", "${c} = 1"],
    ]
    imported = read(rows)
    cycles = [each for each in imported.findings if each.code == "rule_cycle"]
    assert [(each.cell, each.particulars["names"]) for each in cycles] == [
        ("D2", "a, b, a"),
        ("D4", "c, c"),
    ]
    assert one(imported, "a").relevant is None
    assert one(imported, "b").relevant is not None


def test_a_group_that_waits_for_its_own_question_is_a_circle():
    rows = [FULL, ["begin_group", "g", "G", "${a} = 1"], ["text", "a", "A"], ["end_group"]]
    assert places(read(rows)) == [("survey!D2", "error", "rule_cycle")]


def test_doubtful_rules_are_kept_and_pointed_at():
    imported = read(
        [
            FULL,
            ["text", "early", "E", "${yn} = 'yes'"],
            ["select_one yn", "yn", "Y"],
            ["text", "b", "B", "${yn} = 'maybe'"],
            ["text", "c", "C", "false()"],
            ["text", "d", "D", "${yn} = 'yes' and ${yn} = 'no'"],
            ["text", "e", "E", "selected(${yn}, 'perhaps')"],
        ],
        YES_NO,
    )
    assert places(imported) == [
        ("survey!D2", "warning", "rule_forward"),
        ("survey!D4", "warning", "rule_not_in_list"),
        ("survey!D4", "warning", "rule_never_true"),
        ("survey!D5", "warning", "rule_never_true"),
        ("survey!D6", "warning", "rule_never_true"),
        ("survey!D7", "warning", "rule_not_in_list"),
        ("survey!D7", "warning", "rule_never_true"),
    ]
    assert one(imported, "d").relevant is not None


def test_a_repeat_is_asked_again_and_a_repeat_inside_it_is_left_out():
    rows = [
        FULL,
        ["begin repeat", "people", "People"],
        ["text", "who", "Who?"],
        ["begin repeat", "pets", "Pets"],
        ["text", "pet", "Pet?"],
        ["end repeat"],
        ["end repeat"],
        ["calculate", "first", "", "", "", "", "indexed-repeat(${who}, ${people}, 1)"],
        ["calculate", "pets_", "", "", "", "", "${pet}"],
    ]
    imported = read(rows)
    assert places(imported) == [
        ("survey!A4", "error", "repeat_nested"),
        ("survey!G9", "error", "rule_rejected_name"),
    ]
    assert one(imported, "first").calculation is not None
    assert [each.repeat and each.repeat.name for each in imported.questionnaire.placed()] == [
        "people",
        None,
        None,
    ]


def test_a_repeat_may_be_counted_and_its_name_is_its_own():
    rows = [
        [*PLAIN, "repeat_count"],
        ["integer", "size", "Size"],
        ["begin repeat", "size", "People", "${size}"],
        ["text", "who", "Who?"],
        ["end repeat"],
    ]
    imported = read(rows)
    assert places(imported) == [("survey!B3", "warning", "name_twice")]
    repeat = next(each.repeat for each in imported.questionnaire.placed() if each.repeat)
    assert (repeat.name, repeat.repeat_count.source) == ("size_2", "${size}")


def test_a_calculation_may_wait_for_questions_there_are():
    rows = [
        [*PLAIN, "calculation", "trigger"],
        ["text", "a", "A"],
        ["calculate", "b", "", "'asked'", "${a}, ${nobody}"],
    ]
    imported = read(rows)
    assert places(imported) == [("survey!E3", "warning", "trigger_unknown")]
    assert one(imported, "b").trigger == ("a",)


def test_columns_of_our_own_are_read():
    header = [*PLAIN, "lipnet_role", "lipnet_declines", "lipnet_bank_id", "lipnet_aliases"]
    rows = [
        header,
        ["select_one yn", "a", "A", "identity", "prefer_not dont_know", "age", "alter age"],
    ]
    choices = [["list_name", "name", "label", "lipnet_kind"], ["yn", "none", "None", "exclusive"]]
    imported = read(rows, choices)
    found = one(imported, "a")
    assert imported.outcome == "whole"
    assert (found.role, found.declines) == ("identity", ("dont_know", "prefer_not"))
    assert (found.bank_id, found.aliases) == ("age", ("alter", "age"))
    assert imported.questionnaire.choices["yn"][0].stands_alone


def test_start_end_and_today_are_not_kept_but_rules_may_name_them():
    rows = [
        FULL,
        ["start", "begun"],
        ["today", "day"],
        ["calculate", "year", "", "", "", "", "format-date(${day}, '%Y')"],
    ]
    imported = read(rows)
    assert imported.outcome == "whole"
    assert one(imported, "year").calculation.tree.parts[0].value == "today"


def test_columns_of_choices_serve_choice_filters():
    header = [*PLAIN, "choice_filter"]
    rows = [
        header,
        ["select_one yn", "a", "A"],
        ["select_one towns", "b", "B", "area = ${a}"],
        ["select_one towns", "c", "C", "region = ${a}"],
    ]
    choices = [["list_name", "name", "label", "area"], ["yn", "n", "N"], ["towns", "x", "X", "n"]]
    imported = read(rows, choices)
    assert imported.questionnaire.choices["towns"][0].extra == {"area": "n"}
    assert places(imported) == [("survey!D4", "error", "rule_unknown_column")]


def test_required_and_defaults_are_read_or_pointed_at():
    header = [*PLAIN, "required", "default"]
    rows = [
        header,
        ["integer", "a", "A", "TRUE", "5"],
        ["integer", "b", "B", "perhaps", "x"],
        ["date", "c", "C", "no", "today()"],
        ["integer", "d", "D", "${a} > 1", ""],
    ]
    imported = read(rows)
    assert places(imported) == [
        ("survey!D3", "warning", "required_unclear"),
        ("survey!E3", "warning", "default_invalid"),
    ]
    assert one(imported, "c").dynamic_default.source == "today()"
    assert one(imported, "a").default == "5"
    assert one(imported, "d").required.source == "${a} > 1"


def test_a_range_keeps_its_bounds():
    imported = read([[*PLAIN, "parameters"], ["range", "a", "A", "start=0 end=5 step=0.5"]])
    assert one(imported, "a").type == "range"
    assert one(imported, "a").parameters == {"start": "0", "end": "5", "step": "0.5"}


def test_a_label_may_only_name_answers_there_are():
    imported = read([PLAIN, ["text", "a", "Dear ${nobody}"]])
    assert places(imported) == [("survey!C2", "warning", "piped_unknown")]


def test_a_rule_of_too_many_patterns_is_left_out():
    rule = " or ".join(f"regex(${{a}}, 'x{number}')" for number in range(31))
    rows = [FULL, ["text", "a", "A"], ["text", "b", "B", rule]]
    assert places(read(rows)) == [("survey!D3", "error", "rule_too_long")]


def test_a_choice_filter_without_choices_is_left_out_and_told():
    rows = [[*PLAIN, "choice_filter"], ["text", "a", "A", "name = 'x'"]]
    imported = read(rows)
    assert "filter_without_choices" in {finding.code for finding in imported.findings}
    assert one(imported, "a").choice_filter is None
