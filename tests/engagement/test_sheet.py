"""Past engagements come from a spreadsheet, and the log goes into one and back."""

import io

from lipnet.core import i18n
from lipnet.engagement import operations
from lipnet.engagement.models import Engagement, Heard
from lipnet.engagement.rows import read_log
from lipnet.engagement.sheet import rows_of
from lipnet.engagement.sheet_pages import looked_at
from lipnet.sheets.separated import separated
from tests import cast
from tests.browsing import Browser
from tests.engagement import scene

SHEET = """\
Titre,Date,Genre,Personnes,Par langue,Partenaires,Entendu
Un souper,2025-10-02,Activité,45,arabe : 20; Tigrinya: 5; Klingon: 2,Chorale; Bibliothèque,ar: غالٍ
Un café,2 octobre,,,,,
,2025-10-03,,,,,
Trop,2025-10-04,,5,arabe : 20,,
Un souper,2025-10-02,,,,,
"""


def test_a_french_sheet_is_read_and_what_is_wrong_is_told_at_its_cell(house):
    alice, rows = cast.alice(), read_log(SHEET.encode(), "past.csv")
    with i18n.speaking("fr"):
        told = looked_at(rows, alice)
        assert not Engagement.select().exists()
        operations.bring_engagements(rows, by=alice)
    assert told.new == {"engagements": 1, "heard": 1, "known": 1}
    assert [(found.cell, found.severity) for found in told.found] == [
        ("E2", "warning"), ("B3", "error"), ("A4", "error"), ("E5", "error"),
    ]  # fmt: skip
    found = Engagement.get()
    assert {row.key: row.people for row in found.reached} == {"ar": 20, "ti": 5}
    assert (Heard.get().language, found.partners.count()) == ("ar", 2)


def test_the_exported_log_comes_back_the_same(house):
    alice = cast.alice()
    operations.begin_populations(by=alice)
    reached = {"language": {"ar": 40, "so": 3}, "newcomer": {"newcomer": 50, "other": 10},
               "population": {"seniors": 9}, "sector": {"health": 2}}  # fmt: skip
    scene.heard(alice, scene.engagement(alice, reached=reached, languages=["en", "ar"], hours=9))
    for tag in ("en", "fr", "ar"):
        with i18n.speaking(tag):
            before = list(rows_of([Engagement.get()], 1))
            Heard.delete().execute()
            operations.remove_engagement(Engagement.get(), by=alice)
            rows = read_log(separated(before).encode(), "log.csv")
            assert not operations.bring_engagements(rows, by=alice).found, tag
            assert list(rows_of([Engagement.get()], 1)) == before


def test_a_cell_that_would_be_a_formula_is_a_text(house):
    scene.engagement(cast.alice(), title={"en": "=1+1"})
    assert "'=1+1" in separated(rows_of([Engagement.get()], 1))


def test_small_counts_stay_out_of_the_sheet_of_others(house):
    scene.engagement(cast.alice(), reached={"language": {"ar": 40, "so": 3}})
    _heads, line = rows_of([Engagement.get()], 5)
    assert "Arabic: 40" in line and not any("Somali" in cell for cell in line)


def test_a_page_whose_rows_were_tampered_with_brings_nothing(app):
    browser = Browser(app, cast.alice())
    sheet = (io.BytesIO(SHEET.encode()), "past.csv")
    look = browser.submit("/engagement/sheet", {"sheet": sheet}, status=200)
    broken = '[{"texts": {"date": "2026-03-01", "title": "Fair"}, "at": "A2"}]'
    sent = {**look.fields("/bringing"), "rows": broken}
    browser.post("/engagement/sheet/bringing", sent, status=422)
    assert not Engagement.select().exists()
