"""Sounds: known by their first bytes, and kept without anything that tells of who recorded them.

Nothing is encoded anew, which would take a large program of its own; so only kinds are taken whose
layout we know well enough to keep the sound and leave out the rest.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys.media import mp3, mp4, ogg
from lipnet.surveys.media.broken import Broken

MOST_BYTES = 3_000_000
WAV_PARTS = (b"fmt ", b"fact", b"data")
NO_SOUND = lazy("This is no sound we can clean: send it as MP3, M4A, Ogg or WAV.")
BROKEN_SOUND = lazy("This sound is damaged, or of a rare kind: save it anew as MP3 and try again.")
TOO_LARGE = lazy(
    "A sound may have 3 MB: about three minutes of speech as MP3. Shorten it, or save it smaller."
)


class Sound(NamedTuple):
    """A sound as it is kept, and the end of its name."""

    content: bytes
    extension: str


def clean(data: bytes, most: int = MOST_BYTES) -> Sound:
    """The sound in `data` without its tags; raises Refusal for whatever cannot be cleaned."""
    found = kind_of(data)
    if found is None:
        raise Refusal(NO_SOUND)
    if len(data) > most:
        raise Refusal(TOO_LARGE)
    try:
        return Sound(CLEANED[found](data), found)
    except Broken as error:
        raise Refusal(BROKEN_SOUND) from error


def kind_of(data: bytes) -> str | None:
    if data.startswith(b"RIFF") and data[8:12] == b"WAVE":
        return "wav"
    if data.startswith(b"OggS"):
        return "ogg"
    if data[4:8] == b"ftyp":
        return "m4a"
    if data.startswith(b"ID3") or mp3.begins_a_frame(data, 0):
        return "mp3"
    return None


def bare_wav(data: bytes) -> bytes:
    """Only what is needed to play it: notes, places and names stand in parts of their own."""
    kept = [(name, content) for name, content in _wav_parts(data) if name in WAV_PARTS]
    if [name for name, _ in kept if name != b"fact"] != [b"fmt ", b"data"]:
        raise Broken
    parts = b"".join(
        name + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)
        for name, content in kept
    )
    return b"RIFF" + (len(parts) + 4).to_bytes(4, "little") + b"WAVE" + parts


def _wav_parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


CLEANED: dict[str, Callable[[bytes], bytes]] = {
    "mp3": mp3.bare,
    "m4a": mp4.bare,
    "ogg": ogg.bare,
    "wav": bare_wav,
}
