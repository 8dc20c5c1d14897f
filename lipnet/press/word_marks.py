"""What python-docx has no verb for: languages, directions, links, rows that are repeated."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from lipnet.press.document import Table
from lipnet.press.plain import words
from lipnet.press.voice import Piece, Voice

MARKS = {"ltr": "\u200e", "rtl": "\u200f"}
MOST_IN_ALT = 200
NAMES_OF_LINES = ("top", "bottom", "insideH")
LINE_COLOUR = "B9B9B0"
# The order in which the schema of Word wants what describes a part (ECMA-376, part 1, 17).
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription tblPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings sectPrChange",
}


def element(name: str, **attributes: str) -> Any:
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def put(parent: Any, child: Any) -> Any:
    """Put `child` where the schema wants it among what `parent` holds; another one goes."""
    order = ORDER[_bare(parent)].split()
    for old in parent.findall(child.tag):
        parent.remove(old)
    later = order[order.index(_bare(child)) + 1 :]
    parent.insert_element_before(child, *(f"w:{name}" for name in later))
    return child


def _bare(part: Any) -> str:
    return str(part.tag.partition("}")[2])


def turn(paragraph: WordParagraph, voice: Voice) -> None:
    if voice[1] == "rtl":
        put(paragraph._p.get_or_add_pPr(), element("bidi"))


def add_piece(paragraph: WordParagraph, piece: Piece, outer: str) -> None:
    """A run with its language; one that runs against `outer` is fenced off by marks, so that a
    telephone number keeps its order in programs that look at letters alone."""
    text = piece.text
    if piece.dir != outer:
        text = MARKS[piece.dir] + text + MARKS[piece.dir] + MARKS[outer]
    run = paragraph.add_run(text)
    run.bold = True if piece.strong else None
    run.italic = True if piece.emphatic else None
    properties = run._r.get_or_add_rPr()
    if piece.dir == "rtl":
        run.font.rtl = True
        run.font.cs_bold, run.font.cs_italic = run.bold, run.italic
    key = "bidi" if piece.dir == "rtl" else "val"
    if piece.lang:
        put(properties, element("lang", **{key: piece.lang}))
    if piece.href:
        _link(paragraph, run, piece.href)


def _link(paragraph: WordParagraph, run: WordRun, address: str) -> None:
    run.font.underline = True
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = element("hyperlink")
    link.set(qn("r:id"), key)
    paragraph._p.replace(run._r, link)
    link.append(run._r)


def set_table(made: WordTable, table: Table, voice: Voice) -> None:
    """Hairlines between rows, the whole line wide, columns from the right where one reads so."""
    made.autofit = False
    properties = made._tbl.tblPr
    if voice[1] == "rtl":
        put(properties, element("bidiVisual"))
    put(properties, element("tblW", type="pct", w="5000"))
    lines = element("tblBorders")
    for side in NAMES_OF_LINES:
        lines.append(element(side, val="single", sz="4", space="0", color=LINE_COLOUR))
    put(properties, lines)
    if table.caption:
        put(properties, element("tblCaption", val=words(table.caption)[:MOST_IN_ALT]))
    look = {"firstRow": "1", "lastRow": "0", "firstColumn": "0", "lastColumn": "0"}
    put(properties, element("tblLook", val="0020", noHBand="1", noVBand="1", **look))


def tint(cell: _Cell, colour: str) -> None:
    """The whole cell: a tinted paragraph leaves gaps between the columns."""
    cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=colour))


def keep_whole(row: _Row) -> None:
    """On one page, if a page can hold it."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))


def repeat_header(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def add_field(paragraph: WordParagraph, code: str) -> None:
    """A field that Word works out: PAGE, NUMPAGES."""
    instruction, shown = element("instrText"), element("t")
    instruction.text, shown.text = code, "1"
    begin, middle, end = (element("fldChar", fldCharType=t) for t in ("begin", "separate", "end"))
    for part in (begin, instruction, middle, shown, end):
        paragraph.add_run()._r.append(part)
