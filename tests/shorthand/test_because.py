"""What a line rests on is typed under it by its code; a motion is typed with its time."""

from datetime import time

import pytest

from lipnet.shorthand.recording import read
from lipnet.shorthand.records import Because, Motion, Note
from tests.shorthand.people import SITTING

DECISION = "DECISION: We ask the school board.\n"


def because(text):
    """(keys of what the last line names, findings as (code, candidates))"""
    reading = read(text, SITTING)
    last = reading.records[-1]
    assert isinstance(last, Because)
    findings = [(found.code, found.candidates) for found in reading.findings]
    return [one.key for one in last.sources], findings


@pytest.mark.parametrize("line", [
    "BECAUSE: F12, A7", "because of: f12 and a-7", "VU : F 12 ; A 7", "PARCE QUE : F-12 et A-007",
])  # fmt: skip
def test_findings_and_actions_are_named_by_their_codes(line):
    assert because(DECISION + line) == (["finding-12", "plan_action-7"], [])


def test_what_is_no_code_is_asked_with_what_may_be_meant():
    assert because(DECISION + "BECAUSE: soir, F12") == (
        ["", "finding-12"], [("unclear_source", ("F12",))],
    )  # fmt: skip
    assert because(DECISION + "BECAUSE: evening")[1] == [("unclear_source", ("F12", "A7"))]
    assert because(DECISION + "BECAUSE: F99")[1] == [("unknown_source", ())]
    assert because(DECISION + "BECAUSE:")[1] == [("empty_text", ())]


def test_it_belongs_to_the_line_above_and_waits_for_it():
    reading = read(f"{DECISION}MOTION: x\nA note.\nBECAUSE: F1\nM/S: Paré / Okafor", SITTING)
    motion, reason = reading.records[1], reading.records[-1]
    assert (reason.under, reading.holds(reason)) == (motion, False)
    reading = read("✓ MOTION: x\nBECAUSE: F1", SITTING)
    assert reading.holds(reading.records[-1])


@pytest.mark.parametrize(("text", "codes"), [
    ("BECAUSE: F12", ["because_without_line"]),
    (f"{DECISION}# 3\nBECAUSE: F12", ["because_without_line"]),
    (f"{DECISION}BECAUSE F12", ["no_colon"]),
    (f"{DECISION}Because: the room was small", []),
    (f"{DECISION}Parce que nous l'avions promis : F12", []),
])  # fmt: skip
def test_what_belongs_to_no_line_or_names_no_code_is_a_note(text, codes):
    reading = read(text, SITTING)
    assert isinstance(reading.records[-1], Note)
    assert [found.code for found in reading.findings] == codes


@pytest.mark.parametrize("text", [
    "MOTION 18:42: We meet\nCONSENSUS", "PROPOSITION 18 h 42 : We meet\nPAR CONSENSUS",
    "CONSENSUS 18:42: We meet", "MOTION: We meet\nCONSENSUS AT 18:42",
    "MOTION 18:30: We meet\nADOPTÉE 9-0 à 18 h 42",
])  # fmt: skip
def test_a_motion_is_typed_with_its_time(text):
    (motion,) = read(text, SITTING).records
    assert isinstance(motion, Motion)
    assert (motion.text, motion.at) == ("We meet", time(18, 42))
    assert motion.result


def test_a_time_that_no_clock_shows_is_told():
    for text in ("MOTION 25:10: x", "MOTION: x\nCARRIED AT 18:75"):
        codes = [found.code for found in read(text, SITTING).findings]
        assert "impossible_time" in codes
