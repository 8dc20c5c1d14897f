"""What others found: a report, a table, a page, with its file or a small table of it."""

import io

import pytest

from lipnet.core import files, thread
from lipnet.core.brought import file_brought
from lipnet.core.refusals import Refusal
from lipnet.evidence import operations
from lipnet.evidence.brought import table_brought
from lipnet.evidence.models import Finding
from tests import cast
from tests.browsing import Browser
from tests.evidence.scene import SAID

PDF = b"%PDF-1.7 a report"
PASTED = "Year\tHomes\n2024\t1,204\n2025\t-3\n"


def note(*, by=None, **particulars):
    particulars = {"source": "Census 2021", **particulars}
    return operations.note_outside_finding(SAID, by=by or cast.alice(), **particulars)


def test_an_outside_finding_names_its_source(house):
    alice = cast.alice()
    noted = note(place="Table 4", link="https://example.org/t4", by=alice)
    assert (noted.basis, noted.survey, noted.n, noted.source_kind) == (
        "outside",
        None,
        None,
        "report",
    )
    assert thread.came_from(thread.ref(noted)) == []
    for wrong in (
        {"source": " "},
        {"link": "javascript:alert(1)"},
        {"kind": "rumour"},
        {"kind": "link"},
    ):
        with pytest.raises(Refusal):
            note(by=alice, **wrong)


def test_a_pasted_table_is_kept_in_rows_of_the_same_length(house):
    kept = Finding.get_by_id(note(kind="table", table=table_brought(PASTED)).id)
    assert kept.figure == {"table": [["Year", "Homes"], ["2024", "1,204"], ["2025", "-3"]]}
    assert table_brought("a;b\n1\n") == [["a", "b"], ["1", ""]]
    assert table_brought("  \n") is None


@pytest.mark.parametrize(
    "text",
    [
        "one cell",
        "only\theadings",
        "a\tb\n" * 61,
        "\t".join("abcdefghijklm") + "\n" + "\t".join("abcdefghijklm"),
        "a\tb\n" + "x" * 301 + "\ty",
    ],
)
def test_what_is_no_small_table_is_refused(text):
    with pytest.raises(Refusal) as no:
        table_brought(text)
    assert no.value.field == "table"


def test_a_file_is_what_its_name_says(house):
    kept = note(file=file_brought("Monitor 2025.pdf", PDF))
    assert files.read(kept.file) == PDF
    assert file_brought("x.JPEG", b"\xff\xd8\xff\xe0").media_type == "image/jpeg"
    for name, content in (
        ("page.html", b"<script>"),
        ("a.pdf", b"<html>"),
        ("empty.csv", b" \n"),
        ("a.csv", b"a\0b"),
        ("drawing.svg", b"<svg/>"),
        ("large.pdf", PDF + b" " * 10 * 1024 * 1024),
    ):
        with pytest.raises(Refusal) as no:
            file_brought(name, content)
        assert no.value.field == "file"


def test_a_source_is_brought_with_its_file_and_table_and_shown(app):
    browser = Browser(app, cast.alice())
    sent = {
        "statement-en": "Few homes stand empty.",
        "source": "City, Rental Monitor",
        "kind": "table",
        "table": PASTED,
        "file": (io.BytesIO(PDF), "Monitor.pdf"),
        "found_on": "2026-03-01",
    }
    page = browser.submit("/evidence/outside", sent)
    assert page.heading == "Few homes stand empty."
    assert "The table of the source" in page.text and "1,204" in page.text
    assert "A table" in page.text
    where = next(url for url in page.links().values() if url.endswith("/file"))
    saved = browser.client.get(where)
    assert saved.data == PDF
    assert saved.headers["Content-Disposition"] == "attachment; filename=Monitor.pdf"
    browser.get(where.replace("/file", "0/file"), status=404)


def test_what_is_wrong_with_a_source_is_said_at_its_field(app):
    browser = Browser(app, cast.alice())
    sent = {"statement-en": "x", "source": "y", "table": "no table"}
    assert "at least two columns" in browser.submit("/evidence/outside", sent).text
    sent = {"statement-en": "x", "source": "y", "file": (io.BytesIO(b"<svg/>"), "x.svg")}
    assert "The file may be a PDF" in browser.submit("/evidence/outside", sent).text
    assert Finding.select().count() == 0
