"""Names as one types them, days as one says them."""

from datetime import date

import pytest

from lipnet.shorthand.dates import NoSuchDay, day_of
from lipnet.shorthand.roster import match
from tests.shorthand.people import ON, PEOPLE


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Chloé Paré", "p1"),
        ("pare", "p1"),
        ("CHLOE", "p1"),
        ("CP", "p1"),
        ("C. Paré", "p1"),
        ("Chloé P.", "p1"),
        ("Oka", "p2"),
        ("@okafor", "p2"),
        ("Dana S", "p3"),
        ("DN", "p4"),
        ("Jean Marc", "p5"),
        ("D'Angelo", "p5"),
        ("dangelo", "p5"),
        ("JM d’angelo", ""),
        ("J.M.D.", "p5"),
        ("Roy", "p6"),
        ("O’Brien", "p6"),
        ("obrien roy", "p6"),
        ("bibliotheque du port", "o1"),
        ("Bibliothèque", "o1"),
        ("BP", "o1"),
        ("Dana", ""),
        ("Zed", ""),
        ("", ""),
        ("...", ""),
    ],
)
def test_a_name_finds_its_person(written, key):
    found = match(written, PEOPLE).member
    assert (found.key if found else "") == key


def test_a_name_of_two_people_names_both():
    met = match("Dana", PEOPLE)
    assert met.several
    assert [member.key for member in met.candidates] == ["p3", "p4"]


def test_a_name_misspelled_finds_those_alike():
    met = match("Okafro", PEOPLE)
    assert met.member is None
    assert not met.several
    assert [member.key for member in met.candidates] == ["p2"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("30 Apr", date(2026, 4, 30)),
        ("April 30th", date(2026, 4, 30)),
        ("9 April", date(2026, 4, 9)),
        ("8 April", date(2027, 4, 8)),
        ("le 30 avril", date(2026, 4, 30)),
        ("1er févr.", date(2027, 2, 1)),
        ("15 juill. 2028", date(2028, 7, 15)),
        ("3 AOÛT", date(2026, 8, 3)),
        ("2026-05-01", date(2026, 5, 1)),
        ("Friday", date(2026, 4, 10)),
        ("jeudi", date(2026, 4, 16)),
        ("in two weeks", date(2026, 4, 23)),
        ("dans 3 mois", date(2026, 7, 9)),
        ("end of April", date(2026, 4, 30)),
        ("fin mars", date(2027, 3, 31)),
        ("soon", None),
        ("30", None),
        ("30 Foo", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_said(written, day):
    assert day_of(written, ON) == day


@pytest.mark.parametrize("written", ["31 Feb", "29 février", "2026-13-01", "April 31", "0 May"])
def test_a_day_no_calendar_has_is_refused(written):
    with pytest.raises(NoSuchDay):
        day_of(written, ON)
