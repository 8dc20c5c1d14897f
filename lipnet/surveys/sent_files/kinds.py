"""Which files people may send, told by their content, and what is taken out of them."""

import io
import zipfile
from typing import NamedTuple

from lipnet.core.refusals import Refusal
from lipnet.surveys.media import mp4, pictures, sounds
from lipnet.surveys.media.broken import Broken
from lipnet.surveys.media.models import EXTENSIONS as SHOWN_EXTENSIONS

MOST_BYTES = 10_000_000
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
EXTENSIONS = {
    **SHOWN_EXTENSIONS,
    "video/mp4": "mp4",
    "application/pdf": "pdf",
    DOCX: "docx",
    ODT: "odt",
    "text/plain": "txt",
}
MEDIA_TYPES = {extension: media_type for media_type, extension in EXTENSIONS.items()}
ACCEPTED = {
    "image": "image/jpeg,image/png,image/webp,image/gif",
    "audio": ".mp3,.m4a,.ogg,.oga,.opus,.wav",
    "video": ".mp4,.m4v",
    "file": ".pdf,.docx,.odt,.txt,.jpg,.jpeg,.png,.webp,.gif,.mp3,.m4a,.ogg,.wav",
}


class SentFile(NamedTuple):
    """What is kept of a file; its name is not."""

    content: bytes
    media_type: str


class NotTaken(Exception):
    """`code` is one of the problems of an answer."""

    def __init__(self, code: str, **particulars):
        super().__init__(code)
        self.code, self.particulars = code, particulars


def taken(data: bytes, kind: str) -> SentFile:
    """The file as it may be kept for a question of this kind; raises NotTaken."""
    if len(data) > MOST_BYTES:
        raise NotTaken("file_too_large", limit=MOST_BYTES // 1_000_000)
    try:
        return CLEANED[kind](data)
    except (Refusal, Broken) as error:
        raise NotTaken("file_broken") from error


def picture(data: bytes) -> SentFile:
    if not looks_like_a_picture(data):
        raise NotTaken("file_kind")
    return SentFile(pictures.clean(data).content, "image/webp")


def sound(data: bytes) -> SentFile:
    if sounds.kind_of(data) is None:
        raise NotTaken("file_kind")
    found = sounds.clean(data, MOST_BYTES)
    return SentFile(found.content, MEDIA_TYPES[found.extension])


def video(data: bytes) -> SentFile:
    """MPEG-4 alone: its layout lets places and times be taken out."""
    if data[4:8] != b"ftyp":
        raise NotTaken("file_kind")
    return SentFile(mp4.bare(data, mp4.MOVING), "video/mp4")


def any_file(data: bytes) -> SentFile:
    if looks_like_a_picture(data):
        return picture(data)
    if data.startswith(b"%PDF-"):
        return SentFile(data, "application/pdf")
    if data.startswith(b"PK\x03\x04"):
        return SentFile(data, _document(data))
    if sounds.kind_of(data):
        return sound(data)
    return SentFile(data, _text(data))


def looks_like_a_picture(data: bytes) -> bool:
    starts = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8")
    return data.startswith(starts) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP")


def _document(data: bytes) -> str:
    """Word or OpenDocument text, without programs in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            is_odt = "mimetype" in names and archive.read("mimetype")[:60] == ODT.encode()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise NotTaken("file_broken") from error
    if is_odt and not any(name.startswith(("Basic/", "Scripts/")) for name in names):
        return ODT
    if "word/document.xml" in names and not any("vbaProject" in name for name in names):
        return DOCX
    raise NotTaken("file_kind")


def _text(data: bytes) -> str:
    try:
        if "\0" not in data.decode("utf-8"):
            return "text/plain"
    except UnicodeDecodeError as error:
        raise NotTaken("file_kind") from error
    raise NotTaken("file_kind")


CLEANED = {"image": picture, "audio": sound, "video": video, "file": any_file}
