"""What a document is once it has been read: its text, and where each letter stood."""

from dataclasses import dataclass
from itertools import accumulate

MEGABYTE = 1024 * 1024


class Unreadable(Exception):
    """The file could not be read, with a code and the particulars for the message.

    empty            no bytes, or no letter in it
    not_a_document   none of the kinds that are read; or damaged
    old_word         .doc of Word before 2007, or RTF
    encrypted        protected by a password
    no_text          a pdf of pictures, as a scanner makes it
    not_text         bytes that are no text
    too_large        size, limit (bytes)
    zip_bomb         limit (bytes once unpacked)
    too_long         limit (characters)
    too_much         what ("pages", "memory", "seconds"), limit
    """

    def __init__(self, code: str, **particulars: str | int) -> None:
        super().__init__(code, particulars)
        self.code = code
        self.particulars = particulars


@dataclass(frozen=True)
class Limits:
    """How large a document may be: bytes of the file, bytes unpacked, characters of its text."""

    size: int = 10 * MEGABYTE
    unpacked: int = 50 * MEGABYTE
    pages: int = 1000
    characters: int = 500_000


@dataclass(frozen=True)
class Document:
    """kind is "docx", "pdf", "html" or "text"; lines of `text` end in "\\n".

    steps, of an html file: how far each letter of `text` stands, in the file, from the one before.
    """

    text: str
    kind: str
    steps: tuple[int, ...] = ()

    def places(self) -> list[int]:
        """Where in the file each letter of the text stands, and where the last one ends."""
        if not self.steps:
            return list(range(len(self.text) + 1))
        places = list(accumulate(self.steps))
        return [*places, places[-1] + 1]
