"""Files people bring: kept once by their content, below the data folder."""

import hashlib
import os
import tempfile
from pathlib import Path

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField


class StoredFile(Base):
    """A file kept under the hash of its bytes."""

    sha256 = peewee.TextField(unique=True)
    name = peewee.TextField()
    media_type = peewee.TextField()
    size = peewee.IntegerField()
    kept_at = MomentField()

    class Meta:
        table_name = "stored_file"


_folder: dict[str, Path] = {}


def use_folder(folder: Path) -> None:
    _folder["files"] = folder / "files"
    _folder["files"].mkdir(parents=True, exist_ok=True)


def keep(content: bytes, name: str, media_type: str) -> StoredFile:
    """Store `content` durably and return its row; the same bytes are kept once."""
    digest = hashlib.sha256(content).hexdigest()
    known = StoredFile.get_or_none(StoredFile.sha256 == digest)
    if not path_of(digest).exists():
        _write(path_of(digest), content)
    return known or StoredFile.create(
        sha256=digest,
        name=Path(name).name[:200],
        media_type=media_type,
        size=len(content),
        kept_at=clock.now(),
    )


def read(stored: StoredFile) -> bytes:
    return path_of(stored.sha256).read_bytes()


def forget(stored: StoredFile) -> None:
    """Delete the row and the file; the last thing its operation does, since a file does not come
    back when a transaction does."""
    stored.delete_instance()
    path_of(stored.sha256).unlink(missing_ok=True)


def path_of(digest: str) -> Path:
    return _folder["files"] / digest[:2] / digest


def missing() -> list[StoredFile]:
    """Rows whose file is gone or no longer has the content it was kept for."""
    return [row for row in StoredFile.select() if not _is_whole(row)]


def _is_whole(row: StoredFile) -> bool:
    path = path_of(row.sha256)
    return path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == row.sha256


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)
