"""The words of what was written, as other programs read them."""

import io
import re

import docx
from docx.oxml.ns import qn

from tests.press.tagged import Tagged

# Marks of direction and places where a long word may break: nobody reads them.
UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def words(text: str) -> list[str]:
    return UNSEEN.sub("", text).split()


def words_of_pdf(data: bytes) -> list[str]:
    return words(Tagged(data).text)


def words_of_docx(data: bytes) -> list[str]:
    """Paragraphs and cells in the order of the file."""
    body = docx.Document(io.BytesIO(data)).element.body
    found: list[str] = []
    for paragraph in body.iter(qn("w:p")):
        parts = paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
        in_style = qn("w:tabs")
        found += [p.text or " " for p in parts if p.getparent().tag != in_style]
        found.append("\n")
    return words("".join(found))
