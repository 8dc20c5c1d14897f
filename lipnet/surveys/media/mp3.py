"""MPEG audio: a row of frames. Whatever is no frame is a tag (ID3, APE, lyrics) and is left out."""

from collections.abc import Iterator

from lipnet.surveys.media.broken import Broken

# kbit/s by the bits of the header; MPEG 1, then 2 and 2.5 (ISO 11172-3, 13818-3), by layer.
RATES = {
    (1, 1): (32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (1, 2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (1, 3): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (2, 1): (32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (2, 2): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (2, 3): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
SAMPLES_A_SECOND = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
FEWEST_FRAMES = 3
ID3_HEADER = 10


def bare(data: bytes) -> bytes:
    """The frames alone. Raises Broken if there are hardly any."""
    found = list(frames(data))
    if len(found) < FEWEST_FRAMES:
        raise Broken
    return b"".join(found)


def frames(data: bytes) -> Iterator[bytes]:
    """Each frame that another one follows, or that ends the sound; between them, nothing."""
    at = _after_id3(data)
    while at + 4 <= len(data):
        size = frame_size(data, at)
        if size and at + size <= len(data) and _goes_on(data, at + size):
            yield data[at : at + size]
            at += size
        else:
            at = _next_sync(data, at + 1)


def begins_a_frame(data: bytes, at: int) -> bool:
    return frame_size(data, at) > 0


def frame_size(data: bytes, at: int) -> int:
    """The bytes of the frame whose header stands here; 0 if none does."""
    if at + 4 > len(data) or data[at] != 0xFF or data[at + 1] & 0xE0 != 0xE0:
        return 0
    version, layer = data[at + 1] >> 3 & 3, 4 - (data[at + 1] >> 1 & 3)
    rate, speed, padding = data[at + 2] >> 4, data[at + 2] >> 2 & 3, data[at + 2] >> 1 & 1
    if version == 1 or layer == 4 or rate in (0, 15) or speed == 3:
        return 0
    bits = RATES[1 if version == 3 else 2, layer][rate - 1] * 1000
    samples = SAMPLES_A_SECOND[version][speed]
    if layer == 1:
        return (12 * bits // samples + padding) * 4
    halved = layer == 3 and version != 3
    return (72 if halved else 144) * bits // samples + padding


def _goes_on(data: bytes, at: int) -> bool:
    ends = at == len(data) or data[at : at + 3] == b"TAG" or data[at : at + 8] == b"APETAGEX"
    return ends or data[at : at + 11] == b"LYRICSBEGIN" or begins_a_frame(data, at)


def _after_id3(data: bytes) -> int:
    """Past the tag at the beginning, whose size is written in sevens of bits."""
    at = 0
    while data[at : at + 3] == b"ID3" and at + ID3_HEADER <= len(data):
        size = sum((byte & 0x7F) << shift for byte, shift in _sevens(data, at))
        footer = ID3_HEADER if data[at + 5] & 0x10 else 0
        at += ID3_HEADER + size + footer
    return at


def _sevens(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    yield from zip(data[at + 6 : at + 10], (21, 14, 7, 0), strict=True)


def _next_sync(data: bytes, at: int) -> int:
    found = data.find(b"\xff", at)
    return found if found >= 0 else len(data)
