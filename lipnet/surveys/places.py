"""Pages that are the same for everybody but for a few places: made once, kept in pieces.

A page is drawn with marks where the places are and cut there. What stands around the places is
packed once; for one person only her own few lines are packed and put between. Nothing of any person
is ever in the pieces, and what is hers is packed apart from them, so that the length of the whole
says nothing about what she and the page have in common.
"""

import re
import secrets
import struct
import zlib
from collections.abc import Iterator, Mapping
from itertools import chain, zip_longest
from typing import NamedTuple

from flask import Response, request
from markupsafe import Markup

from lipnet.core.markup import trusted

MARK = secrets.token_hex(16)  # drawn anew for each process: nobody can write it into a text
PLACE = re.compile(rf"{MARK}\[([^\]]*)\]")

# One stream of RFC 1951 in the frame of RFC 1952: each piece ends on a byte and looks back at none
# before it (Z_FULL_FLUSH), so pieces packed at different times make one whole.
BEGINNING = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
END = b"\x03\0"
# (level, window, memory) of zlib: without a frame, thus below nought. What is hers is short,
# and to lay out a large window would take longer than to pack it.
SMALLEST = (9, -15, 9)
SHORT = (1, -12, 4)
WORTH_SQUEEZING = 1_000  # bytes; shorter, it is put between as it is (RFC 1951, 3.2.4)


class Pieces(NamedTuple):
    """One piece more than places: what stands before, between and after them."""

    places: tuple[str, ...]
    plain: tuple[bytes, ...]
    packed: tuple[bytes, ...]


def place(name: str) -> Markup:
    """Drawn into a page instead of what differs from person to person."""
    return trusted(f"{MARK}[{name}]")  # a mark of our own


def cut(page: str) -> Pieces:
    around = PLACE.split(page)
    plain = tuple(piece.encode() for piece in around[::2])
    return Pieces(tuple(around[1::2]), plain, tuple(squeezed(each, SMALLEST) for each in plain))


def filled(pieces: Pieces, values: Mapping[str, str]) -> str:
    own = [values[name].encode() for name in pieces.places]
    return b"".join(between(pieces.plain, own)).decode()


def to_one(pieces: Pieces, values: Mapping[str, str]) -> Response:
    """The page for one person, packed if she takes it packed."""
    packs = "gzip" in request.accept_encodings
    response = Response(joined(pieces, values, packs=packs))
    if packs:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    return response


def joined(pieces: Pieces, values: Mapping[str, str], *, packs: bool) -> bytes:
    own = [values[name].encode() for name in pieces.places]
    return packed_with(pieces, own) if packs else b"".join(between(pieces.plain, own))


def packed_with(pieces: Pieces, own: list[bytes]) -> bytes:
    page = b"".join(between(pieces.plain, own))
    squeezed_own = [hers(each) for each in own]
    frame = struct.pack("<LL", zlib.crc32(page), len(page) & 0xFFFFFFFF)
    return b"".join([BEGINNING, *between(pieces.packed, squeezed_own), END, frame])


def between(pieces: tuple[bytes, ...], own: list[bytes]) -> Iterator[bytes]:
    return chain.from_iterable(zip_longest(pieces, own, fillvalue=b""))


def hers(content: bytes) -> bytes:
    """As a piece of the stream. Most of it is sealed, and takes nearly as much room squeezed."""
    if len(content) < WORTH_SQUEEZING:
        length = len(content)
        return struct.pack("<BHH", 0, length, length ^ 0xFFFF) + content
    return squeezed(content, SHORT)


def squeezed(content: bytes, how: tuple[int, int, int]) -> bytes:
    level, window, memory = how
    packer = zlib.compressobj(level, zlib.DEFLATED, window, memory)
    return packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)
