"""Documents as text: docx, pdf, html, md, rst, txt."""

from lipnet.documents.document import Document, Limits, Unreadable
from lipnet.documents.reading import read_document

__all__ = ["Document", "Limits", "Unreadable", "read_document"]
