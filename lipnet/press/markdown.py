"""People's notes as blocks: the Markdown that the pages show, and nothing more of it."""

from collections.abc import Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from lipnet.press.document import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Table,
)

# As lipnet.core.text renders it: raw HTML is words, pictures are their description.
_markdown = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
WEB = ("https://", "http://", "mailto:")


def blocks_of(source: str, lang: str = "", dir: str = "", *, below: int = 1) -> list[Block]:
    """Headings of the notes stand below one of level `below`, whatever theirs is."""
    return _blocks(SyntaxTreeNode(_markdown.parse(source)).children, lang, dir, below)


def _blocks(nodes: Sequence[SyntaxTreeNode], lang: str, dir: str, below: int = 1) -> list[Block]:
    blocks: list[Block] = []
    for node in nodes:
        match node.type:
            case "heading":
                level = below + int(node.tag[1])
                blocks.append(Heading(level, _runs(node), lang=lang, dir=dir))
            case "paragraph":
                blocks.append(Paragraph(_runs(node), lang=lang, dir=dir))
            case "code_block" | "fence":
                words = (Run(node.content.rstrip("\n")),)
                blocks.append(Paragraph(words, lang=lang, dir=dir))
            case "bullet_list" | "ordered_list":
                blocks.append(_list(node, lang, dir))
            case "blockquote":
                blocks += _quoted(node, lang, dir)
            case "table":
                blocks.append(_table(node, lang, dir))
    return blocks


def _list(node: SyntaxTreeNode, lang: str, dir: str) -> Bullets:
    items = [_only_text(_blocks(item.children, lang, dir)) for item in node.children]
    return Bullets(items, numbered=node.type == "ordered_list", lang=lang, dir=dir)


def _only_text(blocks: Sequence[Block]) -> list[Paragraph | Bullets]:
    """What may stand in a list: a heading, a quotation or a table in it becomes its paragraphs."""
    kept: list[Paragraph | Bullets] = []
    for block in blocks:
        match block:
            case Paragraph() | Bullets():
                kept.append(block)
            case Heading():
                kept.append(Paragraph(block.runs, "strong", block.lang, block.dir))
            case Quotation():
                kept += block.paragraphs
            case Table():
                cells = [cell for row in (block.head, *block.rows) for cell in row]
                kept += [Paragraph(cell, lang=block.lang, dir=block.dir) for cell in cells]
    return kept


def _quoted(node: SyntaxTreeNode, lang: str, dir: str) -> list[Block]:
    """Paragraphs stand in the quotation; lists and the like after it, as blocks of their own."""
    found: list[Block] = []
    for block in _blocks(node.children, lang, dir):
        if isinstance(block, Paragraph):
            block = Quotation((block,), lang=lang, dir=dir)
        found.append(block)
    return found


def _table(node: SyntaxTreeNode, lang: str, dir: str) -> Table:
    rows = [
        [_runs(cell) for cell in row.children] for part in node.children for row in part.children
    ]
    return Table(rows[0], rows[1:], lang=lang, dir=dir)


def _runs(node: SyntaxTreeNode) -> Runs:
    return tuple(run for child in node.children for run in _inline(child, Run("")))


def _inline(node: SyntaxTreeNode, like: Run) -> list[Run]:
    match node.type:
        case "strong":
            like = replace(like, strong=True)
        case "em":
            like = replace(like, emphatic=True)
        case "link":
            address = str(node.attrs.get("href", ""))
            like = replace(like, href=address if address.startswith(WEB) else "")
        case "softbreak":
            return [replace(like, text=" ")]
        case "hardbreak":
            return [replace(like, text="\n")]
        case "image":
            return []
    if node.children:
        return [run for child in node.children for run in _inline(child, like)]
    return [replace(like, text=node.content)] if node.content else []
