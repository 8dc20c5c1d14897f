"""A language goes out as a file and comes back: nothing is lost, nothing is taken unseen."""

import io
from contextlib import suppress
from dataclasses import replace

import openpyxl
import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lipnet.questionnaire.addresses import text_at, with_text
from lipnet.questionnaire.exchange import (
    NOTICED_CODES,
    Entry,
    NotReadable,
    compare,
    po,
    read,
    with_brought,
    workbook,
)
from lipnet.questionnaire.proofreading import Term
from lipnet.questionnaire.translating import followed, translated, units, with_language
from tests.questionnaire.forms import question, questionnaire

BUS, WALK, CAR = (f"question/{name}/label" for name in ("bus", "walk", "car"))
BARE = replace(
    questionnaire(
        question("bus", label={"en": "Hello ${name}, 50 % take\nthe bus"}),
        question("walk", label={"en": "On foot"}),
        question("car", label={"en": 'By "car"'}),
    ),
    languages=("en", "ar"),
)
FORM = translated(
    BARE,
    "ar",
    {BUS: ("مرحبا ${name}، ٥٠٪ في\nالحافلة", "reviewed"), WALK: ("مشيًا", "draft"),
     CAR: ("بالسيارة", "machine")},
)  # fmt: skip
WRITERS = {"survey.po": po.write, "survey.xlsx": workbook.write}


@pytest.fixture(params=WRITERS)
def kind(request):
    return request.param


def states(form):
    return {unit.address: (unit.translation, unit.state) for unit in units(form, "ar")}


def round_trip(form, kind, into, **more):
    brought = read(WRITERS[kind](form, "ar"), kind, "ar")
    return compare(into, "ar", brought.entries, **more)


def test_a_file_that_comes_back_as_it_went_changes_nothing(kind):
    compared = round_trip(FORM, kind, FORM)
    assert (compared.changes, compared.noticed) == ((), ())
    assert compared.same == 3


def test_texts_and_states_arrive_in_a_questionnaire_that_had_none(kind):
    compared = round_trip(FORM, kind, BARE)
    assert compared.noticed == ()
    assert states(with_brought(BARE, "ar", compared.changes)) == states(FORM)


def test_what_the_source_said_meanwhile_is_noticed_and_the_text_comes_in_as_stale(kind):
    now = with_text(BARE, WALK, "en", "By walking")
    compared = round_trip(FORM, kind, now)
    [noticed] = compared.noticed
    assert (noticed.code, noticed.address) == ("source_changed", WALK)
    assert dict(noticed.particulars) == {"before": "On foot", "now": "By walking"}
    stale = next(u for u in units(with_brought(now, "ar", compared.changes), "ar")
                 if u.address == WALK)  # fmt: skip
    assert (stale.state, stale.before) == ("stale", "On foot")


def test_a_stale_text_goes_out_fuzzy_with_what_the_source_said_before():
    behind = followed(FORM, with_text(FORM, CAR, "en", "By bicycle"))
    text = po.write(behind, "ar").decode()
    entry = polib.pofile(text).find("By bicycle", by="msgid")
    assert entry.fuzzy and entry.previous_msgid == 'By "car"'
    assert compare(behind, "ar", read(text.encode(), "x.po", "ar").entries).changes == ()
    finished = polib.pofile(text)
    finished.find("By bicycle", by="msgid").flags.remove("fuzzy")
    finished.find("By bicycle", by="msgid").msgstr = "بالدراجة"
    compared = compare(behind, "ar", read(str(finished).encode(), "x.po", "ar").entries)
    assert states(with_brought(behind, "ar", compared.changes))[CAR] == ("بالدراجة", "human")


def test_a_text_that_was_changed_is_no_longer_what_it_was_called(kind):
    entries = [Entry(CAR, 'By "car"', "في السيارة", "machine"), Entry(BUS, "", "x ${name}", "")]
    compared = compare(FORM, "ar", entries, written_by="machine")
    assert [(c.unit.address, c.state) for c in compared.changes] == [
        (BUS, "machine"),
        (CAR, "machine"),
    ]
    by_hand = compare(FORM, "ar", entries)
    assert [c.state for c in by_hand.changes] == ["human", "human"]


def test_a_broken_place_and_a_locked_term_come_in_as_drafts_with_a_finding():
    terms = [Term("foot", "قدم", locked=True)]
    entries = [Entry(BUS, "", "مرحبا ${naem}", "", "7"), Entry(WALK, "", "سيرًا", "", "9")]
    compared = compare(BARE, "ar", entries, terms=terms)
    assert [(n.code, n.where) for n in compared.noticed] == [
        ("place_lost", "7"),
        ("place_unknown", "7"),
        ("term_locked", "9"),
    ]
    assert [c.state for c in compared.changes] == ["draft", "draft"]


def test_unknown_and_repeated_addresses_and_blanks_are_told_and_take_nothing_away():
    entries = [
        Entry("question/gone/label", "Gone", "ذهب"), Entry(WALK, "", " "), Entry(CAR, "", "س"),
        Entry(CAR, "", "ص"), Entry("", "No address", "ض"),
    ]  # fmt: skip
    compared = compare(FORM, "ar", entries)
    assert [n.code for n in compared.noticed] == [
        "address_unknown", "left_empty", "address_twice", "address_unknown",
    ]  # fmt: skip
    assert [c.text for c in compared.changes] == ["س"]
    assert all(tuple(n.particulars) == NOTICED_CODES[n.code] for n in compared.noticed)


def test_the_catalogue_has_our_header_and_no_generator():
    text = po.write(FORM, "ar").decode()
    header = polib.pofile(text).metadata
    assert header["Language"] == "ar"
    assert header["Plural-Forms"].startswith("nplurals=6;")
    assert "Generat" not in text and "python-format" not in text
    assert {entry.msgctxt for entry in polib.pofile(text)} == {"title", BUS, WALK, CAR}


PLURAL = """
msgctxt "elsewhere"
msgid "one bus"
msgid_plural "%(n)s buses"
msgstr[0] "a"
msgstr[1] "b"
msgstr[2] "c"
msgstr[3] "d"
msgstr[4] "e"
msgstr[5] ""
"""


def test_plural_forms_that_came_go_out_again():
    brought = read(po.write(FORM, "ar") + PLURAL.encode(), "x.po", "ar")
    assert len(brought.entries) == 4
    again = polib.pofile(po.write(FORM, "ar", plurals=brought.plurals).decode())
    entry = again.find("one bus", by="msgid")
    assert entry.msgid_plural == "%(n)s buses" and entry.msgctxt == "elsewhere"
    assert [entry.msgstr_plural[n] for n in range(6)] == ["a", "b", "c", "d", "e", ""]


def test_the_language_translated_from_is_told_in_the_file(kind):
    both = with_language(translated(FORM, "fr", {WALK: ("À pied", "human")}), "fr")
    brought = read(WRITERS[kind](both, "ar", source="fr"), kind, "ar")
    assert brought.source == "fr"
    assert compare(both, "ar", brought.entries, source="fr").noticed == ()


def test_a_file_of_another_language_is_refused(kind):
    with pytest.raises(NotReadable) as no:
        read(WRITERS[kind](FORM, "ar"), kind, "fa")
    assert (no.value.code, no.value.particulars) == ("other_language", {"tag": "ar"})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_a_workbook"),
        (b"PK\x03\x04 broken", "not_a_workbook"),
        (b"address,where\na,b", "no_columns"),
        (b'msgid "a"\nfoo bar\n', "damaged"),
        (b'msgid "a"\nmsgstr "\xff"', "not_text"),
        (b'msgid ""\nmsgstr "Plural-Forms: nplurals=999999999; plural=0;\\n"\n', "damaged"),
        (b'msgid "a"\nmsgstr "b"\n' + b"# x\n" * 1_000_001, "too_large"),
        (b"".join(b'msgid "%d"\nmsgstr ""\n' % n for n in range(20_001)), "too_many"),
    ],
)
def test_hostile_files_are_refused_with_a_reason(data, code):
    with pytest.raises(NotReadable) as no:
        read(data, "x", "ar")
    assert no.value.code == code


@given(st.binary(max_size=60))
@settings(max_examples=200, deadline=None)
def test_whatever_stands_in_a_catalogue_it_is_read_or_refused(noise):
    with suppress(NotReadable):
        read(b'msgid "a"\n' + noise, "x.po", "ar")


def test_a_spreadsheet_opens_elsewhere_and_holds_no_formula():
    form = with_text(FORM, CAR, "ar", '=HYPERLINK("http://elsewhere.example")')
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.write(form, "ar"))).active
    assert [cell.value for cell in sheet[1]] == [
        "address", "where", "source [en]", "translation [ar]", "state", "note",
    ]  # fmt: skip
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} <= {"s", "n"}
    assert sheet["D5"].value.startswith("=HYPERLINK")
    assert sheet["D5"].alignment.readingOrder == 2


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
@settings(max_examples=6, deadline=None)
def test_any_text_survives_a_spreadsheet(text):
    form = with_text(BARE, WALK, "ar", text + "_x0041_")
    found = read(workbook.write(form, "ar"), "x.xlsx", "ar")
    [entry] = [each for each in found.entries if each.address == WALK]
    assert entry.text == text_at(form, WALK).texts["ar"]
