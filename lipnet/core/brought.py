"""Files people bring to be kept beside a record: of a few kinds, and what their names say."""

from dataclasses import dataclass
from pathlib import PurePath

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal

LARGEST = 10 * 1024 * 1024
ZIP = b"PK\x03\x04"
# extension: (media type, how its bytes begin)
KINDS = {
    "pdf": ("application/pdf", b"%PDF-"),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ZIP),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ZIP),
    "odt": ("application/vnd.oasis.opendocument.text", ZIP),
    "ods": ("application/vnd.oasis.opendocument.spreadsheet", ZIP),
    "csv": ("text/csv", b""),
    "png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    "jpg": ("image/jpeg", b"\xff\xd8\xff"),
}


@dataclass(frozen=True)
class Brought:
    """A file that may be kept; it is only ever given back to be saved, never shown in a page."""

    name: str
    media_type: str
    content: bytes


def file_brought(name: str, content: bytes) -> Brought:
    """The file under its own name; raises Refusal if it is not what its name says."""
    extension = PurePath(name).suffix.casefold().lstrip(".").replace("jpeg", "jpg")
    if extension not in KINDS:
        raise Refusal(
            lazy("The file may be a PDF, a document, a spreadsheet or a picture (PNG or JPEG)."),
            field="file",
        )
    media_type, beginning = KINDS[extension]
    if len(content) > LARGEST:
        raise Refusal(lazy("The file may have at most 10 MB."), field="file")
    if not content.startswith(beginning) or not content.strip() or _is_no_text(extension, content):
        raise Refusal(lazy("The file is not what its name says, or it is damaged."), field="file")
    return Brought(PurePath(name.replace("\\", "/")).name, media_type, content)


def _is_no_text(extension: str, content: bytes) -> bool:
    return extension == "csv" and b"\0" in content
