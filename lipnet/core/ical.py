"""Calendars as text by RFC 5545: what any calendar program reads.

Lines end in CRLF and are folded at 75 octets (3.1); in a text, a comma, a semicolon, a backslash or
a line break is written with a backslash (3.3.11); moments are in UTC (3.3.5).
"""

import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime

LONGEST_LINE = 75  # octets


def calendar(lines: Iterable[str], *, about: str, method: str = "") -> str:
    """A whole calendar around the `lines` of its events; `about` stands in its PRODID.

    `method` (RFC 5546) is REQUEST or CANCEL for an invitation, nothing for a feed.
    """
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//lipnet//{about}//EN"]
    if method:
        head.append(f"METHOD:{method}")
    return "".join(f"{folded(line)}\r\n" for line in [*head, *lines, "END:VCALENDAR"])


def escaped(text: str) -> str:
    """A text as a value; signs that no calendar may hold are left out."""
    text = "\n".join(text.splitlines())
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "".join(c for c in text if c in "\n\t" or _may_stand(c)).replace("\n", "\\n")


def quoted(text: str) -> str:
    """A text as the value of a parameter (3.2), where no quotation mark may stand."""
    inside = "".join(c for c in text if _may_stand(c) and c != '"')
    return f'"{inside}"'


def moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def folded(line: str) -> str:
    """Pieces of at most 75 octets, each further one after a space; no letter is torn apart."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > LONGEST_LINE:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join([*pieces, piece])


def _may_stand(sign: str) -> bool:
    return unicodedata.category(sign) != "Cc"
