"""A file of either kind, told apart by what is in it, not by its name."""

from __future__ import annotations

from lipnet.questionnaire.exchange import po, workbook
from lipnet.questionnaire.exchange.entries import Brought, NotReadable

ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read(data: bytes, filename: str, tag: str) -> Brought:
    """What the file brings for the language `tag`. Raises NotReadable, whatever the bytes."""
    if not data.strip():
        raise NotReadable("not_a_workbook", reason="empty")
    if not data.startswith(ARCHIVES) and b"msgid" in data[:LOOKED_AT]:
        return po.read(data, tag)
    return workbook.read(data, filename, tag)


LOOKED_AT = 20_000
