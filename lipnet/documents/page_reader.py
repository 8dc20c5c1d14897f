"""The program that guarded.py runs for html: UTF-8 on standard input, JSON on output.

It stands alone: nothing of lipnet is imported. The text is written as reader.py writes it, and
each letter with how far it stands, in the file, from the one before.
"""

import json
import re
import resource
import sys
from html import unescape
from html.parser import HTMLParser

MEMORY = 1024 * 1024 * 1024
BLOCKS = re.compile(
    "p|div|section|article|header|footer|main|aside|ul|ol|dl|dt|dd|table|thead|tbody|tr|blockquote"
    "|pre|hr|address|form|fieldset|figure|figcaption|body|html|nav|h[1-6]"
)
UNSEEN = ("script", "style", "head", "title", "template", "noscript", "svg")


class TooLong(Exception):
    """More letters than allowed."""


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.stdout.write(read(sys.stdin.buffer.read(), json.loads(sys.argv[2])))


def read(data: bytes, limits: dict[str, int]) -> str:
    """JSON: {"text", "steps"}, or {"code", "particulars"} if it cannot be read."""
    try:
        written = Page(data.decode(), limits["characters"]).written
        return json.dumps({"text": written.text, "steps": written.steps})
    except TooLong:
        return _refusal("too_long", limit=limits["characters"])
    except MemoryError:
        return _refusal("too_much", what="memory", limit=MEMORY)
    except Exception:  # markup can be damaged in any way
        return _refusal("not_a_document")


def _refusal(code: str, **particulars: str | int) -> str:
    return json.dumps({"code": code, "particulars": particulars})


class Written:
    """Text as it grows, and where each letter of it stood."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.pieces: list[str] = []
        self.length = 0
        self.steps: list[int] = []
        self._at = 0

    def add(self, text: str, at: int | None = None) -> None:
        """`at` is where the text stands in the file, letter for letter; None: nowhere."""
        self.length += len(text)
        if self.length > self.limit:
            raise TooLong
        self.pieces.append(text)
        if at is None:
            self.steps += [0] * len(text)
        elif text:
            self.steps += [at - self._at, *([1] * (len(text) - 1))]
            self._at = at + len(text) - 1

    def end_line(self, lines: int = 1) -> None:
        tail = "".join(self.pieces[-3:])
        if self.length:
            self.add("\n" * (lines - len(tail) + len(tail.rstrip("\n"))))

    @property
    def text(self) -> str:
        return "".join(self.pieces)


class Page(HTMLParser):
    """A page as text, each letter with its place in the file."""

    def __init__(self, source: str, limit: int) -> None:
        super().__init__(convert_charrefs=False)
        self.written = Written(limit)
        self.lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self.unseen = 0
        self.lists = 0
        self.cells = 0
        self.preformatted = 0
        self.named = False  # a <dt> waits for its <dd>
        self.feed(source)
        self.close()

    def place(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self.unseen += 1
        elif self.unseen:
            return
        elif re.fullmatch("h[1-6]", tag):
            self.written.end_line(2)
            self.written.add("#" * int(tag[1]) + " ")
        elif tag == "li":
            self.written.end_line(1)
            self.written.add("    " * max(0, min(self.lists, 9) - 1) + "- ")
        elif tag == "br":
            self.written.add("\n")
        elif tag in ("td", "th"):
            self.cells += 1
            self.written.add("| " if self.cells == 1 else " | ")
        elif tag in ("ul", "ol"):
            self.lists += 1
            self.written.end_line(1)
        elif tag == "input" and ("type", "checkbox") in attrs:
            self.written.add("[x] " if any(name == "checked" for name, _ in attrs) else "[ ] ")
        elif BLOCKS.fullmatch(tag):
            self.open_block(tag)

    def open_block(self, tag: str) -> None:
        self.preformatted += tag == "pre"
        if tag == "dd" and self.named:
            self.written.add(": ")
            self.named = False
            return
        self.named = tag == "dt"
        if tag == "tr":
            self.cells = 0
        if not self.cells:
            self.written.end_line(1 if tag in ("tr", "dt", "dd") else 2)

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in ("ul", "ol"):
            self.lists = max(0, self.lists - 1)
            self.written.end_line(1 if self.lists else 2)
        elif tag == "tr":
            self.written.add(" |\n" if self.cells else "")
            self.cells = 0
        elif BLOCKS.fullmatch(tag) and not self.cells and tag != "dt":
            self.preformatted = max(0, self.preformatted - (tag == "pre"))
            self.written.end_line(1 if tag == "dd" else 2)

    def handle_data(self, data: str) -> None:
        if self.unseen:
            return
        begin = self.place()
        if self.preformatted:
            self.written.add(data, begin)
            return
        at_start = not self.written.length or self.written.pieces[-1].endswith(("\n", "- ", "# "))
        for match in re.finditer(r"\s+|\S+", data):
            blank = match.group().isspace()
            if not (blank and match.start() == 0 and at_start):
                self.written.add(" " if blank else match.group(), begin + match.start())

    def handle_entityref(self, name: str) -> None:
        self.reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.reference(f"&#{name};")

    def reference(self, written: str) -> None:
        letter = unescape(written)
        if not self.unseen:
            self.written.add(letter[:1], self.place())


if __name__ == "__main__":
    main()
