"""Reads a PDF as a voice that reads aloud does: by its tags, letters by what they stand for.

pypdf's own text of a page follows the page from left to right, which turns Arabic lines around.
"""

import io
import re
from collections import defaultdict

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream

BREAK = "\u200b"
TO_THE_LEFT = re.compile("[\u0590-\u08ff]")
HEX = re.compile(rb"<([0-9A-Fa-f ]*)>")
BLOCKS = {"/P", "/TH", "/TD", "/LBody", "/Caption", "/Div", "/Document", "/BlockQuote", "/Table"}


class Tagged:
    """`text`: one line for each block. `tags`: the tags in order. `languages`: those named."""

    def __init__(self, data: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(data))
        self.root = self.reader.trailer["/Root"]
        self.pages = {page.indirect_reference: _marked(page) for page in self.reader.pages}
        self.tags: list[str] = []
        self.languages: list[str] = []
        self.words: list[str] = []
        self.height, self.line = 0.0, ""
        self._walk(self.root["/StructTreeRoot"]["/K"], None, True)
        self.text = "".join(self.words)

    def _walk(self, node, page, heard: bool) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, ArrayObject | list):
            for each in node:
                self._walk(each, page, heard)
        elif isinstance(node, int):
            self._say(page, node, heard)
        elif node.get("/Type") == "/MCR":
            own = node.raw_get("/Pg") if "/Pg" in node else page
            self._say(own, node["/MCID"], heard)
        else:
            self._element(node, page, heard)

    def _say(self, page, number: int, heard: bool) -> None:
        """The blank at the end of a line that runs to the left was moved before its last words."""
        if heard and number in self.pages[page]:
            height, said = self.pages[page][number]
            if height != self.height:
                moved = TO_THE_LEFT.search(self.line) and not self.line.endswith(BREAK)
                self.words += [" "] * bool(moved)
                self.height, self.line = height, ""
            self.words.append(said)
            self.line += said

    def _element(self, node, page, heard: bool) -> None:
        tag = str(node.get("/S"))
        self.tags.append(tag)
        if "/Lang" in node:
            self.languages.append(node["/Lang"])
        if "/K" in node:
            own = node.raw_get("/Pg") if "/Pg" in node else page
            is_block = tag in BLOCKS or tag.startswith("/H")
            self.words += ["\n"] * is_block
            self._walk(node["/K"], own, heard and tag != "/Lbl")
            self.words += ["\n"] * is_block


def _marked(page) -> dict[int, tuple[float, str]]:
    """Number of a marked piece -> where its line stands, and its words as one reads them."""
    fonts = {name: _letters(font) for name, font in page["/Resources"].get("/Font", {}).items()}
    pieces: dict[int, list] = defaultdict(list)
    inside, font, heights = [], {}, {}
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator in (b"BMC", b"BDC"):
            named = operands[1] if len(operands) > 1 else {}
            inside.append((operands[0], named))
        elif operator == b"EMC":
            inside.pop()
        elif operator == b"cm":
            heights.setdefault(_number(inside), float(operands[5]))
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ"):
            said = [str(named["/ActualText"]) for _, named in inside if "/ActualText" in named]
            pieces[_number(inside)] += said or _shown(operands[0], font)
    return {number: (heights[number], _in_order(glyphs)) for number, glyphs in pieces.items()}


def _number(inside) -> int:
    return next((named["/MCID"] for _, named in inside if "/MCID" in named), -1)


def _shown(operand, font) -> list[str]:
    strings = [s for s in operand if not isinstance(s, int | float)]
    strings = strings if isinstance(operand, list) else [operand]
    raw = b"".join(s if isinstance(s, bytes) else s.original_bytes for s in strings)
    codes = [raw[i : i + 2] for i in range(0, len(raw), 2)]
    return [font.get(int.from_bytes(code, "big"), "\ufffd") for code in codes]


def _in_order(glyphs: list[str]) -> str:
    """Letters of one script, as they stand from left to right: Arabic is read from the last."""
    return "".join(reversed(glyphs) if TO_THE_LEFT.search("".join(glyphs)) else glyphs)


def _letters(font) -> dict[int, str]:
    """What each glyph of a font stands for, by its ToUnicode table."""
    table = font.get_object()["/ToUnicode"].get_data()
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        codes = [bytes.fromhex(code.decode()) for code in HEX.findall(block)]
        for code, letters in zip(codes[::2], codes[1::2], strict=True):
            found[int.from_bytes(code, "big")] = letters.decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        codes = [bytes.fromhex(code.decode()) for code in HEX.findall(block)]
        for first, last, letters in zip(codes[::3], codes[1::3], codes[2::3], strict=True):
            start, begin = int.from_bytes(first, "big"), letters.decode("utf-16-be")
            for step in range(int.from_bytes(last, "big") - start + 1):
                found[start + step] = begin[:-1] + chr(ord(begin[-1]) + step)
    return found
