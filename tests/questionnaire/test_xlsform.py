"""Workbooks become questionnaires; everything noticed is a finding at its cell."""

import pytest

from lipnet.questionnaire import xlsform
from lipnet.questionnaire.model import Group
from lipnet.questionnaire.report import check_report
from lipnet.questionnaire.texts import pieces
from tests.questionnaire.reading import FULL, PLAIN, YES_NO, one, places, read


def test_a_plain_form_imports_whole():
    imported = read(
        [
            FULL,
            ["begin group", "g", "About you", "", "", "", ""],
            ["select_one yn", "new", "Are you new?", "", "yes", "", ""],
            ["integer", "year", "Since when?", "${new} = 'yes'", "", ". > 1900", ""],
            ["end group", "", "", "", "", "", ""],
            ["calculate", "age", "", "", "", "", "2026 - ${year}"],
            ["note", "end", "Thank you, ${age}", "", "", "", ""],
        ],
        YES_NO,
        [["form_title", "form_id", "version"], ["Us", "us", "3"]],
    )
    made = imported.questionnaire
    assert (imported.outcome, imported.findings) == ("whole", ())
    assert (made.title, made.form_id, made.version) == ({"en": "Us"}, "us", "3")
    assert [each.name for each in made.questions()] == ["new", "year", "age", "end"]
    assert isinstance(made.items[0], Group)
    assert made.items[0].label == {"en": "About you"}
    assert one(imported, "year").relevant.source == "${new} = 'yes'"
    assert one(imported, "year").source == "survey!B4"
    assert one(imported, "new").required.source == "true()"
    assert [choice.code for choice in made.choices["yn"]] == ["yes", "no"]
    assert [piece.text for piece in pieces(one(imported, "end").label["en"])][1] == "age"


def test_all_findings_are_collected_each_at_its_cell():
    imported = read(
        [
            FULL,
            ["integer", "a", "A", "${nobody} = 1", "", "(. > 1", ""],
            ["geopoint", "b", "Where?", "", "", "", ""],
            ["select_one nowhere", "c", "C", "", "", "", ""],
            ["text", "d", "D", "${b} = 1 and pick(${a})", "", "regex(., '(a)\\1')", ""],
            ["calculate", "e", "", "", "", "", "substr('a')"],
            ["telepathy", "f", "F", "", "", "", ""],
        ]
    )
    assert imported.outcome == "findings"
    assert places(imported) == [
        ("survey!D2", "error", "rule_unknown_name"),
        ("survey!F2", "error", "rule_unfinished"),
        ("survey!A3", "error", "type_location"),
        ("survey!A4", "error", "list_unknown"),
        ("survey!D5", "error", "rule_rejected_name"),
        ("survey!D5", "error", "rule_unknown_function"),
        ("survey!F5", "error", "rule_pattern"),
        ("survey!G6", "error", "rule_arguments"),
        ("survey!A7", "error", "type_unknown"),
    ]
    assert [each.name for each in imported.questionnaire.questions()] == ["a", "d", "e"]
    assert one(imported, "a").relevant is None


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("text", "text"),
        ("string", "text"),
        ("Integer", "integer"),
        ("int", "integer"),
        ("decimal", "decimal"),
        ("date", "date"),
        ("note", "note"),
        ("select_one yn", "select_one"),
        ("select one yn", "select_one"),
        ("select one from yn", "select_one"),
        ("select1 yn", "select_one"),
        ("SELECT_ONE yn", "select_one"),
        ("select_multiple yn", "select_multiple"),
        ("select multiple from yn", "select_multiple"),
        ("select all that apply from yn", "select_multiple"),
        ("acknowledge", "acknowledge"),
        ("range", "range"),
        ("time", "time"),
        ("date time", "datetime"),
        ("rank yn", "rank"),
        ("hidden", "hidden"),
    ],
)
def test_types_go_by_many_names(written, kind):
    imported = read([PLAIN, [written, "a", "A"]], YES_NO)
    assert one(imported, "a").type == kind
    assert places(imported) == []


@pytest.mark.parametrize(
    ("written", "severity", "code"),
    [
        ("geoshape", "error", "type_location"),
        ("gps", "error", "type_location"),
        ("image", "error", "files_off"),
        ("add file prompt", "error", "files_off"),
        ("background-audio", "error", "type_later"),
        ("barcode", "error", "type_rejected"),
        ("select_one_from_file towns.csv", "error", "type_rejected"),
        ("deviceid", "notice", "type_identifier"),
        ("start-geopoint", "notice", "type_identifier"),
        ("start", "notice", "type_not_stored"),
        ("nonsense", "error", "type_unknown"),
    ],
)
def test_what_is_not_asked_says_why(written, severity, code):
    imported = read([PLAIN, [written, "a", "A"], ["text", "b", "B"]])
    found = [each for each in imported.findings if each.code == code]
    assert [(each.cell, each.severity) for each in found] == [("A2", severity)]
    assert [each.name for each in imported.questionnaire.questions()] == ["b"]


def test_headers_may_be_written_as_people_write_them():
    header = ["Type", "NAME", "Label : English", "Caption:French", "bind:relevant"]
    header += ["Constraint-Msg:English", "Read Only", "bind:jr:requiredMsg", "calcluation"]
    imported = read([header, ["text", "a", "A", "Ah", "1 = 1", "No", "yes", "Please"]])
    asked = one(imported, "a")
    assert asked.label == {"en": "A", "fr": "Ah"}
    assert asked.relevant.source == "1 = 1"
    assert asked.constraint_message == {"en": "No"}
    assert asked.required_message == {"en": "Please"}
    assert asked.read_only
    assert ("survey!I1", "warning", "header_misspelt") in places(imported)


def test_languages_are_guessed_shown_and_corrected():
    header = ["type", "name", "label::العربية", "label::Tigirigna", "label::Klingonese"]
    rows = [header, ["text", "a", "أ", "ሀ", "x"]]
    imported = read(rows)
    expected = {"العربية": "ar", "Tigirigna": "ti", "Klingonese": None}
    assert imported.languages == expected
    assert imported.questionnaire.languages == ("ar", "ti", "und-x-1")
    assert imported.questionnaire.default_language == "ar"
    corrected = read(rows, languages={"Klingonese": "fr"})
    assert corrected.questionnaire.languages == ("ar", "ti", "fr")
    assert places(corrected) == []


def test_two_spellings_of_one_language_are_merged_and_listed():
    header = ["type", "name", "label::English(en)", "label::english (en)"]
    imported = read([header, ["text", "a", "", "A"], ["text", "b", "B", "other"]])
    assert imported.questionnaire.languages == ("en",)
    assert one(imported, "a").label == {"en": "A"}
    assert one(imported, "b").label == {"en": "B"}
    assert places(imported) == [("survey!D1", "warning", "languages_merged")]


def test_a_column_without_language_is_the_default_language():
    header = ["type", "name", "label", "label::French (fr)"]
    rows = [header, ["text", "a", "Eh", "Ah"], ["text", "b", "Bee", ""]]
    settings = [["default_language"], ["Spanish"]]
    assert one(read(rows), "a").label == {"en": "Eh", "fr": "Ah"}
    assert read(rows, (), settings).questionnaire.default_language == "es"
    missing = [each for each in read(rows).findings if each.code == "translation_missing"]
    assert missing[0].particulars == {"tag": "fr", "count": 1, "total": 2}


def test_names_are_made_fit_and_unique():
    rows = [
        PLAIN,
        ["text", "my name", "A"],
        ["text", "x", "B"],
        ["text", "x", "C"],
        ["text", "1st", "D"],
        ["text", "", "E"],
    ]
    imported = read(rows)
    names = [each.name for each in imported.questionnaire.questions()]
    assert names == ["my_name", "x", "x_2", "q_1st", "text_6"]
    assert [code for _, _, code in places(imported)] == [
        "name_invalid",
        "name_twice",
        "name_invalid",
        "name_missing",
    ]


def test_groups_that_do_not_match_are_mended():
    rows = [
        PLAIN,
        ["end group"],
        ["begin group", "g", "G"],
        ["text", "a", "A"],
        ["end repeat"],
        ["begin group", "h", "H"],
        ["text", "b", "B"],
    ]
    imported = read(rows)
    assert [code for _, _, code in places(imported)] == [
        "group_not_open",
        "group_end_mismatch",
        "group_not_closed",
    ]
    assert [item.name for item in imported.questionnaire.items] == ["g", "h"]


def test_or_other_adds_a_choice_and_a_question():
    header = ["type", "name", "label::English", "label::French"]
    imported = read([header, ["select_one yn or_other", "a", "A", "Ah"]], YES_NO)
    added = one(imported, "a_other")
    assert added.relevant.source == "selected(${a}, 'other')"
    assert added.label["fr"] == "Autre : veuillez préciser"
    codes = [choice.code for choice in imported.questionnaire.choices_of(one(imported, "a"))]
    assert codes == ["yes", "no", "other"]


def test_choices_that_cannot_be_used_are_named():
    choices = [
        ["list name", "value", "label"],
        ["yn", "yes", "Yes"],
        ["yn", "yes", "Yes again"],
        ["yn", "not now", "Not now"],
        ["yn", "", "Lost"],
        ["", "x", "Lost too"],
        ["yn", "5", ""],
        ["unused", "a", "A"],
    ]
    imported = read([PLAIN, ["select_one yn", "a", "A"]], choices)
    assert places(imported) == [
        ("choices!B3", "warning", "choice_twice"),
        ("choices!B4", "warning", "choice_code_spaces"),
        ("choices!B5", "error", "choice_without_code"),
        ("choices!A6", "warning", "choice_without_list"),
        ("choices!B7", "warning", "choice_without_label"),
    ]
    codes = [choice.code for choice in imported.questionnaire.choices["yn"]]
    assert codes == ["yes", "not_now", "5"]


@pytest.mark.parametrize(
    ("survey", "code"),
    [
        ([["a", "b"], ["c", "d"]], "no_type_column"),
        ([PLAIN], "no_questions"),
        ([PLAIN, ["geopoint", "a", "A"]], "no_questions"),
    ],
)
def test_a_workbook_without_questions_is_refused(survey, code):
    imported = read(survey)
    assert (imported.outcome, imported.questionnaire) == ("refused", None)
    assert code in [each.code for each in imported.findings]


def test_bytes_that_are_no_workbook_are_refused():
    for data in (b"", b"hello", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 broken"):
        imported = xlsform.read(data, "form.xlsx")
        assert imported.outcome == "refused"
        assert len(imported.findings) == 1


def test_a_workbook_with_no_survey_sheet_is_refused():
    imported = read((), YES_NO, [["form_title"], ["x"]])
    assert [each.code for each in imported.findings] == ["no_survey_sheet"]


def test_the_report_has_the_published_shape():
    imported = read([FULL, ["select_one yn", "a", "A", "1 ="]], YES_NO)
    report = check_report(imported, lambda finding: f"about {finding.code}")
    assert {key: report[key] for key in report if key != "findings"} == {
        "outcome": "findings",
        "items": 1,
        "choices": 2,
        "languages": ["en"],
        "rules": 0,
    }
    assert report["findings"] == [
        {
            "sheet": "survey",
            "cell": "D2",
            "severity": "error",
            "code": "rule_unfinished",
            "message": "about rule_unfinished",
        }
    ]
    refused = check_report(xlsform.read(b"", ""), lambda finding: "")
    assert (refused["outcome"], refused["items"]) == ("refused", 0)
