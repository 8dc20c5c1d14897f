"""The texts of LimeSurvey, which are HTML, as the texts of a questionnaire.

Bold, italics and line breaks stay; scripts, styles, pictures and frames do not; a link leaves its
words and its address.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

KEPT = frozenset({"strong", "em", "b", "i", "u"})
SILENT = frozenset({"script", "style", "iframe", "object", "noscript", "template", "head", "title"})
LINES = frozenset({"p", "div", "br", "tr", "ul", "ol", "li", "table", "blockquote", "hr"})
LINES |= {f"h{level}" for level in range(1, 7)}
SHOWN = frozenset({"img", "audio", "video", "embed"})
MARKUP = re.compile(r"<[A-Za-z/!]|&[A-Za-z#]")
SPACES = re.compile(r"[ \t\r\f\v\xa0]+")
WEB = ("http://", "https://", "mailto:")


class Cleaner(HTMLParser):
    """Writes the text anew; `lost` are the parts that could not stay."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.lost: set[str] = set()
        self.open: list[str] = []
        self.silent: list[str] = []
        self.link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent.append(tag)
            self.lost.add(tag)
        elif self.silent:
            return
        elif tag in KEPT:
            self.open.append(tag)
            self.out.append(f"<{tag}>")
        elif tag in LINES:
            self.out.append("\n• " if tag == "li" else "\n")
        elif tag in SHOWN:
            self.lost.add(tag)
        elif tag == "a":
            self.link = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            if tag in self.silent:
                del self.silent[self.silent.index(tag) :]
        elif tag in self.open:
            while self.open:
                closed = self.open.pop()
                self.out.append(f"</{closed}>")
                if closed == tag:
                    break
        elif tag in LINES and not self.silent:
            self.out.append("\n")
        elif tag == "a":
            self.close_link()

    def close_link(self) -> None:
        if self.link.startswith(WEB) and self.link not in "".join(self.out[-3:]):
            self.out.append(f" ({self.link.removeprefix('mailto:')})")
        self.link = ""

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.out.append(SPACES.sub(" ", data.replace("\n", " ")).replace("<", "&lt;"))

    def text(self) -> str:
        self.out += [f"</{tag}>" for tag in reversed(self.open)]
        lines = [SPACES.sub(" ", line).strip() for line in "".join(self.out).split("\n")]
        text = "\n".join(line for line in lines if line and line != "•")
        return re.sub(r"<(\w+)>\s*</\1>", "", text).strip()


def cleaned(source: str) -> tuple[str, frozenset[str]]:
    """The text, and what it lost: script, img ..."""
    if not MARKUP.search(source):
        return "\n".join(SPACES.sub(" ", line).strip() for line in source.strip().split("\n")), (
            frozenset()
        )
    cleaner = Cleaner()
    try:
        cleaner.feed(source)
        cleaner.close()
    except (AssertionError, ValueError):  # the standard parser on "<![" left open
        return re.sub(r"<[^>]*>?", "", source).strip(), frozenset({"script"})
    return cleaner.text(), frozenset(cleaner.lost)
