"""A pack as a ZIP, written while it is sent: its tables, its data, and the files that show it."""

import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from lipnet.core.files import path_of
from lipnet.core.multilingual import plain
from lipnet.core.papers import UNNAMEABLE
from lipnet.plans.access import may_go_out
from lipnet.reports.evidence_pack.models import EvidencePack
from lipnet.reports.evidence_pack.telling import parts_of
from lipnet.reports.evidence_pack.withholding import as_told, named, told_files
from lipnet.sheets.separated import separated

THAT_DAY = (1980, 1, 1, 0, 0, 0)  # the same bytes whenever it is packed
PIECE = 256 * 1024
Content = str | Path


def bundle(pack: EvidencePack) -> Iterator[bytes]:
    """A CSV for each part, the document whose SHA-256 is the mark, and below files/ what it lists.

    `sha256sum -c sha256.txt` checks all of it. A file that has become confidential since is listed
    in left-out.txt instead, without its name. Everything but the files is read at once, the files
    while it is sent.
    """
    return _packed(_contents(pack))


def written(document: dict) -> str:
    """The very bytes the mark is of: keys in order, no spaces."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _contents(pack: EvidencePack) -> list[tuple[str, Content]]:
    going, left_out = _files_of(pack.frozen)
    marks = {"pack.json": pack.digest} | {name: row["sha256"] for name, row in going.items()}
    contents: list[tuple[str, Content]] = [
        *((f"{part.key}.csv", _as_csv(part)) for part in parts_of(as_told(pack.frozen))),
        ("pack.json", written(pack.frozen)),
        ("sha256.txt", "".join(f"{mark}  {name}\n" for name, mark in marks.items())),
    ]
    if left_out:
        contents.append(("left-out.txt", "".join(f"{name}\n" for name in left_out)))
    return [*contents, *((name, path_of(row["sha256"])) for name, row in going.items())]


def _files_of(document: dict) -> tuple[dict[str, dict], list[str]]:
    """Those that may go out, by their place in the ZIP; and the places of the others."""
    rows = {_place(row): row for row in document.get("files", [])}
    allowed = may_go_out([row["sha256"] for row in rows.values()])
    going = {
        place: row
        for place, row in rows.items()
        if named(row) in allowed and path_of(row["sha256"]).exists()
    }
    staying = [row for place, row in rows.items() if place not in going]
    return going, [_place(row) for row in told_files(staying)]


def _place(row: dict) -> str:
    """Two files of one name stay apart by what they hold."""
    name = " ".join(UNNAMEABLE.sub(" ", row["name"]).split()).strip(".") or "file"
    return f"files/{row['number']}-{row['sha256'][:8]}-{name}"


def _as_csv(part) -> str:
    return separated([part.head, *[[_flat(cell) for cell in row] for row in part.rows]])


def _flat(cell) -> str:
    return plain(cell) if isinstance(cell, dict) else str(cell)


class _Passing:
    """What a ZIP is written into and taken from again at once; it cannot go back."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data) -> int:
        self._pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _packed(contents: Iterable[tuple[str, Content]]) -> Iterator[bytes]:
    passing = _Passing()
    with zipfile.ZipFile(passing, "w") as archive:
        for name, content in contents:
            info = zipfile.ZipInfo(name, THAT_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(info, "w") as member:
                for piece in _pieces_of(content):
                    member.write(piece)
                    yield passing.taken()
    yield passing.taken()


def _pieces_of(content: Content) -> Iterator[bytes]:
    if isinstance(content, str):
        yield content.encode()
        return
    with content.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
