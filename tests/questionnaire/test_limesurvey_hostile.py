"""Whatever the bytes, reading them ends with an outcome; what is not a survey is told apart."""

import io
import random
import zipfile

import pytest

from lipnet.questionnaire import answering, from_json, limesurvey, to_json
from lipnet.questionnaire.codes import FINDING_CODES
from lipnet.questionnaire.limesurvey.tables import LARGEST
from tests.questionnaire.forms import MOMENT
from tests.questionnaire.limesurvey_files import lss, question

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
BOMB = (
    HEAD
    + '<!DOCTYPE document [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{"&a" + str(n - 1) + ";" if n else "&a;"}">' * 1 for n in range(30))
    + "]><document><LimeSurveyDocType>Survey</LimeSurveyDocType>&a29;</document>"
).encode()
OUTSIDE = (
    HEAD
    + '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><document>'
    + "<LimeSurveyDocType>Survey</LimeSurveyDocType><groups>&x;</groups></document>"
).encode()
GOOD = lss(
    [
        question("Q1", "L", answers=[("A1", "One"), ("A2", "Two")], other="Y", mandatory="Y"),
        question("Q2", "M", rows=[("SQ001", "Bus"), ("SQ002", "Car")], relevance='Q1 == "A1"'),
        question("Q3", "N", "How many, {Q1}?", attributes={"min_num_value_n": "1"}),
        question("Q4", "F", rows=[("SQ001", "Bus")], answers=[("A1", "Good")]),
        question("Q5", "S", preg="/^[a-z]+$/", relevance="count(that.Q2) > 1"),
    ],
    languages=("en", "fr"),
)


def archive(name):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(name, GOOD)
    return file.getvalue()


def code_of(data, name="survey.lss"):
    imported = limesurvey.read(data, name)
    assert (imported.outcome, imported.questionnaire) == ("refused", None)
    (finding,) = imported.findings
    assert set(finding.particulars) == set(FINDING_CODES[finding.code])
    return finding.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (BOMB, "lss_entities"),
        (OUTSIDE, "lss_entities"),
        (GOOD[: len(GOOD) // 2], "lss_damaged"),
        (GOOD.replace(b"Good", b"G\xff\xfed"), "lss_encoding"),
        (GOOD.replace(b"UTF-8", b"X-NONE", 1), "lss_encoding"),
        (lss([question("Q1", "S")], kind="Group"), "lss_one_group"),
        (lss([question("Q1", "S")], kind="Question"), "lss_one_question"),
        (lss([question("Q1", "S")], kind="Responses"), "lss_other_document"),
        (archive("survey_7.lss"), "lss_archive"),
        (archive("notes.txt"), "lss_not_limesurvey"),
        (b"id\trelated_id\tclass\ttype/scale\tname\trelevance\ttext\n", "lss_tabular"),
        (b"<html><body>no</body></html>", "lss_not_limesurvey"),
        (b"<document><other/></document>", "lss_not_limesurvey"),
        (b"", "lss_not_limesurvey"),
        (b"type,name,label\n", "lss_not_limesurvey"),
        (b"<" * 5_000, "lss_not_limesurvey"),
        (b" " * (LARGEST + 1), "lss_too_large"),
        (b"<document>" + b"<a>" * 50_000, "lss_damaged"),
        (lss([], tables={"x": [{"a": "1"}] * 100_001}), "lss_too_many_rows"),
        (lss([]), "lss_no_questions"),
    ],
)
def test_a_file_that_is_no_survey_is_refused_and_told_apart(data, code):
    assert code_of(data) == code


def test_a_survey_in_utf_16_is_read():
    wide = GOOD.decode().replace("UTF-8", "UTF-16", 1).encode("utf-16")
    assert limesurvey.looks_like_limesurvey(wide)
    assert limesurvey.read(wide).outcome == "whole"


@pytest.mark.parametrize(
    ("data", "name", "is_ours"),
    [
        (GOOD, "survey.xml", True),
        (archive("survey_7.lss"), "x.zip", True),
        (archive("xl/workbook.xml"), "x.lss", False),
        (b"type,name,label\n", "survey.csv", False),
        (b"id\tclass\ttype/scale\tname\n", "survey.txt", True),
        (b"garbage", "survey.LSS", True),
        (b"\xd0\xcf\x11\xe0", "survey.lss", False),
    ],
)
def test_the_content_says_whether_a_file_is_of_limesurvey(data, name, is_ours):
    assert limesurvey.looks_like_limesurvey(data, name) is is_ours


def outcome_of(data):
    imported = limesurvey.read(data)
    for finding in imported.findings:
        assert set(finding.particulars) == set(FINDING_CODES[finding.code])
    made = imported.questionnaire
    if made is not None:
        names = [each.name for each in made.questions()]
        assert len(names) == len(set(names))
        assert from_json(to_json(made)) == made
        answering.check_answers(answering.compile(made), {"Q1": "A1"}, MOMENT)
    return imported.outcome


PIECES = b"""<![CDATA[ ]]> <row> </row> </rows> {Q1} (((( &amp; &#0; Q1_SQ001.NAOK == " ' <script> 1
 Q1 Q R : K SQ001 en ar -oth- \xc3 count( ! </questions>""".split()
VALUES = b"""|Y|F|M|R|1|*|:|;|P|O|K|Q1|Q2|{Q1 + Q2}|Q5 == 1|!(Q2_SQ001)|a b|10|20|<b>x|0|sum(Q4)
|self|count(Q4) > 'x'|Q4.shown == ''|99999999999999999999""".split(b"|")


def mutated(chance):
    """A few bytes, pieces or whole cells of a good file changed, cut out or doubled."""
    data = bytearray(GOOD)
    for _ in range(chance.randint(1, 6)):
        place, kind = chance.randrange(len(data)), chance.randrange(4)
        if kind == 0:
            data[place] = chance.randrange(256)
        elif kind == 1:
            data[place:place] = chance.choice(PIECES)
        elif kind == 2:
            del data[place : place + chance.randint(1, 40)]
        else:
            start = data.find(b"[CDATA[", place)
            end = data.find(b"]]>", start)
            if 0 <= start < end:
                data[start + 7 : end] = chance.choice(VALUES)
    return bytes(data)


def cells_changed(chance):
    """Only cells are changed, so the file stays whole and its meaning goes astray."""
    parts = GOOD.split(b"[CDATA[")
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(1, len(parts))
        rest = parts[at].partition(b"]]>")[2]
        parts[at] = chance.choice(VALUES) + b"]]>" + rest
    return b"[CDATA[".join(parts)


@pytest.mark.parametrize("change", [mutated, cells_changed])
def test_a_thousand_damaged_surveys_each_end_with_an_outcome(change):
    chance = random.Random(7)
    outcomes = {outcome_of(change(chance)) for _ in range(1_000)}
    assert "findings" in outcomes


TWO_BY_TWO = [question(f"Q{n}", "S", relevance=f"Q{n ^ 1} == 'x'") for n in range(60)]
NESTED = "in_array(" * 40 + "Q1" + ", 1, 2)" * 40


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (TWO_BY_TWO, "rule_cycle"),
        ([question("Q1", "S", relevance=NESTED)], "lss_rule"),
        ([question("Q1", "S", "".join(f"{{Q1 + {n}}}" for n in range(600)))],
         "lss_expression_in_text"),
        ([question("Q1", "Q", rows=[(f"S{n}", "x") for n in range(120)]),
          question("Q2", "S", relevance="count(" + "Q1, " * 90 + "Q1) > 1")], "lss_rule"),
        ([question("Q", "F", rows=[("S", "x")] * 7_000, answers=[("A", "x")])], "too_many_items"),
    ],
)  # fmt: skip
def test_what_would_grow_without_end_is_cut_and_told(asked, code):
    imported = limesurvey.read(lss([*asked, question("Last", "S")]))
    assert code in {finding.code for finding in imported.findings}


@pytest.mark.parametrize(
    "bad", ["<a ", "<!--", "<b>", "<b><i></b>", "{", "<script>", "&#", "<![CDATA "]
)
def test_a_text_takes_no_longer_than_its_length(bad):
    asked = [question("Q1", "S"), question("Q2", "S", bad * (150_000 // len(bad)))]
    assert limesurvey.read(lss(asked)).questionnaire is not None
