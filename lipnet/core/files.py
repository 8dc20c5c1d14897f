"""Files people bring: kept once by their content, below the data folder."""

import hashlib
import os
import tempfile
from pathlib import Path

import peewee

from lipnet.core import clock
from lipnet.core.db import Base, MomentField, db, is_sqlite


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
    """Store `content` durably and return its row; the same bytes are kept once.

    The row comes first: whoever takes the last hold off the same bytes waits for it (_remove).
    """
    digest = hashlib.sha256(content).hexdigest()
    stored = StoredFile.get_or_none(StoredFile.sha256 == digest) or StoredFile.create(
        sha256=digest,
        name=Path(name).name[:200],
        media_type=media_type,
        size=len(content),
        kept_at=clock.now(),
    )
    if not path_of(digest).exists():
        _write(path_of(digest), content)
    return stored


def read(stored: StoredFile) -> bytes:
    return path_of(stored.sha256).read_bytes()


def let_go(stored: StoredFile | None) -> None:
    """What held the file is gone: unless something else holds the same bytes, the row goes, and
    the bytes once the transaction is committed. Part of an operation."""
    if stored is None or any(
        field.model.select().where(field == stored).exists() for field in StoredFile._meta.backrefs
    ):
        return
    stored.delete_instance()
    db.after_commit(lambda: _remove(stored.sha256))


def _remove(digest: str) -> None:
    """Unless the same bytes were brought again meanwhile."""
    with db.atomic():
        if not is_sqlite():
            db.execute_sql('LOCK TABLE "stored_file" IN SHARE ROW EXCLUSIVE MODE')
        if not StoredFile.select().where(StoredFile.sha256 == digest).exists():
            path_of(digest).unlink(missing_ok=True)


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
