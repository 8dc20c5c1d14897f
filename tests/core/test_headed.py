"""Headings of a sheet are found wherever they stand, and compared as their reader wants it."""

from lipnet.core.headed import below_headings, letters, rows_below

KNOWN = {"courriel": "email", "nom": "name"}
SHEET = "Members of 2026,,\n,,\nNOM,Courriel (1),Courriel 2\nAna,ana@example.org,b@example.org\n"


def test_a_heading_with_a_number_is_known_only_to_who_compares_letters():
    assert rows_below(SHEET.encode(), "m.csv", KNOWN, lambda found: "email" in found) == []
    by_letters = rows_below(
        SHEET.encode(), "m.csv", KNOWN, lambda found: "email" in found, called=letters
    )
    assert [(row.texts, row.at) for row in by_letters] == [
        ({"name": "Ana", "email": "ana@example.org"}, {"name": "A4", "email": "B4"})
    ]


def test_a_column_that_the_sheet_lacks_is_blank_and_its_cell_the_first_of_the_row():
    below = below_headings(SHEET.encode(), "m.csv", KNOWN, lambda found: "name" in found)
    assert (below.head, list(below.numbers())) == (2, [3])
    assert (below.text(3, "email"), below.cell(3, "email")) == ("", "A4")
