"""The texts of LimeSurvey, which are HTML, as the texts of a questionnaire.

Bold, italics and line breaks stay; scripts, styles, pictures and frames do not; a link leaves its
words and its address. Each tag is looked at once, so no text takes longer than its length.
"""

from __future__ import annotations

import html
import re

KEPT = frozenset({"strong", "em", "b", "i", "u"})
SILENT = frozenset({"script", "style", "iframe", "object", "noscript", "template", "head", "title"})
LINES = frozenset({"p", "div", "br", "tr", "ul", "ol", "li", "table", "blockquote", "hr"})
LINES |= {f"h{level}" for level in range(1, 7)}
SHOWN = frozenset({"img", "audio", "video", "embed"})
MARKUP = re.compile(r"<[A-Za-z/!?]|&[A-Za-z#]")
TAG = re.compile(r"<!--|<[!?][^<>]*>?|<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*)(?P<rest>[^<>]*)>")
HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""", re.IGNORECASE)
EMPTY = re.compile(r"<(\w+)>\s*</\1>")
SPACES = re.compile(r"[ \t\r\f\v\xa0]+")
WEB = ("http://", "https://", "mailto:")
DEEPEST = 20


def cleaned(source: str) -> tuple[str, frozenset[str]]:
    """The text, and what it lost: script, img ..."""
    if not MARKUP.search(source):
        return tidy(source.strip()), frozenset()
    cleaner = Cleaner(source)
    cleaner.run()
    return cleaner.text(), frozenset(cleaner.lost)


def tidy(text: str) -> str:
    return "\n".join(SPACES.sub(" ", line).strip() for line in text.split("\n"))


class Cleaner:
    """Writes the text anew; `lost` are the parts that could not stay."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.lost: set[str] = set()
        self.open: list[str] = []
        self.link = ""

    def run(self) -> None:
        at = 0
        while at < len(self.source):
            found = TAG.search(self.source, at)
            self.words(self.source[at : found.start() if found else len(self.source)])
            if found is None:
                return
            at = self.after(found)

    def words(self, text: str) -> None:
        plain = html.unescape(text).replace("\n", " ")
        self.out.append(SPACES.sub(" ", plain).replace("<", "&lt;"))

    def after(self, tag: re.Match[str]) -> int:
        """Writes what stands for a tag; gives the place after it and what is silent inside it."""
        name = (tag["name"] or "").casefold()
        if tag[0] == "<!--":
            return self.past("-->", tag.end())
        if tag["end"]:
            self.ended(name)
        elif name in SILENT:
            self.lost.add(name)
            return self.silent(name, tag.end())
        else:
            self.begun(name, tag["rest"] or "")
        return tag.end()

    def past(self, mark: str, start: int) -> int:
        place = self.source.find(mark, start)
        return len(self.source) if place < 0 else place + len(mark)

    def silent(self, name: str, start: int) -> int:
        found = re.compile(rf"</{name}[^<>]*>", re.IGNORECASE).search(self.source, start)
        return found.end() if found else len(self.source)

    def begun(self, name: str, rest: str) -> None:
        if name in KEPT and len(self.open) < DEEPEST:
            self.open.append(name)
            self.out.append(f"<{name}>")
        elif name in LINES:
            self.out.append("\n• " if name == "li" else "\n")
        elif name in SHOWN:
            self.lost.add(name)
        elif name == "a":
            found = HREF.search(rest)
            self.link = html.unescape("".join(filter(None, found.groups()))) if found else ""

    def ended(self, name: str) -> None:
        if name in self.open:
            while (closed := self.open.pop()) != name:
                self.out.append(f"</{closed}>")
            self.out.append(f"</{name}>")
        elif name in LINES:
            self.out.append("\n")
        elif name == "a" and self.link.startswith(WEB):
            if self.link not in "".join(self.out[-3:]):
                self.out.append(f" ({self.link.removeprefix('mailto:')})")
            self.link = ""

    def text(self) -> str:
        self.out += [f"</{tag}>" for tag in reversed(self.open)]
        lines = tidy("".join(self.out)).split("\n")
        return EMPTY.sub("", "\n".join(line for line in lines if line not in ("", "•"))).strip()
