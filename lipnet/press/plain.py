"""The words of a document in the order in which they are read."""

from collections.abc import Iterator

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
    clean,
)


def as_text(document: Document) -> str:
    """One line for each paragraph, entry and cell; what Word and PDF must read back as."""
    lines = [clean(document.organisation), clean(document.title)]
    lines += [words(paragraph.runs) for paragraph in document.lede]
    for block in document.blocks:
        lines += _lines(block)
    return "\n".join(line for line in lines if line) + "\n"


def words(runs: Runs) -> str:
    return clean("".join(run.text for run in runs))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield words(block.runs)
        case Bullets():
            for item in block.items:
                for part in item:
                    yield from _lines(part)
        case Table():
            yield words(block.caption)
            for row in (block.head, *block.rows):
                yield from map(words, row)
        case Labelled():
            for label, paragraphs in block.pairs:
                yield words(label)
                yield from (words(paragraph.runs) for paragraph in paragraphs)
        case Quotation():
            yield from (words(paragraph.runs) for paragraph in block.paragraphs)
            yield words(block.source)
