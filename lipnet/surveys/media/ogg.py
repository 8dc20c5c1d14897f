"""Ogg (RFC 3533) with Opus or Vorbis: the packet of comments is written anew, empty."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lipnet.surveys.media.broken import Broken

HEADER = 27
MOST_SEGMENTS = 255
CONTINUED, FIRST, LAST = 1, 2, 4
NOBODY = (0).to_bytes(4, "little") * 2  # no vendor, no comments
COMMENTS = {
    b"OpusHead": b"OpusTags" + NOBODY,
    b"\x01vorbis": b"\x03vorbis" + NOBODY + b"\x01",
}
PACKETS_BEFORE_SOUND = {b"OpusHead": 2, b"\x01vorbis": 3}


@dataclass(frozen=True)
class Page:
    flags: int
    granule: bytes
    serial: bytes
    lengths: bytes
    content: bytes

    @property
    def packet_ends(self) -> bool:
        return bool(self.lengths) and self.lengths[-1] < MOST_SEGMENTS


def bare(data: bytes) -> bytes:
    """The same sound without its comments. Raises Broken for anything but one stream of sound."""
    pages = list(_pages(data))
    if len(pages) < 3 or len({page.serial for page in pages}) != 1:
        raise Broken
    codec = next((start for start in COMMENTS if pages[0].content.startswith(start)), None)
    if codec is None:
        raise Broken
    headers, rest = _headers(pages[1:], PACKETS_BEFORE_SOUND[codec] - 1)
    headers[0] = COMMENTS[codec]
    written = [pages[0], *_paged(headers, pages[0].serial), *rest]
    return b"".join(_written(page, number) for number, page in enumerate(written))


def _pages(data: bytes) -> Iterator[Page]:
    at = 0
    while at < len(data):
        if data[at : at + 5] != b"OggS\0" or at + HEADER > len(data):
            raise Broken
        count = data[at + 26]
        lengths = data[at + HEADER : at + HEADER + count]
        begin = at + HEADER + count
        end = begin + sum(lengths)
        if len(lengths) < count or end > len(data):
            raise Broken
        granule, serial = data[at + 6 : at + 14], data[at + 14 : at + 18]
        yield Page(data[at + 5], granule, serial, lengths, data[begin:end])
        at = end


def _headers(pages: list[Page], wanted: int) -> tuple[list[bytes], list[Page]]:
    """The packets before the sound, and the pages of the sound: it begins on a page of its own."""
    packets, open_packet = [], b""
    for number, page in enumerate(pages, 1):
        at = 0
        for length in page.lengths:
            open_packet += page.content[at : at + length]
            at += length
            if length < MOST_SEGMENTS:
                packets.append(open_packet)
                open_packet = b""
        if len(packets) >= wanted:
            if len(packets) > wanted or open_packet:
                raise Broken
            return packets, pages[number:]
    raise Broken


def _paged(packets: list[bytes], serial: bytes) -> Iterator[Page]:
    """Packets laid into as many pages as they need."""
    lengths = b"".join(_lengths(packet) for packet in packets)
    content, is_continued = b"".join(packets), False
    while lengths:
        mine, lengths = lengths[:MOST_SEGMENTS], lengths[MOST_SEGMENTS:]
        inside, content = content[: sum(mine)], content[sum(mine) :]
        page = Page(CONTINUED if is_continued else 0, bytes(8), serial, mine, inside)
        ends_none = all(length == MOST_SEGMENTS for length in mine)
        yield replace(page, granule=b"\xff" * 8) if ends_none else page
        is_continued = not page.packet_ends


def _lengths(packet: bytes) -> bytes:
    return bytes([MOST_SEGMENTS] * (len(packet) // MOST_SEGMENTS) + [len(packet) % MOST_SEGMENTS])


def _written(page: Page, number: int) -> bytes:
    flags = page.flags & ~FIRST | (FIRST if number == 0 else 0)
    head = b"OggS\0" + bytes([flags]) + page.granule + page.serial + number.to_bytes(4, "little")
    tail = bytes([len(page.lengths)]) + page.lengths + page.content
    return head + checksum(head + bytes(4) + tail).to_bytes(4, "little") + tail


def checksum(page: bytes) -> int:
    """CRC-32 of Ogg: polynomial 04c11db7, most significant bit first, nothing turned over."""
    value = 0
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ CRC[value >> 24 ^ byte]
    return value


def _crc_of(byte: int) -> int:
    value = byte << 24
    for _ in range(8):
        value = (value << 1) ^ (0x104C11DB7 if value & 0x80000000 else 0)
    return value


CRC = tuple(_crc_of(byte) for byte in range(256))
