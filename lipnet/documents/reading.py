"""Bytes of a file -> Document, or Unreadable."""

import io
import zipfile

from lipnet.documents.document import Document, Limits, Unreadable
from lipnet.documents.guarded import read_guarded

ZIP = b"PK\x03\x04"
PDF = b"%PDF-"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = b"{\\rtf"
WORD_PART = "word/document.xml"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
ENCRYPTED_BIT = 0x1
HTML = (b"<!doctype html", b"<html", b"<?xml")
BEGINNING = 1024


def read_document(data: bytes, filename: str = "", *, limits: Limits | None = None) -> Document:
    """Read the text of a document. The first bytes decide the kind; a name may tell html.

    Of a text file the byte order mark is dropped and each end of a line is one "\\n". Raises
    Unreadable, whatever the bytes.
    """
    limits = limits or Limits()
    if len(data) > limits.size:
        raise Unreadable("too_large", size=len(data), limit=limits.size)
    if not data.strip():
        raise Unreadable("empty")
    document = _read(data, filename, limits)
    if len(document.text) > limits.characters:
        raise Unreadable("too_long", limit=limits.characters)
    if not any(letter.isalpha() for letter in document.text):
        raise Unreadable("no_text" if document.kind == "pdf" else "empty")
    return document


def _read(data: bytes, filename: str, limits: Limits) -> Document:
    beginning = data[:BEGINNING].lstrip(b"\xef\xbb\xbf \r\n\t")
    if data.startswith(ZIP):
        _check_archive(data, limits)
        return read_guarded(data, "docx", limits)
    if PDF in data[:BEGINNING]:
        return read_guarded(data, "pdf", limits)
    if data.startswith(OLE):
        raise Unreadable("encrypted" if ENCRYPTED_STREAM in data else "old_word")
    if data.startswith(RTF):
        raise Unreadable("old_word")
    text = text_of(data)
    if beginning.lower().startswith(HTML) or filename.lower().endswith((".html", ".htm", ".xhtml")):
        return read_guarded(text.encode(), "html", limits)
    return Document(text, "text")


def text_of(data: bytes) -> str:
    """Decoded text with lines that end in "\\n"; raises Unreadable for what is no text."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise Unreadable("not_text")
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Unreadable("not_text")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig", "cp1252")


def _check_archive(data: bytes, limits: Limits) -> None:
    """Refuse what is no Word file, or would unpack too far, by the archive's own directory."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except Exception as error:  # zipfile lets many kinds escape on damaged bytes
        raise Unreadable("not_a_document") from error
    if any(entry.flag_bits & ENCRYPTED_BIT for entry in entries):
        raise Unreadable("encrypted")
    if sum(entry.file_size for entry in entries) > limits.unpacked:
        raise Unreadable("zip_bomb", limit=limits.unpacked)
    if WORD_PART not in {entry.filename for entry in entries}:
        raise Unreadable("not_a_document")
