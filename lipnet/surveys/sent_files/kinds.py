"""Which files people may send, told by their content, and what is taken out of them."""

from typing import NamedTuple

from lipnet.core.refusals import Refusal
from lipnet.core.told_by_content import BEGINNINGS, DOCX, ODT, PDF, TEXT, Damaged, kind_of_document
from lipnet.surveys.media import mp4, pictures, sounds
from lipnet.surveys.media.broken import Broken
from lipnet.surveys.media.models import EXTENSIONS as SHOWN_EXTENSIONS

MOST_BYTES = 10_000_000
EXTENSIONS = {
    **SHOWN_EXTENSIONS,
    "video/mp4": "mp4",
    PDF: "pdf",
    DOCX: "docx",
    ODT: "odt",
    TEXT: "txt",
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
    if sounds.kind_of(data) and not data.startswith(BEGINNINGS):
        return sound(data)
    return SentFile(data, _document(data))


def looks_like_a_picture(data: bytes) -> bool:
    starts = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8")
    return data.startswith(starts) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP")


def _document(data: bytes) -> str:
    """A PDF, Word or OpenDocument text, without programs in it, or a plain text."""
    try:
        kind = kind_of_document(data)
    except Damaged as error:
        raise NotTaken("file_broken") from error
    if kind is None:
        raise NotTaken("file_kind")
    return kind


CLEANED = {"image": picture, "audio": sound, "video": video, "file": any_file}
