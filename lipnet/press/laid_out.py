"""A document as JSON values, languages and directions worked out: what the template reads."""

import re
from collections.abc import Sequence
from typing import Any

from lipnet.press.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Labelled,
    Paragraph,
    Quotation,
    Runs,
    Table,
    in_order,
    says,
)
from lipnet.press.voice import CLOSING, Piece, Voice, bare, pieces_of, voice_of

TAG = re.compile(r"([a-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Z]{2}))?(?:-.*)?")
LONGEST_WORD = 40
BREAKABLE = re.compile(rf"(\S{{{LONGEST_WORD}}})(?=\S)")
DEEPEST_LIST = 5
ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
Json = dict[str, Any]


def laid_out(document: Document) -> Json:
    around = (document.lang, document.dir)
    return {
        **_voice(around),
        "title": bare(document.title),
        "organisation": bare(document.organisation),
        "titled": _words(says(document.title), around),
        "named": _words(says(document.organisation), around),
        "lede": [_paragraph(paragraph, around) for paragraph in document.lede],
        "blocks": [_block(block, level, around) for block, level in in_order(document.blocks)],
    }


def _block(block: Block, level: int, around: Voice) -> Json:
    voice = voice_of(block, around)
    match block:
        case Heading():
            # The title of the document is the heading of level 1.
            return _kind("heading", voice, level=level + 1, words=_words(block.runs, voice))
        case Paragraph():
            return _paragraph(block, around)
        case Bullets():
            return _list(block, voice, 1)
        case Table():
            return _table(block, voice)
        case Labelled():
            pairs = [
                [_words(label, voice), [_paragraph(each, voice) for each in paragraphs]]
                for label, paragraphs in block.pairs
            ]
            return _kind("labelled", voice, pairs=pairs)
        case Quotation():
            said = [_paragraph(each, voice) for each in block.paragraphs]
            return _kind("quotation", voice, said=said, source=_words(block.source, voice))


def _paragraph(paragraph: Paragraph, around: Voice) -> Json:
    voice = voice_of(paragraph, around)
    words = _words(paragraph.runs, voice)
    return _kind("paragraph", voice, tone=paragraph.tone, words=words)


def _list(bullets: Bullets, voice: Voice, depth: int) -> Json:
    items = [_entry(item, voice, depth) for item in bullets.items]
    return _kind("list", voice, numbered=bullets.numbered, items=items)


def _entry(item: Sequence[Paragraph | Bullets], voice: Voice, depth: int) -> list[Json]:
    parts: list[Json] = []
    for part in item:
        if isinstance(part, Paragraph):
            parts.append(_paragraph(part, voice))
        elif depth < DEEPEST_LIST:
            parts.append(_list(part, voice_of(part, voice), depth + 1))
        else:
            for deeper in part.items:
                parts += _entry(deeper, voice_of(part, voice), depth)
    return parts


def _table(table: Table, voice: Voice) -> Json:
    return _kind(
        "table",
        voice,
        caption=_words(table.caption, voice),
        widths=table.shares,
        head=[_words(cell, voice) for cell in table.head],
        rows=[[_words(cell, voice) for cell in row] for row in table.rows],
    )


def _kind(kind: str, voice: Voice, **values: Any) -> Json:
    return {"kind": kind, **_voice(voice), **values}


def _words(runs: Runs, voice: Voice) -> list[Json]:
    return [_piece(piece, voice) for piece in pieces_of(runs, voice)]


def _piece(piece: Piece, around: Voice) -> Json:
    """What runs the other way is isolated by letters: Typst itself only embeds it, and a number
    that follows would stand on its wrong side."""
    lines = BREAKABLE.sub("\\1\u200b", piece.text).split("\n")
    if piece.dir != around[1]:
        lines = [f"{ISOLATES[piece.dir]}{line}{CLOSING}" for line in lines]
    return {
        **_voice((piece.lang, piece.dir)),
        "lines": lines,
        "strong": piece.strong,
        "emphatic": piece.emphatic,
        "href": piece.href,
    }


def _voice(voice: Voice) -> Json:
    """What Typst knows of a language: two or three letters, and a country."""
    known = TAG.fullmatch(voice[0])
    lang, region = known.groups() if known else ("und", None)
    return {"lang": lang, "region": region, "dir": voice[1]}
