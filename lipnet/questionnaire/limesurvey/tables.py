"""The bytes of a LimeSurvey file as tables of rows, or the reason they are not.

Every export is one XML document: <document><questions><rows><row><qid>1</qid>... A document type
or an entity is refused before it is looked at, so nothing can unfold or fetch anything.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat

LARGEST = 10 * 1024 * 1024
MOST_ROWS = 100_000
DEEPEST = 30
LONGEST_CELL = 200_000
NAMES = (".lss", ".lsg", ".lsq", ".lsa")
ZIP = b"PK\x03\x04"
SHEETS = (ZIP, b"\xd0\xcf\x11\xe0")
MARK = "LimeSurveyDocType"
TABULAR = ("class", "type/scale", "name")
WIDE = (b"\xff\xfe", b"\xfe\xff")

Row = dict[str, str]


class NotTaken(ValueError):
    """A code of codes.FINDING_CODES, and its particulars."""

    def __init__(self, code: str, **particulars: object) -> None:
        super().__init__(code, particulars)
        self.code = code
        self.particulars = particulars


@dataclass(slots=True)
class Tables:
    """kind: what LimeSurveyDocType says. rows: name of a table -> its rows, in order."""

    kind: str = ""
    version: str = ""
    languages: list[str] = field(default_factory=list)
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def of(self, name: str) -> list[Row]:
        return self.rows.get(name, [])


def looks_like_limesurvey(data: bytes, filename: str = "") -> bool:
    """Whether these bytes are of LimeSurvey, of any kind; the name speaks where they are mute."""
    if data.startswith(ZIP):
        return is_archive(data)
    if data.startswith(SHEETS[1]):
        return False
    return (
        filename.casefold().endswith(NAMES)
        or is_tabular(data)
        or MARK.encode() in data
        or (data.startswith(WIDE) and MARK in data[:20_000].decode("utf-16", "replace"))
    )


def is_archive(data: bytes) -> bool:
    """An .lsa: a zip with the survey and everybody's answers in it."""
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except Exception:  # zipfile lets many kinds escape on damaged bytes
        return False
    return any(name.casefold().endswith(".lss") for name in names)


def is_tabular(data: bytes) -> bool:
    """The tab-separated export: its first line names the columns."""
    first = data[:2_000].decode("utf-8-sig", "replace").partition("\n")[0]
    columns = [column.strip().strip('"').casefold() for column in first.split("\t")]
    return set(TABULAR) <= set(columns)


def read_tables(data: bytes) -> Tables:
    """Every table of the document. Raises NotTaken, whatever the bytes."""
    if len(data) > LARGEST:
        raise NotTaken("lss_too_large", limit=LARGEST // 1024 // 1024)
    if data.startswith(ZIP):
        raise NotTaken("lss_archive" if is_archive(data) else "lss_not_limesurvey")
    if is_tabular(data):
        raise NotTaken("lss_tabular")
    if not data.startswith(WIDE) and b"<" not in data[:1_000]:
        raise NotTaken("lss_not_limesurvey")
    reader = Reader()
    reader.read(data)
    return reader.tables


class Reader:
    """Follows expat through the document; `path` is where it stands."""

    def __init__(self) -> None:
        self.tables = Tables()
        self.path: list[str] = []
        self.text: list[str] = []
        self.length = 0
        self.row: Row = {}
        self.count = 0

    def read(self, data: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self.document_type
        parser.EntityDeclHandler = self.entity
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.letters
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise NotTaken(reason_of(error, data, self.tables.kind)) from error
        except (ValueError, LookupError) as error:
            if isinstance(error, NotTaken):
                raise
            raise NotTaken("lss_encoding") from error

    def document_type(self, *_: object) -> None:
        raise NotTaken("lss_entities")

    def entity(self, *_: object) -> None:
        raise NotTaken("lss_entities")

    def start(self, name: str, _: object) -> None:
        if not self.path and name != "document":
            raise NotTaken("lss_not_limesurvey")
        self.path.append(name)
        if len(self.path) > DEEPEST:
            raise NotTaken("lss_damaged")
        self.text, self.length = [], 0
        if self.is_row():
            self.row = {}

    def letters(self, text: str) -> None:
        self.length += len(text)
        if self.length <= LONGEST_CELL:
            self.text.append(text)

    def end(self, name: str) -> None:
        text = "".join(self.text)
        if len(self.path) == 2:
            self.about(name, text.strip())
        elif self.path[1:] == ["languages", "language"]:
            self.tables.languages.append(text.strip())
        elif len(self.path) == 5 and self.path[2:4] == ["rows", "row"]:
            self.row[name] = text
        elif self.is_row():
            self.keep(self.row)
        self.path.pop()
        self.text = []

    def is_row(self) -> bool:
        return len(self.path) == 4 and self.path[2:] == ["rows", "row"]

    def about(self, name: str, text: str) -> None:
        if name == MARK:
            self.tables.kind = text
        elif name == "DBVersion":
            self.tables.version = text

    def keep(self, row: Row) -> None:
        self.count += 1
        if self.count > MOST_ROWS:
            raise NotTaken("lss_too_many_rows", limit=MOST_ROWS)
        self.tables.rows.setdefault(self.path[1], []).append(row)


def reason_of(error: expat.ExpatError, data: bytes, kind: str) -> str:
    """Letters that cannot be read are told apart from a document that is cut short."""
    unknown = {expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]}
    unknown.add(expat.errors.codes[expat.errors.XML_ERROR_INCORRECT_ENCODING])
    if error.code in unknown or (not data.startswith(WIDE) and not is_utf8(data)):
        return "lss_encoding"
    return "lss_damaged" if kind or MARK.encode() in data else "lss_not_limesurvey"


def is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
