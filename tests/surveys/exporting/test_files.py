"""Every kind of file holds every answer once, as it was given, and nothing that could run."""

import io
import json
import zipfile

import openpyxl
import pytest

from lipnet.sheets import streamed
from tests.surveys.exporting.scene import answered, table, taken


def of_ana(rows):
    (row,) = (row for row in rows if row["_language"] in ("fr", "French"))
    return row


def test_a_csv_file_has_a_row_for_each_answer_and_columns_for_each_question(shelved):
    made, content = taken(shelved, answered(), "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = table(content)
    assert len(rows) == made.rows_done == made.rows_total == 6
    ana = of_ana(rows)
    assert (ana["_mode"], ana["_version"], ana["agree"]) == ("web", "1", "OK")
    assert (ana["welcome"], ana["arrived"], ana["bus"], ana["park"]) == (
        "7",
        "2021-05-03",
        "good",
        "",
    )
    assert [ana[f"order{each}"] for each in ("", "/1", "/2", "/3")] == [
        "home work friends",
        "home",
        "work",
        "friends",
    ]
    ways = [ana[f"help{each}"] for each in ("", "/family", "/agency", "/nobody")]
    assert ways == ["family agency", "1", "1", "0"]
    assert [ana["household"], ana["age[1]"], ana["name[2]"]] == ["2", "34", "Bo"]
    assert "name[3]" not in ana


def test_what_was_declined_says_so_and_numbers_stay_numbers(shelved):
    rows = table(taken(shelved, answered(), "csv")[1])
    assert of_ana(rows)["income"] == "(prefer_not)"
    ben = next(row for row in rows if row["_language"] == "en")
    assert (ben["income"], ben["help"], ben["help/family"]) == ("-5", "(dont_know)", "")


def test_no_cell_of_a_text_begins_a_formula(shelved):
    rows = table(taken(shelved, answered(), "csv")[1])
    assert of_ana(rows)["name[1]"] == "'=1+1"
    ben = next(row for row in rows if row["_language"] == "en")
    assert ben["name[1]"] == '\'@Cem\nof the hill, "the" one'


def test_labels_are_told_in_the_language_chosen_and_so_is_what_was_declined(shelved):
    survey = answered()
    rows = table(taken(shelved, survey, "csv", wording="labels", language="fr")[1])
    ana = next(
        row
        for row in rows
        if row["_language"] == "français" or "fran" in row["_language"].casefold()
    )
    assert ana["Qui vous a aidé?"] == "La famille; Un organisme"
    assert ana["Qui vous a aidé? / Personne"] == "0"
    assert ana["Prénom [2]"] == "Bo"
    assert ana["L'autobus"] == "Bon"
    assert ana["Combien payez-vous de loyer?"].startswith("(")


def test_questions_that_say_who_a_person_is_are_left_out_unless_asked_for(shelved):
    survey = answered()
    without, lines = (taken(shelved, survey, kind)[1] for kind in ("csv", "jsonl"))
    assert b"ana@example.org" not in without + lines
    whole = table(taken(shelved, survey, "csv", with_identity=True)[1])
    assert of_ana(whole)["contact"] == "ana@example.org"
    assert b"ana@example.org" in taken(shelved, survey, "jsonl", with_identity=True)[1]


def test_json_lines_hold_each_answer_as_it_is_stored(shelved):
    lines = [json.loads(line) for line in taken(shelved, answered(), "jsonl")[1].splitlines()]
    assert len(lines) == 6
    (ana,) = (line for line in lines if line["language"] == "fr")
    assert (ana["mode"], ana["version"]) == ("web", 1)
    assert ana["answers"]["household"][0] == {"name": "=1+1", "age": 34}
    assert ana["answers"]["income"] == {"declined": "prefer_not"}
    assert set(ana) == {"day", "language", "mode", "version", "answers"}


def test_no_file_holds_a_key_or_a_phrase(shelved):
    from lipnet.surveys.models import Response

    survey = answered()
    keys = [row.key.encode() for row in Response.select()]
    for kind in ("csv", "jsonl"):
        content = taken(shelved, survey, kind)[1]
        assert not [key for key in keys if key in content or key[:16] in content]


def test_a_workbook_has_texts_as_texts_numbers_as_numbers_and_the_codebook(shelved):
    book = openpyxl.load_workbook(io.BytesIO(taken(shelved, answered(), "xlsx")[1]))
    assert book.sheetnames == ["Answers", "Codebook"]
    heads, *rows = book["Answers"].iter_rows(values_only=True)
    found = [dict(zip(heads, row, strict=False)) for row in rows]
    ana = of_ana(found)
    assert (len(found), ana["welcome"], ana["age[1]"], ana["name[1]"]) == (6, 7, 34, "'=1+1")
    assert {cell.data_type for row in book["Answers"].iter_rows() for cell in row} <= set("snl") | {
        "inlineStr"
    }
    codes = [(row[0], row[2]) for row in book["Codebook"].iter_rows(values_only=True)]
    assert ("help", "agency") in codes


def test_a_full_sheet_is_followed_by_another_and_nothing_is_cut(shelved, monkeypatch):
    monkeypatch.setattr(streamed, "MOST_ROWS", 60)
    book = openpyxl.load_workbook(io.BytesIO(taken(shelved, answered(people=100), "xlsx")[1]))
    lengths = [
        len(list(book[name].iter_rows())) - 1 for name in book.sheetnames if name != "Codebook"
    ]
    assert lengths == [59, 41]


def test_the_syntax_for_spss_names_labels_and_missing_values_of_its_table(shelved):
    content = taken(shelved, answered(), "spss", language="en")[1]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        rows = table(archive.read("data.csv"))
        syntax = archive.read("read.sps").decode("utf-8-sig")
        values = table(archive.read("values.csv"))
    ana = next(row for row in rows if row["v_language"] == "fr")
    ben = next(row for row in rows if row["v_language"] == "en")
    assert (ana["income"], ana["order_1"], ana["order_2"], ana["order_3"]) == (
        "-999999999",
        "2",
        "1",
        "3",
    )
    assert (ana["bus"], ben["bus"], ben["park"]) == ("3", "1", "-97")
    assert (ana["help_nobody"], ben["help_nobody"]) == ("0", "-98")
    assert (ben["name_2"], "\n" in ben["name_1"]) == ("", False)
    assert "VARIABLE LABELS bus 'The bus'." in syntax
    assert "  3 'Good'" in syntax and "MISSING VALUES bus (-97, -98, -99)." in syntax
    assert "MISSING VALUES income (-999999997, -999999998, -999999999)." in syntax
    assert {
        "variable": "bus",
        "question": "bus",
        "value": "3",
        "code": "good",
        "label": "Good",
    } in values
    declared = syntax.partition("/VARIABLES=")[2].partition("\r\n.")[0].split()
    assert declared[::2] == list(rows[0])


@pytest.mark.parametrize("kind", ["csv", "xlsx", "spss", "jsonl"])
def test_a_version_that_nobody_answered_is_an_empty_table(shelved, kind):
    from tests import cast
    from tests.surveys.scene import open_survey_with

    made, _content = taken(shelved, open_survey_with(cast.alice()), kind)
    assert (made.rows_done, made.rows_total) == (0, 0)


def test_the_words_for_missing_values_are_in_the_language_of_the_labels(shelved):
    content = taken(shelved, answered(), "spss", language="fr")[1]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        said = {row["label"] for row in table(archive.read("values.csv"))}
    assert "Bon" in said and "I do not know" not in said
