"""`lipnet xlsform check` and `lss check` need no configuration and never break."""

import json

import openpyxl
import pytest
from click.testing import CliRunner

from lipnet.cli import main
from lipnet.surveys.commands import xlsform
from tests.questionnaire.limesurvey_files import lss, question
from tests.surveys.manage.test_upload import BROKEN, NOT_A_WORKBOOK
from tests.surveys.scene import workbook


def check(path, *options):
    return CliRunner().invoke(
        xlsform, ["check", str(path), *map(str, options)], catch_exceptions=False
    )


def test_a_whole_workbook_ends_with_0_and_its_figures(tmp_path):
    (tmp_path / "good.xlsx").write_bytes(workbook())
    run = check(tmp_path / "good.xlsx", "--json")
    report = json.loads(run.output)
    assert run.exit_code == 0
    assert list(report) == ["outcome", "items", "choices", "languages", "rules", "findings"]
    assert (report["outcome"], report["items"], report["choices"]) == ("whole", 4, 4)
    assert report["languages"] == ["en", "fr", "ar"]
    assert report["rules"] == 3


def test_findings_end_with_0_and_name_their_cells(tmp_path):
    (tmp_path / "broken.xlsx").write_bytes(workbook(BROKEN))
    run = check(tmp_path / "broken.xlsx", "--json")
    report = json.loads(run.output)
    assert (run.exit_code, report["outcome"]) == (0, "findings")
    for finding in report["findings"]:
        assert list(finding) == ["sheet", "cell", "severity", "code", "message"]
        assert finding["message"]
    assert "survey!A6" in check(tmp_path / "broken.xlsx").output


@pytest.mark.parametrize("content", [b"", NOT_A_WORKBOOK, b"PK\x03\x04", b"\x00" * 40, b"a,b\n1,2"])
def test_what_is_no_questionnaire_ends_with_1(tmp_path, content):
    (tmp_path / "x.xlsx").write_bytes(content)
    run = check(tmp_path / "x.xlsx", "--json")
    assert run.exit_code == 1
    assert json.loads(run.output)["outcome"] == "refused"
    assert "What to" not in check(tmp_path / "x.xlsx").output


def test_a_file_that_is_not_there_ends_with_1_and_a_sentence(tmp_path):
    run = check(tmp_path / "nowhere.xlsx")
    assert run.exit_code == 1
    assert "No such file" in run.output
    assert check(tmp_path).exit_code == 1


@pytest.mark.parametrize("command", ["xlsform", "lss"])
def test_a_survey_of_limesurvey_is_told_by_its_content(tmp_path, command):
    asked = [question("Q1", "Y"), question("Q2", "S", relevance="strpos(Q1, 'Y') > 0")]
    (tmp_path / "survey.xml").write_bytes(lss(asked))
    run = CliRunner().invoke(main, [command, "check", str(tmp_path / "survey.xml"), "--json"])
    report = json.loads(run.output)
    assert (run.exit_code, report["outcome"], report["items"]) == (0, "findings", 2)
    (found,) = report["findings"]
    assert (found["sheet"], found["cell"], found["code"]) == ("questions", "Q2", "lss_rule")
    assert "strpos(Q1, 'Y') > 0" in found["message"]


def test_one_group_of_limesurvey_ends_with_1_and_says_what_to_export(tmp_path):
    (tmp_path / "group.lsg").write_bytes(lss([question("Q1", "Y")], kind="Group"))
    run = check(tmp_path / "group.lsg")
    assert run.exit_code == 1
    assert "Export the whole survey" in run.output


def test_a_copy_with_remarks_is_written_where_it_is_wanted(tmp_path):
    (tmp_path / "broken.xlsx").write_bytes(workbook(BROKEN))
    run = check(tmp_path / "broken.xlsx", "--marked", tmp_path / "marked.xlsx")
    book = openpyxl.load_workbook(tmp_path / "marked.xlsx")
    assert run.exit_code == 0
    assert "postal code" in book["survey"]["A6"].comment.text
    assert book["Remarks"].max_row > 3


def test_what_cannot_be_marked_or_written_ends_with_1_and_a_sentence(tmp_path):
    (tmp_path / "x.xlsx").write_bytes(NOT_A_WORKBOOK)
    run = check(tmp_path / "x.xlsx", "--marked", tmp_path / "marked.xlsx")
    assert (run.exit_code, "no workbook to mark" in run.output) == (1, True)
    (tmp_path / "good.xlsx").write_bytes(workbook())
    run = check(tmp_path / "good.xlsx", "--marked", tmp_path / "nowhere" / "marked.xlsx")
    assert (run.exit_code, "No such file" in run.output) == (1, True)
