"""MPEG-4 (ISO 14496-12), sound and what people send as video: a tree of boxes. Boxes that are not
needed to play it are emptied where they stand, so that no place in the file moves; times of
recording are set to zero."""

from collections.abc import Iterator
from typing import NamedTuple

from lipnet.surveys.media.broken import Broken

FILE = frozenset({b"ftyp", b"moov", b"mdat"})
TREES = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf"})
TABLES = frozenset({b"stsd", b"stts", b"ctts", b"stsc", b"stsz", b"stz2", b"stco", b"co64"})
LEAVES = TABLES | frozenset(
    {b"mvhd", b"tkhd", b"mdhd", b"hdlr", b"smhd", b"dref", b"elst", b"sgpd", b"sbgp", b"sdtp"}
    | {b"vmhd", b"stss"}
)
SOUND = frozenset({b"soun"})
MOVING = frozenset({b"soun", b"vide"})
WITH_TIMES = frozenset({b"mvhd", b"tkhd", b"mdhd"})
DEEPEST = 6


class Box(NamedTuple):
    """Where a box stands, and where its content begins and ends."""

    name: bytes
    at: int
    begin: int
    end: int


def bare(data: bytes, tracks: frozenset[bytes] = SOUND) -> bytes:
    """Raises Broken for another kind of track (places on a map, say), for what is in fragments, and
    for what is cut off."""
    content = bytearray(data)
    boxes = list(_boxes(content, 0, len(content)))
    names = [box.name for box in boxes]
    if names[:1] != [b"ftyp"] or names.count(b"moov") != 1 or b"mdat" not in names:
        raise Broken
    for box in boxes:
        if box.name == b"moov":
            _clean_tree(content, box, tracks)
        elif box.name not in FILE:
            _empty(content, box)
    return bytes(content)


def _clean_tree(content: bytearray, tree: Box, tracks: frozenset[bytes], depth: int = 0) -> None:
    if depth > DEEPEST:
        raise Broken
    for box in list(_boxes(content, tree.begin, tree.end)):
        if box.name in TREES:
            _clean_tree(content, box, tracks, depth + 1)
        elif box.name not in LEAVES:
            _empty(content, box)
        elif box.name in WITH_TIMES:
            _forget_times(content, box)
        elif box.name == b"hdlr":
            _only(tracks, content, box)


def _boxes(content: bytearray, at: int, end: int) -> Iterator[Box]:
    while at < end:
        if at + 8 > end:
            raise Broken
        size, head = int.from_bytes(content[at : at + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = end - at
        if size < head or at + size > end:
            raise Broken
        yield Box(bytes(content[at + 4 : at + 8]), at, at + head, at + size)
        at += size


def _empty(content: bytearray, box: Box) -> None:
    content[box.at + 4 : box.at + 8] = b"free"
    content[box.begin : box.end] = bytes(box.end - box.begin)


def _forget_times(content: bytearray, box: Box) -> None:
    """When it was made and last changed: 32 or 64 bits each, after the version."""
    times = 16 if content[box.begin] == 1 else 8
    if box.begin + 4 + times > box.end:
        raise Broken
    content[box.begin + 4 : box.begin + 4 + times] = bytes(times)


def _only(tracks: frozenset[bytes], content: bytearray, box: Box) -> None:
    """A track of another kind is refused; the name of one is left out."""
    if bytes(content[box.begin + 8 : box.begin + 12]) not in tracks:
        raise Broken
    if box.end > box.begin + 24:
        content[box.begin + 24 : box.end] = bytes(box.end - box.begin - 24)
