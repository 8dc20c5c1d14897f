"""What a document is before it is written: a title and blocks, each in its own language.

`lang` is a BCP 47 tag and `dir` "ltr" or "rtl"; empty, both are those of what stands around. A run
whose language nobody knows (a name) has the direction "auto": that of its own first letter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Tone = Literal["", "quiet", "strong"]

# What XML cannot hold and no font shows: control characters, halves of surrogates, non-characters.
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
DEEPEST = 5  # headings below the title: six levels is all that HTML, Word and PDF share


@dataclass(frozen=True)
class Run:
    """Words in one language; a line break is "\\n". `dir` "auto": as the first letter says."""

    text: str
    lang: str = ""
    dir: str = ""
    strong: bool = False
    emphatic: bool = False
    href: str = ""


Runs: TypeAlias = tuple[Run, ...]


def says(text: str, lang: str = "", dir: str = "", *, strong: bool = False) -> Runs:
    """One run: what most paragraphs and cells are."""
    return (Run(text, lang, dir, strong),)


@dataclass(frozen=True)
class Heading:
    """`level` 1 stands right below the title of the document."""

    level: int
    runs: Runs
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True)
class Paragraph:
    runs: Runs
    tone: Tone = ""
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list; an entry is a paragraph, or a paragraph and the lists below it."""

    items: Sequence[Sequence["Paragraph | Bullets"]]
    numbered: bool = False
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True)
class Table:
    """`head` is repeated on each page. `widths` are shares of the line, as many as columns."""

    head: Sequence[Runs]
    rows: Sequence[Sequence[Runs]]
    caption: Runs = ()
    widths: Sequence[float] = ()
    lang: str = ""
    dir: str = ""

    @property
    def shares(self) -> list[float]:
        shares = list(self.widths) or [1.0] * len(self.head)
        return [share / sum(shares) for share in shares]


@dataclass(frozen=True)
class Labelled:
    """Pairs of a label and what belongs to it."""

    pairs: Sequence[tuple[Runs, Sequence[Paragraph]]]
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True)
class Quotation:
    """Words of somebody, and whose they are."""

    paragraphs: Sequence[Paragraph]
    source: Runs = ()
    lang: str = ""
    dir: str = ""


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Labelled | Quotation


@dataclass(frozen=True)
class Document:
    """`organisation` heads the first page; `lede` stands below the title."""

    title: str
    lang: str
    blocks: Sequence[Block]
    dir: Literal["ltr", "rtl"] = "ltr"
    organisation: str = ""
    lede: Sequence[Paragraph] = field(default=())


def clean(text: str) -> str:
    """The text without what no writer can write; a tab is a space, "\\r\\n" one line break."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return UNWRITABLE.sub("", text)


def in_order(blocks: Sequence[Block]) -> Iterator[tuple[Block, int]]:
    """Each block, with the level of a heading so that none is skipped on the way down."""
    above = 0
    for block in blocks:
        if isinstance(block, Heading):
            above = min(max(block.level, 1), above + 1, DEEPEST)
        yield block, above
