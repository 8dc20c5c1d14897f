"""How a Word file looks: one typeface that every computer has, and quiet colours."""

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from lipnet.press.document import Document, Tone, says
from lipnet.press.voice import bare, pieces_of
from lipnet.press.word_marks import MARKS, add_field, add_piece, element, put, turn

INK, SOFT, ACCENT = (RGBColor.from_string(each) for each in ("1E2B2C", "51605F", "0D5A57"))
WASH = "E1EEEA"
LATIN, COMPLEX = "Calibri", "Arial"
LABELS = "Labelled"
EDGE = Mm(42)  # where what a label names begins
# name: size, bold, colour, points above and below
LOOKS = {
    "Normal": (11, False, INK, 0, 6),
    "Title": (22, True, INK, 0, 6),
    "Heading 1": (15, True, ACCENT, 18, 6),
    "Heading 2": (12.5, True, INK, 14, 4),
    "Heading 3": (11.5, True, INK, 12, 4),
    "Heading 4": (11, True, INK, 10, 3),
    "Heading 5": (11, True, SOFT, 10, 3),
    "List Paragraph": (11, False, INK, 0, 4),
    "Quote": (11, False, INK, 4, 4),
    "Caption": (10, True, INK, 12, 4),
    "Organisation": (12, True, ACCENT, 0, 18),
    "Quiet": (10, False, SOFT, 0, 6),
    "Said strongly": (11, True, INK, 0, 4),
    LABELS: (11, False, INK, 0, 4),
    "Source": (10, False, SOFT, 0, 8),
    "Table head": (10, True, INK, 3, 3),
    "Table cell": (10, False, INK, 3, 3),
    "After a table": (6, False, INK, 0, 6),
    "Footer": (9, False, SOFT, 0, 0),
}
KEPT_WITH_NEXT = ("Title", "Caption", "Heading 1", "Heading 2", "Heading 3", "Heading 4")


def dress(word: WordDocument, document: Document) -> None:
    """Styles, paper, foot, language and properties of an empty file."""
    for name, look in LOOKS.items():
        _style(word, name, *look)
    word.styles["Quote"].paragraph_format.left_indent = Mm(8)
    word.styles["Quote"].paragraph_format.right_indent = Mm(8)
    word.styles["Source"].paragraph_format.left_indent = Mm(8)
    labels = word.styles[LABELS].paragraph_format
    labels.left_indent, labels.first_line_indent = EDGE, -EDGE
    labels.tab_stops.add_tab_stop(EDGE)
    _speak(word, document)
    _paper(word, document)
    _properties(word, document)


def introduce(paragraph: WordParagraph) -> None:
    """A rule below the name of the organisation."""
    lines = element("pBdr")
    lines.append(element("bottom", val="single", sz="12", space="4", color=str(ACCENT)))
    put(paragraph._p.get_or_add_pPr(), lines)


def tone(run: Run, said: Tone) -> None:
    """The look of a paragraph for one that shares its line with a label."""
    if said == "quiet":
        run.font.color.rgb = SOFT
    elif said == "strong":
        run.font.bold = run.font.cs_bold = True


def _style(
    word: WordDocument, name: str, size: float, bold: bool, colour: Any, above: int, below: int
) -> None:
    known = name in [style.name for style in word.styles]
    made = word.styles[name] if known else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(made, ParagraphStyle)
    for old in list(made.element.findall(qn("w:pPr"))):
        for line in old.findall(qn("w:pBdr")):
            old.remove(line)
    made.font.size, made.font.bold, made.font.color.rgb = Pt(size), bold, colour
    made.font.italic, made.font.cs_bold, made.font.cs_italic = False, bold, False
    made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(above), Pt(below)
    made.paragraph_format.keep_with_next = name in KEPT_WITH_NEXT
    properties = made.element.get_or_add_rPr()
    faces = {"ascii": LATIN, "hAnsi": LATIN, "cs": COMPLEX, "eastAsia": LATIN}
    put(properties, element("rFonts", **faces))
    put(properties, element("szCs", val=str(int(size * 2))))


def _speak(word: WordDocument, document: Document) -> None:
    """The language of the file, for spelling and for voices that read aloud."""
    defaults = word.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    says = {"val": document.lang, "eastAsia": document.lang, "bidi": document.lang}
    put(defaults, element("lang", **says))


def _paper(word: WordDocument, document: Document) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(215.9), Mm(279.4)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(23)
    if document.dir == "rtl":
        put(section._sectPr, element("bidi"))
    foot = section.footer.paragraphs[0]
    turn(foot, (document.lang, document.dir))
    word.styles["Footer"].paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(165.9), WD_TAB_ALIGNMENT.RIGHT)
    for piece in pieces_of(says(document.title), (document.lang, document.dir)):
        add_piece(foot, piece, document.dir)
    fence = MARKS["ltr"]  # page 3 of 6 is never told as 6 / 3
    foot.add_run(f"\t{fence}")
    add_field(foot, "PAGE")
    foot.add_run(f"{fence} / {fence}")
    add_field(foot, "NUMPAGES")
    foot.add_run(fence)


def _properties(word: WordDocument, document: Document) -> None:
    properties = word.core_properties
    properties.title, properties.language = bare(document.title)[:255], document.lang
    properties.author = properties.last_modified_by = bare(document.organisation)[:255]
    properties.comments = ""
    for moment in ("created", "modified"):  # those of the empty file that python-docx begins with
        for old in properties._element.findall(qn(f"dcterms:{moment}")):
            properties._element.remove(old)
