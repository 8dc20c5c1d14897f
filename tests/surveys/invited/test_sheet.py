"""A list of people is read whatever its columns are called, and every trouble has its cell."""

import io

import openpyxl
import pytest

from lipnet.surveys.invited.rows import Row
from lipnet.surveys.invited.sheet import read_list

ANA = Row("Ana Ruiz", "ana@example.org", "es")
LUC = Row("Luc Roy", "luc@example.org", "fr")


def read(text: str, **kwargs):
    return read_list(text.encode(), "people.csv", default_language="en", **kwargs)


def found(read) -> list[tuple[str, str]]:
    return [(finding.cell, finding.code) for finding in read.findings]


@pytest.mark.parametrize(
    "text",
    [
        "Name,E-mail,Language\nAna Ruiz,ana@example.org,Spanish\nLuc Roy,luc@example.org,French\n",
        "Langue;Courriel;Nom complet\nespagnol;ana@example.org;Ana Ruiz\n"
        "français;luc@example.org;Luc Roy\n",
        "email\tfirst name\tsurname\tlang\nana@example.org\tAna\tRuiz\tes\n"
        "luc@example.org\tLuc\tRoy\tfr\n",
        "Prénom,Nom,Adresse électronique,Langue de correspondance\n"
        "Ana,Ruiz,ana@example.org,ES\nLuc,Roy,luc@example.org,fr-CA\n",
        "Members of 2026,,\n,,\nLANGUAGE , E-MAIL ADDRESS,Full  Name\n"
        "Español,ana@example.org,Ana Ruiz\nfr,luc@example.org,Luc Roy\n",
    ],
    ids=["English", "French", "parts", "French parts", "a title above"],
)
def test_columns_may_stand_in_any_order_under_english_or_french_headings(text):
    assert read(text).rows == (ANA, LUC)
    assert read(text).findings == ()


def test_a_workbook_is_read_like_a_csv_file():
    book = openpyxl.Workbook()
    book.active.append(["Courriel", "Nom", "Langue"])
    book.active.append(["ana@example.org", "Ana Ruiz", "es"])
    file = io.BytesIO()
    book.save(file)
    assert read_list(file.getvalue(), "l.xlsx", default_language="en").rows == (ANA,)


def test_every_trouble_is_told_with_its_cell_and_the_rest_is_read():
    text = (
        "Name,E-mail,Language\n"
        "Ana Ruiz,ana@example.org,es\n"
        "Nobody,,en\n"
        "Wrong,wrong at example.org,en\n"
        "Ana again,ANA@example.org,fr\n"
        ",luc@example.org,Klingon\n"
        "Old,old@example.org,en\n"
    )
    done = read(text, known={"old@example.org"})
    assert done.rows == (ANA, Row("luc@example.org", "luc@example.org", "en"))
    assert found(done) == [
        ("B3", "email_missing"),
        ("B4", "email_malformed"),
        ("B5", "email_twice"),
        ("A6", "name_missing"),
        ("C6", "language_unknown"),
        ("B7", "email_known"),
    ]
    assert done.findings[2].particulars["first"] == "B2"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"%PDF-1.4 nothing", "not_a_workbook"),
        (b"Name,Telephone\nAna,555\n", "no_email_column"),
        (b"Name,E-mail\n", "nobody"),
    ],
)
def test_a_file_without_people_says_why(data, code):
    done = read_list(data, "x.csv", default_language="en")
    assert done.rows == ()
    assert [finding.code for finding in done.findings] == [code]


@pytest.mark.parametrize(
    "address", ["a@b", "a b@example.org", "é@example.org", "a@example.org\nBcc: x@y.org", "@x.org"]
)
def test_what_no_letter_can_be_sent_to_is_no_address(address):
    done = read(f'E-mail\n"{address}"\n')
    assert done.rows == ()
