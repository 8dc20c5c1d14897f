"""What a translator's file holds once it has been read."""

from __future__ import annotations

from dataclasses import dataclass

SAID_IN_FILES = ("draft", "machine", "human", "reviewed")
LARGEST_FILE = 4_000_000
MOST_ENTRIES = 20_000


class NotReadable(Exception):
    """The file could not be read, with a code and the particulars for the message.

    too_large        limit (bytes)
    too_many         limit (entries)
    not_text         no UTF-8
    damaged          line, where it is known
    not_a_workbook   reason: the code of sheets.Unreadable
    no_columns       wanted: the titles that are missing
    other_language   tag: the language the file says it is in
    """

    def __init__(self, code: str, **particulars: str | int) -> None:
        super().__init__(code, particulars)
        self.code = code
        self.particulars = particulars


@dataclass(frozen=True, slots=True)
class Entry:
    """One text as it came: `state` is one of SAID_IN_FILES or "", `where` its line or cell."""

    address: str
    source: str
    text: str
    state: str = ""
    where: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Plural:
    """A message in as many forms as the language counts in. No text of a questionnaire has any;
    they are kept for the file they came in."""

    context: str
    singular: str
    plural: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brought:
    """`source`: the language it was translated from, "" where the file does not say."""

    entries: tuple[Entry, ...]
    plurals: tuple[Plural, ...] = ()
    source: str = ""
