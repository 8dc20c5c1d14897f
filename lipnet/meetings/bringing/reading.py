"""Files of old minutes as text, or a sentence that says what to do about one."""

import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from lipnet.core.i18n import gettext, lazy
from lipnet.core.refusals import Refusal
from lipnet.documents import Document, Unreadable, read_document
from lipnet.shorthand.reading import LONGEST

MOST_FILES = 40
SECONDS = 60  # for all files of one upload; what comes later is brought again
LONGEST_NAME = 100
# What the bytes are, by the kind the reader found; the ending follows, whatever the name said.
KEPT_AS = {
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("pdf", "application/pdf"),
    "html": ("html", "text/html"),
    "text": ("txt", "text/plain"),
}
TEXT_ENDINGS = ("md", "rst", "txt")
WRONG = {
    "empty": lazy("There is no text in this file. Choose the one that holds the minutes."),
    "not_a_document": lazy(
        "This is no Word, PDF, HTML or text file, or it is damaged. Open it, save it anew as .docx "
        "and try again."
    ),
    "old_word": lazy("This is a file of an old Word, or RTF. Save it as .docx and try again."),
    "encrypted": lazy(
        "This file is protected by a password. Save a copy without it and try again."
    ),
    "no_text": lazy(
        "This PDF holds pictures of pages and no text, as from a scanner. Have its text "
        "recognised, or copy the text into the field."
    ),
    "not_text": lazy("This is no text file, nor Word, PDF or HTML."),
    "too_large": lazy("This file is larger than 10 MB. Bring the minutes in smaller files."),
    "zip_bomb": lazy(
        "This file would unpack to more than 50 MB, so it is not read. Copy its text into the "
        "field."
    ),
    "too_long": lazy(
        "This text has more than %(limit)s characters. Cut it into single minutes and bring each.",
        limit=LONGEST,
    ),
    "too_much": lazy("Reading this file takes too long. Copy its text into the field."),
}  # fmt: skip
LATER = lazy("There was no time left for this file. Bring it again.")


@dataclass(frozen=True)
class Read:
    """A file that could be read, as it is kept."""

    name: str
    media_type: str
    content: bytes
    text: str

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def read_minutes(name: str, content: bytes) -> Read:
    """The text of a file, for which a process of its own is used; raises Refusal."""
    try:
        document = read_document(content, name)
    except Unreadable as no:
        raise Refusal(WRONG[no.code], field="files") from no
    name, media_type = _kept_as(name, document)
    return Read(name, media_type, content, storable(document.text))


def storable(text: str) -> str:
    """Without what no database stores: a damaged PDF may hold halves of letters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def read_pasted(text: str) -> Read:
    """Text that was copied into the field is kept as a text file, called as it begins."""
    text = storable(text.replace("\r\n", "\n"))
    first = text.strip().partition("\n")[0].strip("#*= ").replace("/", "-").replace("\\", "-")
    return read_minutes(f"{first[:60] or gettext('Pasted text')}.txt", text.encode())


def read_all(files: Iterable[tuple[str, bytes]]) -> tuple[list[Read], list[tuple[str, str]]]:
    """What could be read, and (name, sentence) of what could not."""
    found: list[Read] = []
    refused: list[tuple[str, str]] = []
    begun = time.monotonic()
    for name, content in files:
        try:
            if time.monotonic() - begun > SECONDS:
                raise Refusal(LATER)
            found.append(read_minutes(name, content))
        except Refusal as no:
            refused.append((name, str(no.reason)))
    return found, refused


def _kept_as(name: str, document: Document) -> tuple[str, str]:
    path = PurePath(name.replace("\\", "/"))
    ending, media_type = KEPT_AS[document.kind]
    own = path.suffix.casefold().lstrip(".")
    if document.kind == "text" and own in TEXT_ENDINGS:
        ending = own
    stem = "".join(letter for letter in path.stem if letter.isprintable()).strip(" .")
    return f"{storable(stem)[:LONGEST_NAME] or 'minutes'}.{ending}", media_type
