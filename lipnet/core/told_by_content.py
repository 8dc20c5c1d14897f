"""Which kind of document bytes are, told by what they hold and not by a name."""

import io
import zipfile

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
TEXT = "text/plain"
BEGINNINGS = (b"%PDF-", b"PK\x03\x04")
DAMAGES = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError)


class Damaged(Exception):
    """The bytes begin as a document does, and do not go on so."""


def kind_of_document(data: bytes) -> str | None:
    """PDF, DOCX, ODT or TEXT; None for whatever else it is, also for a document with programs in
    it. Raises Damaged."""
    if data.startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    return TEXT if _is_text(data) else None


def _zipped(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            is_odt = "mimetype" in names and archive.read("mimetype")[:60] == ODT.encode()
    except DAMAGES as error:
        raise Damaged from error
    if is_odt and not any(name.startswith(("Basic/", "Scripts/")) for name in names):
        return ODT
    has_programs = any("vbaProject" in name for name in names)
    return DOCX if "word/document.xml" in names and not has_programs else None


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False
