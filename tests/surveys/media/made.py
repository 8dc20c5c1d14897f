"""Small real files, made here: pictures by Pillow, sounds byte by byte."""

import io
import struct
import wave

from PIL import Image, ImageDraw

from lipnet.surveys.media.ogg import Page, checksum

PLACE = b"GPS 45.4215 -75.6972"


def photograph(
    size=(1200, 900), *, turned: int = 1, kind: str = "JPEG", mode: str = "RGB"
) -> bytes:
    """A picture whose upper left corner is red, with a place and a camera among its EXIF data."""
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 2, size[1] // 2), fill="red")
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x010E] = turned, "A telephone", PLACE.decode()
    file = io.BytesIO()
    picture.convert(mode).save(file, kind, exif=exif, comment=PLACE)
    return file.getvalue()


def drawing_with_holes() -> bytes:
    file = io.BytesIO()
    picture = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    ImageDraw.Draw(picture).line((0, 0, 59, 39), fill="black")
    picture.save(file, "PNG")
    return file.getvalue()


def noise(size) -> bytes:
    """A picture that packs badly."""
    file = io.BytesIO()
    Image.effect_noise(size, 120).convert("RGB").save(file, "JPEG", quality=95)
    return file.getvalue()


def wav(*, seconds: float = 0.2, notes: bytes = PLACE) -> bytes:
    """A quiet tone, with a LIST of notes at its end."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(struct.pack("<h", 300) * int(8000 * seconds))
    notes += b"\0" * (len(notes) % 2)
    listed = b"INFOICMT" + len(notes).to_bytes(4, "little") + notes
    whole = file.getvalue() + b"LIST" + len(listed).to_bytes(4, "little") + listed
    return whole[:4] + (len(whole) - 8).to_bytes(4, "little") + whole[8:]


FRAME = b"\xff\xfb\x90\x00" + bytes(413)  # MPEG 1, layer 3, 128 kbit/s at 44.1 kHz: silence


def mp3(frames: int = 5) -> bytes:
    """Silence between an ID3v2 tag and an APE and an ID3v1 tag."""
    frame_of_tag = b"TXXX" + (len(PLACE) + 1).to_bytes(4, "big") + b"\0\0\3" + PLACE
    id3 = b"ID3\3\0\0" + bytes([0, 0, 0, len(frame_of_tag)]) + frame_of_tag
    ape = b"APETAGEX" + bytes(24) + PLACE
    return id3 + FRAME * frames + ape + b"TAG" + PLACE.ljust(125, b" ")


def ogg(*, codec: str = "opus", comments: bytes = PLACE * 40, serials=(7,)) -> bytes:
    """Heads, comments too long for one line of lacing, and one packet that stands for sound."""
    said = (0).to_bytes(4, "little") + (1).to_bytes(4, "little")
    said += len(comments).to_bytes(4, "little") + comments
    if codec == "opus":
        head = b"OpusHead\1\1" + bytes(9)
        headers = [b"OpusTags" + said]
    else:
        head = b"\1vorbis" + bytes(23)
        headers = [b"\3vorbis" + said + b"\1", b"\5vorbis" + bytes(300)]
    serial = serials[0].to_bytes(4, "little")
    last = serials[-1].to_bytes(4, "little")
    pages = [page([head], 2, serial, 0), page(headers, 0, serial, 1)]
    return b"".join([*pages, page([b"sound" * 30], 4, last, 2)])


def page(packets: list[bytes], flags: int, serial: bytes, number: int) -> bytes:
    lengths = b"".join(b"\xff" * (len(p) // 255) + bytes([len(p) % 255]) for p in packets)
    made = Page(flags, bytes(8), serial, lengths, b"".join(packets))
    head = b"OggS\0" + bytes([flags]) + made.granule + serial + number.to_bytes(4, "little")
    tail = bytes([len(lengths)]) + lengths + made.content
    return head + checksum(head + bytes(4) + tail).to_bytes(4, "little") + tail


def m4a(*, handler: bytes = b"soun") -> bytes:
    """The boxes of a sound, with its place in `udta` and times of recording in the headers."""
    hdlr = box(b"hdlr", bytes(8) + handler + bytes(12) + PLACE + b"\0")
    mdhd = box(b"mdhd", bytes(4) + b"\x11\x22\x33\x44" * 2 + bytes(12))
    track = box(b"trak", box(b"mdia", mdhd + hdlr))
    mvhd = box(b"mvhd", bytes(4) + b"\x11\x22\x33\x44" * 2 + bytes(88))
    movie = box(b"moov", mvhd + track + box(b"udta", box(b"\xa9xyz", PLACE)))
    return box(b"ftyp", b"M4A \0\0\0\0") + movie + box(b"mdat", b"sound" * 9) + box(b"uuid", PLACE)


def box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + name + content
