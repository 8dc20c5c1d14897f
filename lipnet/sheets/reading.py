"""Bytes of an uploaded file -> Workbook, or Unreadable."""

import io
import zipfile

from lipnet.sheets.delimited import read_delimited
from lipnet.sheets.guarded import read_guarded
from lipnet.sheets.workbook import Limits, Unreadable, Workbook

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
ENCRYPTED_BIT = 0x1


def read_workbook(data: bytes, filename: str = "", *, limits: Limits | None = None) -> Workbook:
    """Read every cell as text. The first bytes decide the format, not the file's name.

    Whole numbers come without a decimal point, dates as 2026-12-01, moments as
    2026-12-01T09:30:00, truth as TRUE or FALSE, an error cell as blank. White space is kept.
    A csv file is one sheet named after the file. Raises Unreadable, whatever the bytes.
    """
    limits = limits or Limits()
    if len(data) > limits.size:
        raise Unreadable("too_large", size=len(data), limit=limits.size)
    if not data.strip():
        raise Unreadable("empty")
    workbook = _read(data, filename, limits)
    if not any(cell.strip() for sheet in workbook.sheets for row in sheet.rows for cell in row):
        raise Unreadable("empty")
    return workbook


def _read(data: bytes, filename: str, limits: Limits) -> Workbook:
    if data.startswith(ZIP):
        _check_archive(data, limits)
        return read_guarded(data, limits)
    if data.startswith(OLE):
        if ENCRYPTED_STREAM in data:
            raise Unreadable("encrypted")
        return read_guarded(data, limits)
    return read_delimited(data, filename, limits)


def _check_archive(data: bytes, limits: Limits) -> None:
    """Refuse what would unpack too far, by the archive's own directory, before unpacking."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except Exception as error:  # zipfile lets many kinds escape on damaged bytes
        raise Unreadable("not_a_workbook") from error
    if any(entry.flag_bits & ENCRYPTED_BIT for entry in entries):
        raise Unreadable("encrypted")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked:
        raise Unreadable("zip_bomb", size=unpacked, limit=limits.unpacked)
