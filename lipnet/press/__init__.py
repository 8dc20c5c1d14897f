"""Documents written for people to take away: Word, PDF, and the same words as plain text.

    document = Document("Minutes", "fr", [Heading(1, says("Décisions")), Paragraph(says("Oui."))])
    as_pdf(document), as_docx(document)    # bytes
    as_text(document)                      # what both read back as

What is written is content, never markup. Nothing here knows whose words they are.
"""

from lipnet.press.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Labelled,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Table,
    says,
)
from lipnet.press.markdown import blocks_of
from lipnet.press.pdf import CannotPrint, as_pdf
from lipnet.press.plain import as_text
from lipnet.press.word import as_docx

__all__ = [
    "Block", "Bullets", "CannotPrint", "Document", "Heading", "Labelled", "Paragraph",
    "Quotation", "Run", "Runs", "Table", "as_docx", "as_pdf", "as_text", "blocks_of", "says",
]  # fmt: skip
