"""A file goes out to a translator and comes back, with a look before anything changes."""

import io

import openpyxl
import polib
import pytest

from lipnet.core.refusals import Refusal
from lipnet.questionnaire import exchange
from lipnet.surveys.workshop import operations
from lipnet.surveys.workshop.bringing import Unpacked, pack, unpack
from lipnet.surveys.workshop.models import KeptMessages
from tests import cast
from tests.browsing import Browser
from tests.surveys.workshop import scene
from tests.surveys.workshop.scene import ARABIC, MONTHS

PLURAL = '\nmsgctxt "else"\nmsgid "bus"\nmsgid_plural "buses"\n' + "".join(
    f'msgstr[{n}] "{n}"\n' for n in range(6)
)


def taken_away(browser, kind):
    return browser.client.get(f"/surveys/classes/languages/ar/file.{kind}").data


def filled_catalogue(data: bytes) -> bytes:
    catalogue = polib.pofile(data.decode())
    next(e for e in catalogue if e.msgctxt == MONTHS).msgstr = ARABIC[MONTHS]
    return (str(catalogue) + PLURAL).encode()


def filled_sheet(data: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for row in book.active.iter_rows(min_row=2):
        if row[0].value == MONTHS:
            row[3].value, row[5].value = ARABIC[MONTHS], "Or: كم من الأشهر؟"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize(("kind", "fill"), [("po", filled_catalogue), ("xlsx", filled_sheet)])
def test_a_file_is_looked_at_and_then_taken(app, kind, fill):
    survey = scene.draft(cast.alice())
    browser = Browser(app, cast.tam())
    file = (io.BytesIO(fill(taken_away(browser, kind))), f"classes-ar.{kind}")
    page = browser.submit("/surveys/classes/languages/ar/file", {"file": file})
    assert page.heading == "What the file would change"
    assert ARABIC[MONTHS] in page.text
    assert scene.states(survey)[MONTHS] == ("", "empty")
    done = browser.post("/surveys/classes/languages/ar/file", page.fields())
    assert "The file is taken." in done.text
    assert scene.states(survey)[MONTHS] == (ARABIC[MONTHS], "human")


def test_a_file_a_machine_wrote_is_marked_so(app):
    survey = scene.draft(cast.alice())
    browser = Browser(app, cast.tam())
    file = (io.BytesIO(filled_catalogue(taken_away(browser, "po"))), "x.po")
    page = browser.submit(
        "/surveys/classes/languages/ar/file", {"file": file, "written_by": "machine"}
    )
    browser.post("/surveys/classes/languages/ar/file", page.fields())
    assert scene.states(survey)[MONTHS] == (ARABIC[MONTHS], "machine")


def test_plural_forms_that_came_go_out_with_the_next_catalogue(app):
    survey = scene.draft(cast.alice())
    browser = Browser(app, cast.tam())
    brought = exchange.read(filled_catalogue(taken_away(browser, "po")), "x.po", "ar")
    for _ in range(2):
        operations.bring_back(survey, "ar", brought, by=cast.person(f"Ana {_}", "translator"))
    assert KeptMessages.select().count() == 1
    entry = polib.pofile(taken_away(browser, "po").decode()).find("bus", by="msgid")
    assert [entry.msgstr_plural[n] for n in range(6)] == list("012345")


def test_a_file_that_changes_nothing_is_refused(database):
    survey = scene.draft(cast.alice())
    brought = exchange.read(exchange.po.write(scene.latest(survey), "ar"), "x.po", "ar")
    with pytest.raises(Refusal, match="changes nothing"):
        operations.bring_back(survey, "ar", brought, by=cast.tam())


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"MZ\x00\x01 not a file", "neither a catalogue"),
        (b'msgid "a"\nfoo', "damaged"),
        (b'msgid ""\nmsgstr "Language: fr\\n"\n', "another language: French"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_changes_nothing(app, data, why):
    survey = scene.draft(cast.alice())
    before = scene.states(survey)
    page = Browser(app, cast.tam()).submit(
        "/surveys/classes/languages/ar/file", {"file": (io.BytesIO(data), "x.po")}, status=422
    )
    assert why in page.text and "Nothing was changed." in page.text
    assert scene.states(survey) == before


@pytest.mark.parametrize("packed", ["", "x", "AAAA", "eJwDAAAAAAE="])
def test_a_page_that_was_not_sent_whole_takes_nothing(packed):
    with pytest.raises(Unpacked):
        unpack(packed)


def test_what_was_looked_at_is_what_is_taken(database):
    survey = scene.draft(cast.alice())
    data = exchange.po.write(scene.latest(survey), "ar") + PLURAL.encode()
    brought = exchange.read(data, "x.po", "ar")
    assert unpack(pack(brought)) == brought
