"""Texts, languages and names of LimeSurvey; what is not taken is told."""

from lipnet.questionnaire import answering, limesurvey
from tests.questionnaire.forms import MOMENT
from tests.questionnaire.limesurvey_files import codes, lss, made_of, question, read

ROWS = [("SQ001", "Bus"), ("SQ002", "Bicycle"), ("SQ003", "None of these")]
ANSWERS = [("A1", "Good"), ("A2", "Bad")]


def asked_alone(kind, text):
    return made_of(question("Q1", kind, text)).question("Q1")


def test_what_is_not_taken_is_told():
    imported = read(
        question("Q1", "M", rows=ROWS, attributes={"array_filter": "Q0", "page_break": "1"}),
        question("Q2", "Z"),
        question("Q3", "L"),
        tables={"quota": [{"id": "1"}], "assessments": [{"id": "1"}]},
        settings={"format": "S"},
        wording={"surveyls_endtext": "Bye", "surveyls_email_invite": "Dear"},
    )
    wanted = (
        "lss_array_filter lss_type_unknown lss_no_answers lss_one_by_one lss_quota lss_end_text"
    )
    assert codes(imported) == [*wanted.split(), "lss_attributes_unused", "lss_parts_unused"]
    assert {(f.sheet, f.cell) for f in imported.findings} >= {("questions", "Q1"), ("quota", "")}


def test_texts_keep_their_words_and_lose_their_scripts():
    html = '<p>One <b>bold</b> &amp; <a href="https://a.ca/">link</a></p><script>alert(1)</script>'
    asked = asked_alone("S", html + "<ul><li>first</li><li>second</li></ul><img src='x.png'>")
    assert asked.label["en"] == "One <b>bold</b> & link (https://a.ca/)\n• first\n• second"
    found = {f.code: f.particulars for f in read(question("Q1", "S", html)).findings}
    assert found["lss_script_removed"] == {"places": "Q1"}


def test_answers_are_named_in_texts_and_other_expressions_are_taken_out_and_told():
    first = question("Q1", "S", "Name?")
    text = "Dear {Q1.NAOK}, {Q1}, {INSERTANS:7X1X10}: {strpos(Q1, 'x')} and { not one }"
    imported = read(first, question("Q2", "S", text))
    label = imported.questionnaire.question("Q2").label["en"]
    assert label == "Dear ${Q1}, ${Q1}, ${Q1}:  and { not one }"
    (found,) = imported.findings
    assert found.particulars == {"expression": "{strpos(Q1, 'x')}"}


def test_an_expression_in_a_text_becomes_a_calculation_of_its_own():
    text = "{if(Q1 == 'F', 'Madam', 'Sir')}, &lt;{Q1.shown}&gt; {if(Q1 == 'F', 'Madam', 'Sir')}"
    made = made_of(question("Q1", "G"), question("Q2", "S", text))
    assert made.question("Q2").label["en"] == "${worked_out_1}, &lt;${Q1}> ${worked_out_1}"
    assert made.question("worked_out_1").calculation.source == "if(${Q1} = 'F', 'Madam', 'Sir')"


def test_a_default_may_be_worked_out():
    first = question("Q1", "S")
    made = made_of(first, question("Q2", "S", defaults={"0": "Dear {Q1}!"}))
    assert made.question("Q2").dynamic_default.source == "concat('Dear ', ${Q1}, '!')"


def test_a_table_filtered_by_an_earlier_question_has_a_rule_in_each_row():
    before = question("Q1", "M", rows=ROWS[:2])
    filtered = question("Q2", "A", rows=ROWS, attributes={"array_filter": "Q1"})
    hidden = question("Q3", "A", rows=ROWS, attributes={"array_filter_exclude": "Q1"})
    made = made_of(before, filtered, hidden)
    assert made.question("Q2_SQ001").relevant.source == "selected(${Q1}, 'SQ001')"
    assert made.question("Q2_SQ003").relevant is None
    assert made.question("Q3_SQ001").relevant.source == "not(selected(${Q1}, 'SQ001'))"


def test_choices_filtered_by_an_earlier_question_have_a_choice_filter():
    before = question("Q1", "M", rows=ROWS[:2])
    made = made_of(before, question("Q2", "M", rows=ROWS, attributes={"array_filter": "Q1"}))
    rule = made.question("Q2").choice_filter
    assert rule.source == "selected(${Q1}, name) or selected('SQ003', name)"
    compiled = answering.compile(made)
    kept = answering.check_answers(compiled, {"Q1": ["SQ001"], "Q2": ["SQ002", "SQ003"]}, MOMENT)
    assert "SQ002" not in (kept.answers.get("Q2") or [])


def test_the_welcome_comes_first_and_each_group_is_a_page():
    wording = {"surveyls_welcometext": "<p>Hello</p>", "surveyls_description": "About us"}
    groups = (("One", "1"), ("Two", 'Q1.NAOK == "Y"'))
    second = question("Q2", "S", group=2)
    made = made_of(question("Q1", "Y"), second, groups=groups, wording=wording)
    assert made.items[0].label["en"] == "About us\nHello"
    assert [page.names for page in answering.compile(made).pages] == [
        ("welcome",),
        ("Q1",),
        ("Q2",),
    ]
    assert made.items[2].relevant.source == "${Q1} = 'Y'"


def test_languages_are_mapped_and_can_be_corrected():
    asked = question("Q1", "S", {"de-informal": "Wie?", "zh-Hant-HK": "怎麼？", "xx": "?"})
    imported = read(
        asked, languages=("de-informal", "zh-Hant-HK", "xx"), settings={"language": "de-informal"}
    )
    assert dict(imported.languages) == {"de-informal": "de", "zh-Hant-HK": "zh-Hant", "xx": None}
    assert imported.questionnaire.languages == ("de", "zh-Hant", "und-x-1")
    corrected = read(asked, languages=("de-informal", "xx"), settings={"language": "de-informal"},
                     corrections={"xx": "ti"})  # fmt: skip
    assert corrected.questionnaire.languages == ("de", "ti")


def test_names_are_made_fit_and_unique():
    twice = [question("1a", "S"), question("Q", "S"), question("Q", "S")]
    imported = read(*twice)
    assert [q.name for q in imported.questionnaire.questions()] == ["q_1a", "Q", "Q_2"]
    assert codes(imported) == ["name_invalid", "name_twice"]


def test_rows_of_two_questions_with_one_code_are_told_once():
    imported = read(*[question("K", "K", rows=ROWS), question("K", "K", rows=ROWS)])
    assert codes(imported) == ["name_twice"]
    names = [q.name for q in imported.questionnaire.questions()]
    assert names[::3] == ["K_SQ001", "K_2_SQ001"]


def test_chance_is_drawn_once():
    draw = {"equation": "{if(is_empty(BLK.NAOK), rand(1, 2), BLK.NAOK)}", "hidden": "1"}
    asked = question("BLK", "*", attributes=draw)
    made = made_of(asked, question("Q2", "S", relevance="BLK.NAOK == 1"))
    assert made.question("BLK").calculation.source == "1 + floor(random() * 2)"
    assert made.question("Q2").relevant.source == "${BLK} = 1"


def test_a_file_without_a_kind_is_read_if_it_holds_a_survey():
    assert limesurvey.read(lss([question("Q1", "S")], kind="")).outcome == "whole"


def test_a_survey_without_questions_is_refused():
    imported = limesurvey.read(lss([question("Q1", "X")]))
    assert (imported.outcome, codes(imported)) == ("refused", ["lss_no_questions"])
