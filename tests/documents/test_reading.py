"""Every kind of document comes as the same plain text."""

import pytest

from lipnet.documents import read_document
from tests.documents.files import docx, paragraph, pdf, table


def test_a_word_file_keeps_headings_lists_and_tables():
    data = docx(
        paragraph("Minutes, 12 March 2026", style="Heading1"),
        paragraph("Present: Amina &amp; Ben"),
        paragraph("Actions", bold=True),
        paragraph("Amina to write", level=0),
        paragraph("and to call", level=1),
        table(("Action", "Owner"), ("Call them", "Ben")),
        paragraph("Adjourned."),
    )
    assert read_document(data).text == (
        "# Minutes, 12 March 2026\n\nPresent: Amina & Ben\n\n**Actions**\n- Amina to write\n"
        "    - and to call\n\n| Action | Owner |\n| Call them | Ben |\n\nAdjourned.\n"
    )


def test_deleted_words_of_a_word_file_stay_out():
    gone = (
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>kept</w:t></w:r></w:p>"
    )
    assert read_document(docx(gone)).text == "kept\n"


def test_a_pdf_keeps_its_lines():
    text = read_document(pdf("Minutes of the council", "Present: Amina, Ben")).text
    assert [line for line in text.splitlines() if line] == [
        "Minutes of the council",
        "Present: Amina, Ben",
    ]


def test_a_page_keeps_where_each_letter_stood():
    page = (
        "<!doctype html><title>x</title><style>p{}</style><h2>Actions</h2>\n<ul><li>Am&eacute;lie "
        "to <b>write</b>\n a letter<li>Ben to call</ul><table><tr><th>Who<th>What<tr><td>Ana"
        "<td>Pay</table>"
    )
    document = read_document(page.encode(), "minutes.html")
    assert document.text == (
        "## Actions\n\n- Amélie to write a letter\n- Ben to call\n\n| Who | What\n| Ana | Pay"
    )
    places = document.places()
    for word in ("Actions", "write", "Ben to call", "Pay"):
        at = document.text.index(word)
        assert page[places[at] : places[at + len(word) - 1] + 1] == word


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("\ufeffNotes\r\n- été\r".encode(), "Notes\n- été\n"),
        ("Été\n".encode("cp1252"), "Été\n"),
        ("Notes\n".encode("utf-16"), "Notes\n"),
    ],
)
def test_a_text_comes_without_its_mark_and_with_one_kind_of_line_end(data, text):
    assert read_document(data, "notes.txt").text == text
