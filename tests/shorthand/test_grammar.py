"""Lines typed at a meeting are understood, in English and French, and what is amiss is found."""

from dataclasses import replace
from datetime import date, time

import pytest

from lipnet.shorthand.recording import read
from lipnet.shorthand.records import (
    Action,
    Because,
    Decision,
    Declared,
    Heading,
    Motion,
    Movement,
    Note,
)
from tests.shorthand.people import SITTING

SITTING_TEXT = """\
# 1 Accueil
IN 18:20 Okafor
CONFLICT: Dana Silva – sits on the board of the library
The chair thanked the library.

# 2. Evening classes
MOTION: That evening classes be offered
  in two neighbourhoods.
M/S: Paré / Okafor
BECAUSE: F12, A-7
Some asked about child care.
CARRIED 9-0-1
DECISION: We ask the school board.
ACTION @Chloé due 30 Apr: Find a room.

# 3
PROPOSITION : Que le comité se réunisse en mai.
P/A : Okafor / pare
ADOPTÉE À L’UNANIMITÉ
SUIVI @Okafor pour le 1er mai : Réserver la salle.
DÉCISION : On demande au conseil.
NOTE : Le café était bon.
DÉPART 20 h 05 Dana Silva
CONSENSUS: We meet again in June.
"""


def understood(text, sitting=SITTING):
    return [record for record in read(text, sitting).records if not isinstance(record, Heading)]


def codes(text, sitting=SITTING):
    return [found.code for found in read(text, sitting).findings]


def test_a_whole_sitting_in_two_languages_is_read():
    reading = read(SITTING_TEXT, replace(SITTING, voting=10))
    assert reading.findings == ()
    assert [(type(r), r.language, getattr(r, "item", None)) for r in reading.records] == [
        (Heading, "", None),
        (Movement, "en", 1),
        (Declared, "en", 1),
        (Note, "en", 1),
        (Heading, "", None),
        (Motion, "en", 2),
        (Because, "en", 2),
        (Note, "en", 2),
        (Decision, "en", 2),
        (Action, "en", 2),
        (Heading, "", None),
        (Motion, "fr", 3),
        (Action, "fr", 3),
        (Decision, "fr", 3),
        (Note, "fr", 3),
        (Movement, "fr", 3),
        (Motion, "en", 3),
    ]


def test_a_motion_is_gathered_from_its_lines():
    motion = next(r for r in understood(SITTING_TEXT) if isinstance(r, Motion))
    assert motion.text == "That evening classes be offered\nin two neighbourhoods."
    assert (motion.mover.key, motion.seconder.key) == ("p1", "p2")
    assert (motion.result, motion.in_favour, motion.against, motion.abstained) == (
        "carried", 9, 0, 1,
    )  # fmt: skip
    assert (motion.place.line, motion.place.column, motion.lines) == (7, 1, (7, 8, 9, 12))


def test_moved_seconded_and_carried_may_be_one_line():
    text = "MOTION: That we meet.\nM/S/C: Paré / Okafor"
    (motion,) = understood(text)
    assert (motion.mover.key, motion.seconder.key, motion.result) == ("p1", "p2", "carried")
    assert (motion.lines, codes(text)) == ((1, 2), [])


def test_what_was_taken_on_has_its_owner_and_its_day():
    first, second = [r for r in understood(SITTING_TEXT) if isinstance(r, Action)]
    assert (first.owner.name, first.due, first.text) == (
        "Chloé Paré", date(2026, 4, 30), "Find a room.",
    )  # fmt: skip
    assert (second.owner.name, second.due) == ("Ife Okafor", date(2026, 5, 1))


def test_who_came_when_and_who_declared_what_is_read():
    came, declared, *_, left, _ = understood(SITTING_TEXT)
    assert (came.way, came.at, came.who.key) == ("in", time(18, 20), "p2")
    assert (declared.who.key, declared.text) == ("p3", "sits on the board of the library")
    assert (left.way, left.at) == ("out", time(20, 5))


@pytest.mark.parametrize(
    "line",
    [
        "Motion sickness was discussed.",
        "Carried over from last month.",
        "carried 9-0-1",
        "Action on housing: we discussed it.",
        "In 2024 we met twice.",
        "IN CAMERA",
        "Note that the door is open.",
        "Conflict of interest: nobody has any.",
        "#hashtags are not headings",
    ],
)
def test_a_plain_sentence_is_a_note(line):
    assert understood(line) == [read(f"NOTE: {line}", SITTING).records[0]]
    assert codes(line) == []


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("NOTE: x", "fr"),
        ("REMARK: x", "en"),
        ("DECISION: x", "en"),
        ("DECISION : x", "fr"),
        ("ACTION @okafor: x", "en"),
        ("ACTION @okafor\xa0: x", "fr"),
        ("just so", "fr"),
    ],
)
def test_a_line_says_its_language_or_has_that_of_the_sitting(line, language):
    assert understood(line, replace(SITTING, language="fr"))[0].language == language


MOVED = "MOTION: That we meet.\nM/S: Paré / Okafor\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("MOTION: That we meet.\nM/S: Paré / Okafro\nCARRIED", "unknown_name"),
        ("ACTION @Dana due 30 Apr: x", "ambiguous_name"),
        ("MOTION: That we meet.\nM/S: Paré / Nguyen\nCARRIED", "not_present"),
        ("MOTION: That we meet.\nM/S: Paré / Chloé\nCARRIED", "same_seconder"),
        ("MOTION: That we meet.\nCARRIED", "no_movers"),
        (MOVED, "no_result"),
        (MOVED + "CARRIED 9-0-3", "tally_too_many"),
        (MOVED + "CARRIED 2-5", "tally_against_result"),
        ("CARRIED 9-0-1", "result_without_motion"),
        ("M/S: Paré / Okafor", "movers_without_motion"),
        ("ACTION @okafor due 31 Feb: x", "impossible_date"),
        ("ACTION @okafor due soon: x", "impossible_date"),
        ("ACTION @okafor due 2026-03-01: x", "date_before_meeting"),
        ("ACTION: x", "no_owner"),
        ("ACTION @okafor due 30 Apr", "no_colon"),
        ("MOTION That we meet", "no_colon"),
        ("DECISION:", "empty_text"),
        ("DECISON: We meet.", "unknown_word"),
        ("# 9", "unknown_item"),
        ("IN 25:10 Paré", "impossible_time"),
        ("OUT 19:10", "no_name"),
    ],
)
def test_what_is_nearly_right_is_found(text, code):
    assert codes(text) == [code]


def test_an_unreadable_tally_leaves_the_motion_open():
    assert codes(MOVED + "CARRIED 9-0-") == ["no_result", "unreadable_tally"]


def test_a_finding_knows_its_place_and_who_might_be_meant():
    reading = read("# 1\nACTION @Dana: Find a room.", SITTING)
    (found,) = reading.findings
    assert (found.place.line, found.place.column) == (2, 9)
    assert found.candidates == ("Dana Silva", "Dana Nguyen")
    assert not reading.holds(reading.records[1])


def test_who_is_there_is_meant_before_who_is_not():
    motion = understood("MOTION: x\nM/S: Dana / Okafor\nCARRIED")[0]
    assert motion.mover.name == "Dana Silva"


def test_a_warning_holds_nothing_back():
    reading = read(MOVED + "CARRIED 2-5", SITTING)
    assert reading.findings and reading.holds(reading.records[0])


def test_what_is_kept_has_no_findings():
    reading = read("✓ ACTION @nobody due 31 Feb: x\n✓ MOTION: y", SITTING)
    assert [record.kept for record in reading.records] == [True, True]
    assert reading.findings == ()
