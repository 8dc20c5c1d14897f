"""The program that guarded.py runs: a document on standard input, its text as JSON on output.

It stands alone: nothing of lipnet is imported, so that it starts in a few milliseconds.

The text is written as people write minutes in plain text: "# " before a heading, "- " before an
entry of a list, "| a | b |" for the row of a table, a blank line between paragraphs.
"""

import io
import json
import logging
import re
import resource
import sys
import zipfile
from typing import Any
from xml.parsers import expat

MEMORY = 1024 * 1024 * 1024
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main "
HEADING = re.compile(
    r"(?:heading|titre|berschrift|kop|t.tulo) ?([1-6])$|(title|titel)$", re.IGNORECASE
)
SHORT = 90  # a paragraph in bold and no longer than this is a heading
OFF = ("0", "false", "none", "off")


class Refused(Exception):
    """A code of Unreadable with its particulars."""

    def __init__(self, code: str, **particulars: str | int) -> None:
        super().__init__(code)
        self.answer = {"code": code, "particulars": particulars}


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.stdout.write(read(sys.stdin.buffer.read(), sys.argv[1], json.loads(sys.argv[2])))


def read(data: bytes, kind: str, limits: dict[str, int]) -> str:
    """JSON: {"text"}, or {"code", "particulars"} if it cannot be read."""
    try:
        return json.dumps({"text": {"docx": docx_text, "pdf": pdf_text}[kind](data, limits)})
    except Refused as refused:
        return json.dumps(refused.answer)
    except MemoryError:
        return json.dumps(Refused("too_much", what="memory", limit=MEMORY).answer)
    except Exception:  # a damaged file makes any reader fail in any way
        return json.dumps(Refused("not_a_document").answer)


class Written:
    """Text as it grows, refused when it grows too long."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.pieces: list[str] = []
        self.length = 0

    def add(self, text: str) -> None:
        self.length += len(text)
        if self.length > self.limit:
            raise Refused("too_long", limit=self.limit)
        self.pieces.append(text)

    def end_line(self, lines: int = 1) -> None:
        tail = "".join(self.pieces[-3:])
        if self.length:
            self.add("\n" * (lines - len(tail) + len(tail.rstrip("\n"))))

    @property
    def text(self) -> str:
        return "".join(self.pieces)


# Word


def docx_text(data: bytes, limits: dict[str, int]) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("word/document.xml") as part:
        xml = part.read(limits["unpacked"] + 1)  # the directory of the archive may lie
    if len(xml) > limits["unpacked"]:
        raise Refused("zip_bomb", limit=limits["unpacked"])
    reader = Docx(limits["characters"])
    reader.parse(xml)
    return reader.written.text


class Docx:
    """Follows the elements of word/document.xml; keeps paragraphs, lists and tables."""

    def __init__(self, limit: int) -> None:
        self.written = Written(limit)
        self.words: list[str] = []
        self.style = ""
        self.level: int | None = None
        self.bold: list[bool] = []
        self.run_is_bold = False
        self.inside: list[str] = []
        self.row: list[list[str]] = []
        self.tables = 0

    def parse(self, xml: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = _no_doctype
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.data
        parser.Parse(xml, True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = _bare(name)
        self.inside.append(tag)
        value = next((v for k, v in attributes.items() if _bare(k) == "val"), "")
        match tag:
            case "p" if "tbl" not in self.inside or not self.tables:
                self.words, self.style, self.level, self.bold = [], "", None, []
            case "pStyle":
                self.style = value
            case "ilvl":
                self.level = min(int(value or 0), 9)
            case "numPr" if self.level is None:
                self.level = 0
            case "r":
                self.run_is_bold = False
            case "b" if "rPr" in self.inside[-2:]:
                self.run_is_bold = value.lower() not in OFF
            case "tab":
                self.words.append(" " if "pPr" not in self.inside else "")
            case "br" | "cr":
                self.words.append("\n")
            case "tbl":
                self.tables += 1
                self.written.end_line(2)
            case "tr":
                self.row = []
            case "tc":
                self.words = []

    def data(self, text: str) -> None:
        if self.inside and self.inside[-1] == "t" and "del" not in self.inside:
            self.words.append(text)
            if text.strip():
                self.bold.append(self.run_is_bold)

    def end(self, name: str) -> None:
        tag = _bare(name)
        self.inside.pop()
        if tag == "p" and self.tables:
            self.words.append(" ")
        elif tag == "p":
            self.paragraph("".join(self.words).strip())
        elif tag == "tc":
            self.row.append(["".join(self.words)])
        elif tag == "tr":
            cells = (" ".join(cell[0].replace("|", "/").split()) for cell in self.row)
            self.written.add("| " + " | ".join(cells) + " |\n")
        elif tag == "tbl":
            self.tables -= 1
            self.written.end_line(2)

    def paragraph(self, text: str) -> None:
        if not text:
            return
        heading = HEADING.search(self.style)
        if heading:
            self.written.end_line(2)
            text = "#" * int(heading.group(1) or 1) + " " + " ".join(text.split())
        elif self.level is not None:
            self.written.end_line(1)
            self.written.add("    " * self.level + "- " + " ".join(text.split()) + "\n")
            return
        elif self.bold and all(self.bold) and len(text) <= SHORT and "\n" not in text:
            self.written.end_line(2)
            text = f"**{text}**"
        else:
            self.written.end_line(2)
        self.written.add(text + "\n")


def _no_doctype(*_: object) -> None:
    raise Refused("not_a_document")


def _bare(name: str) -> str:
    return name.rpartition(" ")[2]


# PDF


def pdf_text(data: bytes, limits: dict[str, int]) -> str:
    logging.disable(logging.CRITICAL)
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:  # sealed with AES, for which we hold no key anyway
        locked = True
    if locked:
        raise Refused("encrypted")
    if len(reader.pages) > limits["pages"]:
        raise Refused("too_much", what="pages", limit=limits["pages"])
    written = Written(limits["characters"])
    for page in reader.pages:
        written.end_line(1)
        written.add(page_text(page).replace("\r", "\n").replace("\0", ""))
    return written.text


def page_text(page: Any) -> str:
    """As it stands on the page (some programs write one word a line), else as it was written."""
    written: str = page.extract_text()
    try:
        laid_out: str = page.extract_text(extraction_mode="layout")
    except Exception:  # the layout is reckoned from widths that a file may not give
        return written
    lines = [line.rstrip() for line in laid_out.split("\n")]
    margin = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
    placed = "\n".join(line[margin:] for line in lines)
    return placed if 2 * letters(placed) > letters(written) else written


def letters(text: str) -> int:
    return sum(map(str.isalpha, text))


if __name__ == "__main__":
    main()
