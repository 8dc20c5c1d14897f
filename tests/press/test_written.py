"""What is written as Word and as PDF holds every word, and says what kind of word it is."""

import io
from collections import Counter

import docx
import pytest
from docx.oxml.ns import qn

from lipnet.documents import read_document
from lipnet.press import (
    Bullets,
    CannotPrint,
    Document,
    Heading,
    Labelled,
    Paragraph,
    Quotation,
    Run,
    Table,
    as_docx,
    as_pdf,
    as_text,
    blocks_of,
    says,
)
from tests.press.reading import words, words_of_docx, words_of_pdf
from tests.press.tagged import Tagged

HOSTILE = (
    '#set page(width: 1pt) #panic("x") #sys.inputs $x^2$ \\ \\u{41} *bold* _it_ `raw` <label> @ref '
    "// no comment /* nor this */ ~ -- --- ... 'quoted' \"too\" = heading + item / term: [b] {c} ; "
    "<script>alert(1)</script> &amp; <w:p/> ]]> %PDF- %(name)s {{ 7 * 7 }}"
)
ARABIC = "اتصل على \u20681-613-555-0100\u2069 قبل \u20682026-12-01\u2069، قال Marie Tremblay نعم."
SPOKEN = {
    "fr": "Procès-verbal adopté à l’unanimité « sans réserve » : où ? Œuvre, naïve, ÇA.",
    "vi": "Tiếng Việt: những người mới đến được chào đón.",
    "uk": "Протокол засідання: щоденні мовні курси, ґанок, їжак.",
    "ti": "ሰነድ ኣኼባ፡ ቋንቋ ትምህርቲ",
    "pa": "ਮੀਟਿੰਗ ਦੇ ਮਿੰਟ ਅਤੇ ਫੈਸਲੇ",
    "ta": "கூட்டத்தின் குறிப்புகள்",
    "so": "Qoraalka shirka",
}
RIGHT_TO_LEFT = {
    "ar": ARABIC,
    "fa": "صورت‌جلسهٔ شورا: گفت‌وگو دربارهٔ کلاس‌ها",
    "ur": "اجلاس کی روداد مُحَمَّد",
}


def a_bit_of_everything(lang: str, dir: str, text: str) -> Document:
    blocks = [
        Heading(1, says(text)),
        Paragraph((Run("Alice "), Run(text, lang, dir, strong=True), Run(" Bob", emphatic=True))),
        Heading(4, says("A heading that would skip two levels")),
        Labelled([(says(text), [Paragraph(says("one")), Paragraph(says(text), "quiet")])]),
        Bullets(
            [[Paragraph(says("a")), Bullets([[Paragraph(says(text))]])], [Paragraph(says("b"))]]
        ),
        Bullets([[Paragraph(says("first"))], [Paragraph(says(text))]], numbered=True),
        Table([says("A"), says(text)], [[says(text), says("c")]] * 3, caption=says("Who leads")),
        Quotation([Paragraph(says(text))], source=says("A newcomer")),
        Paragraph(says(SPOKEN["fr"], "fr", "ltr"), lang="fr", dir="ltr"),
        Paragraph(says(ARABIC, "ar", "rtl"), lang="ar", dir="rtl"),
    ]
    lede = [Paragraph(says("At 18:30"), "quiet")]
    return Document(f"T {text}", lang, blocks, dir, organisation=f"O {text}", lede=lede)


@pytest.mark.parametrize(
    ("lang", "dir", "text"),
    [("en", "ltr", HOSTILE)]
    + [(lang, "ltr", text) for lang, text in SPOKEN.items()]
    + [(lang, "rtl", text) for lang, text in RIGHT_TO_LEFT.items()],
)
def test_every_word_is_read_back_in_its_order(lang, dir, text):
    document = a_bit_of_everything(lang, dir, text)
    expected = words(as_text(document))
    assert words_of_docx(as_docx(document)) == expected
    assert words_of_pdf(as_pdf(document)) == expected


def test_our_own_reader_of_documents_finds_the_same_words():
    document = a_bit_of_everything("en", "ltr", HOSTILE.replace("|", "/"))
    expected = Counter(words(as_text(document)))
    read = read_document(as_docx(document)).text
    assert Counter(word for word in words(read) if word.strip("#-|*")) >= Counter(
        {word: n for word, n in expected.items() if word.strip("#-|*")}
    )
    page = words(read_document(as_pdf(a_bit_of_everything("en", "ltr", "plain"))).text)
    assert set(words(SPOKEN["fr"])) <= set(page)


def test_what_no_file_can_hold_is_left_out_and_nothing_else():
    text = "a\0b\x1bc\ud800d\r\ne\tf\ufffe" + "g" * 500
    document = Document("T\0", "en", [Paragraph(says(text))])
    assert words(as_text(document)) == ["T", "abcd", "e", "f" + "g" * 500]
    assert (
        words_of_docx(as_docx(document))
        == words_of_pdf(as_pdf(document))
        == words(as_text(document))
    )


def test_a_paragraph_of_two_hundred_thousand_letters_is_set():
    long = ("слово \u2068" + "نعم " * 10 + "\u2069 #x " + "w" * 3000 + " ") * 65
    document = Document("Long", "en", [Paragraph(says(long)), *blocks_of("> " * 300 + "deep")])
    assert words_of_pdf(as_pdf(document)) == words(as_text(document))
    assert words_of_docx(as_docx(document)) == words(as_text(document))


def test_what_would_take_too_long_is_refused():
    with pytest.raises(CannotPrint, match="too_long"):
        as_pdf(Document("Endless", "en", [Paragraph(says("x " * 1_500_000))]))


def test_a_letter_that_no_font_has_does_not_cost_the_file():
    document = Document("Letters", "en", [Paragraph(says("before \U0010fffd after"))])
    assert {"before", "after"} <= set(words_of_pdf(as_pdf(document)))


def test_a_pdf_is_tagged_titled_and_in_its_language():
    pdf = Tagged(as_pdf(a_bit_of_everything("ar", "rtl", "محضر الاجتماع")))
    root = pdf.root
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "ar"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.reader.metadata.title == "T محضر الاجتماع"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    headings = [tag for tag in pdf.tags if tag[1:].startswith("H") and tag[2:].isdigit()]
    assert headings == ["/H1", "/H2", "/H3"]
    assert {"/Table", "/TH", "/TD", "/Caption", "/L", "/LI", "/BlockQuote"} <= set(pdf.tags)
    assert "fr" in pdf.languages


def test_a_word_file_has_headings_languages_and_directions():
    word = docx.Document(io.BytesIO(as_docx(a_bit_of_everything("ar", "rtl", "محضر الاجتماع"))))
    styles = [p.style.name for p in word.paragraphs]
    assert styles[:4] == ["Organisation", "Title", "Quiet", "Heading 1"]
    assert "Heading 2" in styles and "Heading 4" not in styles
    assert (word.core_properties.title, word.core_properties.language) == ("T محضر الاجتماع", "ar")
    french = next(p for p in word.paragraphs if p.text.startswith("Procès"))
    assert french._p.pPr.find(qn("w:bidi")) is None
    assert french._p.find(f".//{qn('w:lang')}").get(qn("w:val")) == "fr"
    arabic = word.paragraphs[-1]
    assert arabic._p.pPr.find(qn("w:bidi")) is not None
    spoken = [(run.font.rtl, run.text) for run in arabic.runs]
    assert (None, "\u200e1-613-555-0100\u200e\u200f") in spoken and spoken[0][0] is True
    table = word.tables[0]._tbl
    assert table.find(f".//{qn('w:tblHeader')}") is not None
    assert table.tblPr.find(qn("w:bidiVisual")) is not None
    assert word.sections[0].footer._element.xpath("string()").count("PAGE") == 2


def test_notes_in_markdown_become_blocks_and_no_address_but_of_the_web_is_kept():
    source = (
        "# Big\n\nSee [us](https://a.ca), [no](javascript:x) **now** <b>x</b>\n\n"
        "> quoted\n\n1. a\n\n|A|\n|-|\n|b|"
    )
    blocks = blocks_of(source, "en", "ltr", below=2)
    kinds = [type(block) for block in blocks]
    assert kinds == [Heading, Paragraph, Quotation, Bullets, Table]
    assert blocks[0].level == 3
    assert [run.href for run in blocks[1].runs if run.href] == ["https://a.ca"]
    assert words_of_pdf(as_pdf(Document("T", "en", blocks))) == words(
        as_text(Document("T", "en", blocks))
    )


@pytest.mark.parametrize(("lang", "dir"), [("en", "ltr"), ("ar", "rtl")])
def test_a_table_in_a_word_file_is_as_wide_in_each_column_as_it_says_in_every_program(lang, dir):
    """Word goes by the cells, LibreOffice by the grid; the first column stands where one begins to
    read, which is for the program to turn: the cells keep their order."""
    given = Table([says(x) for x in "abc"], [[says(x) for x in "123"]], widths=(50, 30, 20))
    word = docx.Document(io.BytesIO(as_docx(Document("T", lang, [given], dir))))
    table = word.tables[0]
    grid = [column.width for column in table.columns]
    assert [round(100 * width / sum(grid)) for width in grid] == [50, 30, 20]
    assert [cell.width for cell in table.rows[1].cells] == grid
    assert [cell.text.strip("\u200e\u200f") for cell in table.rows[0].cells] == ["a", "b", "c"]
    turned = table._tbl.tblPr.find(qn("w:bidiVisual"))
    assert (turned is not None) is (dir == "rtl")
    fills = [
        cell._tc.tcPr.find(qn("w:shd")) is not None for row in table.rows for cell in row.cells
    ]
    assert fills == [True] * 3 + [False] * 3


def test_the_number_of_a_page_reads_the_same_way_in_a_language_from_the_right():
    """ "3 / 6" is fenced off, or it would be told as "6 / 3"."""
    word = docx.Document(io.BytesIO(as_docx(Document("T", "ar", [], "rtl"))))
    foot = word.sections[0].footer.paragraphs[0]._p
    parts = foot.xpath(".//w:instrText | .//w:t[not(preceding-sibling::w:fldChar)]")
    told = [
        part.text for part in parts if part.text in ("PAGE", "NUMPAGES") or "\u200e" in part.text
    ]
    assert [part.strip() for part in told][-5:] == [
        "\u200e", "PAGE", "\u200e / \u200e", "NUMPAGES", "\u200e",
    ]  # fmt: skip
    assert len(word.styles["Footer"].paragraph_format.tab_stops) == 0
