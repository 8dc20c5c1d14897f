"""Whatever is brought, the answer is a text or a reason, in bounded time."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lipnet.documents import Limits, Unreadable, read_document
from tests.documents.files import archive, docx, paragraph, pdf

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
WHOLE = {"docx": docx(paragraph("Minutes")), "pdf": pdf("Minutes")}


def refusal(data, filename="", **limits):
    with pytest.raises(Unreadable) as caught:
        read_document(data, filename, limits=Limits(**limits))
    return caught.value.code


@pytest.mark.parametrize("data", [b"", b" \r\n", b"- - -\n12:30\n", docx(), docx(paragraph(" "))])
def test_a_file_without_a_letter_is_empty(data):
    assert refusal(data) == "empty"


def test_a_pdf_without_text_says_that_it_holds_pictures():
    assert refusal(pdf(" ")) == "no_text"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (WHOLE["docx"][: len(WHOLE["docx"]) // 2], "not_a_document"),
        (WHOLE["pdf"][:200], "not_a_document"),
        (b"PK\x03\x04 not really", "not_a_document"),
        (archive(**{"xl/workbook.xml": "<workbook/>"}), "not_a_document"),
        (archive(**{"word/document.xml": "<w:document>"}), "not_a_document"),
        (docx(paragraph("&b;"), doctype=BOMB), "not_a_document"),
        (OLE + b"x" * 600, "old_word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"{\\rtf1 minutes}", "old_word"),
        (pdf("Minutes", password="secret"), "encrypted"),
        (pdf("Minutes", aes=True), "encrypted"),
        (b"\0\1\2 minutes", "not_text"),
    ],
)
def test_what_cannot_be_read_says_why(data, code):
    assert refusal(data) == code


def test_a_word_file_that_unpacks_to_gigabytes_is_refused():
    bomb = archive(**{"word/document.xml": "<" + " " * 60_000_000})
    assert len(bomb) < 100_000
    assert refusal(bomb) == "zip_bomb"


def test_twenty_megabytes_of_text_are_refused_at_once():
    assert refusal(b"minutes " * 2_500_000) == "too_large"
    assert refusal(b"minutes " * 1000, characters=5000) == "too_long"
    assert refusal(docx(paragraph("minutes " * 1000)), characters=5000) == "too_long"


def test_a_page_nested_without_end_is_read_or_refused_in_time():
    deep = b"<html>" + b"<div><b>" * 50_000 + b"minutes"
    assert read_document(deep).text.strip() == "minutes"
    assert refusal(b"<html>minutes" + b"<div><![" * 20_000) == "not_a_document"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(WHOLE)), st.integers(0, 2**32))
def test_a_damaged_file_is_read_or_refused(kind, seed):
    data = bytearray(WHOLE[kind])
    lots = random.Random(seed)
    for _ in range(12):
        data[lots.randrange(4, len(data))] = lots.randrange(256)
    try:
        read_document(bytes(data))
    except Unreadable as bad:
        assert bad.code
