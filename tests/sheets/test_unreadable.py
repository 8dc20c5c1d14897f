"""Whatever is uploaded, the answer is a workbook or a reason."""

import random
import struct

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lipnet.sheets import Limits, Unreadable, read_workbook
from tests.sheets.books import archive, ods, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = xlsx(survey={"A1": "type", "B1": "name", "A2": "text", "B2": "a"}, choices={"C3": 4.5})
WHOLE = {".xlsx": GOOD, ".ods": ods([["type", "name"], ["text", "a"]])}


def refusal(data, filename="", **limits):
    with pytest.raises(Unreadable) as caught:
        read_workbook(data, filename, limits=Limits(**limits))
    return caught.value


@pytest.mark.parametrize("data", [b"", b" \r\n", b",,\n,,\n", xlsx(survey={}), xlsx(a={"B2": " "})])
def test_a_file_without_a_word_is_empty(data):
    assert refusal(data).code == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"\0\1\2",
        b"PK\x03\x04 not really",
        GOOD[: len(GOOD) // 2],
        archive(**{"word/document.xml": "<w/>"}),
        OLE + b"x" * 600,
        b"%PDF-1.7",
        b"<html><table><tr><td>exported</td></tr></table></html>",
        b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>",
    ],
)
def test_another_kind_of_file_is_not_a_workbook(data):
    assert refusal(data).code == "not_a_workbook"


def test_bytes_of_no_known_encoding_are_said_to_be_so():
    assert refusal(b"type,name\n\x81\x8d,\xff").code == "bad_encoding"


def test_a_workbook_behind_a_password_is_said_to_be_so():
    assert refusal(OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")).code == "encrypted"
    locked = bytearray(GOOD)
    directory = locked.index(b"PK\x01\x02")
    locked[directory + 8] |= 1
    assert refusal(bytes(locked)).code == "encrypted"


def test_a_large_file_is_refused_with_its_size():
    error = refusal(b"x" * 101, size=100)
    assert (error.code, error.particulars) == ("too_large", {"size": 101, "limit": 100})


def test_an_archive_that_would_unpack_too_far_is_refused_before_unpacking():
    bomb = archive(**{"xl/workbook.xml": b"0" * 3_000_000})
    error = refusal(bomb, unpacked=2_000_000)
    assert (error.code, error.particulars["size"]) == ("zip_bomb", 3_000_000)


def test_an_archive_that_lies_about_its_size_costs_one_upload_and_not_the_server():
    bomb = bytearray(archive(**{"xl/workbook.xml": b"0" * 3_000_000}))
    directory = bomb.index(b"PK\x01\x02")
    bomb[directory + 24 : directory + 28] = struct.pack("<I", 10)
    assert refusal(bytes(bomb), unpacked=2_000_000).code == "not_a_workbook"


@pytest.mark.parametrize(
    ("cells", "limits", "what"),
    [
        ({"A1": "x", "XFD1048576": "y"}, {}, "memory"),
        ({"A1": "x", "A60000": "y"}, {}, "rows"),
        ({"A1": "x", "Z40000": "y"}, {}, "cells"),
        ({"A1": "x", "C3": "y"}, {"cells": 8}, "cells"),
    ],
)
def test_a_cell_in_the_far_corner_is_refused_and_harms_nobody(cells, limits, what):
    error = refusal(xlsx(survey=cells), **limits)
    assert (error.code, error.particulars["what"]) == ("too_many_cells", what)


def test_more_cells_than_allowed_over_several_sheets_are_refused():
    error = refusal(xlsx(a={"B2": "x"}, b={"B2": "x"}), cells=7)
    assert error.particulars == {"what": "cells", "limit": 7}


def test_more_sheets_than_allowed_are_refused():
    error = refusal(xlsx(a={"A1": "x"}, b={}, c={}), sheets=2)
    assert error.particulars == {"what": "sheets", "limit": 2}


def test_a_long_csv_file_is_refused():
    assert refusal(b"a\n" * 5, rows=4).particulars["what"] == "rows"
    assert refusal(b"a,b\n" * 5, cells=9).particulars["what"] == "cells"


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["", "a.csv", "a.xlsx", "a.xls", "\0"]))
def test_no_bytes_at_all_make_it_stumble(data, filename):
    survive(data, filename)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([b"PK\x03\x04", OLE]), st.binary(max_size=2000))
def test_no_bytes_after_the_marks_of_a_workbook_make_it_stumble(mark, data):
    survive(mark + data, "")


@pytest.mark.parametrize("suffix", WHOLE)
def test_no_damage_to_a_real_workbook_makes_it_stumble(suffix):
    for seed in range(120):
        survive(damaged(WHOLE[suffix], random.Random(seed)), f"form{suffix}")


def survive(data, filename):
    try:
        book = read_workbook(data, filename)
    except Unreadable as error:
        assert error.code in {"empty", "not_a_workbook", "encrypted", "bad_encoding"} | {
            "zip_bomb",
            "too_many_cells",
        }
    else:
        assert all(isinstance(c, str) for s in book.sheets for row in s.rows for c in row)


def damaged(data, chance):
    """The file with some bytes flipped, and sometimes cut or doubled."""
    changed = bytearray(data)
    for _ in range(chance.choice([1, 3, 10, 60])):
        changed[chance.randrange(4, len(changed))] = chance.randrange(256)
    cut = chance.randrange(len(changed))
    return bytes(chance.choice([changed, changed, changed[:cut], changed + changed[cut:]]))
