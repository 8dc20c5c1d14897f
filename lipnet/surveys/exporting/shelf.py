"""Where the files lie: below the data folder, readable by the program alone, in no backup."""

import os
import secrets
from pathlib import Path
from typing import BinaryIO

DRAFT = ".part"

_folder: dict[str, Path] = {}


def use_folder(folder: Path) -> None:
    _folder["exports"] = folder / "exports"
    _folder["exports"].mkdir(parents=True, exist_ok=True, mode=0o700)


def random_name() -> str:
    return secrets.token_hex(16)


def path_of(name: str) -> Path:
    return _folder["exports"] / name


def begin(name: str) -> BinaryIO:
    """An empty draft; one that an interrupted making left behind is thrown away."""
    draft = _draft_of(name)
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    return os.fdopen(descriptor, "w+b")


def put(name: str) -> int:
    """The draft becomes the file, durably; returns its size."""
    with _draft_of(name).open("rb") as file:
        os.fsync(file.fileno())
    os.replace(_draft_of(name), path_of(name))
    return path_of(name).stat().st_size


def forget(name: str) -> None:
    for path in (path_of(name), _draft_of(name)):
        path.unlink(missing_ok=True)


def names() -> list[str]:
    """Of everything that lies there, drafts too."""
    return [path.name.removesuffix(DRAFT) for path in _folder["exports"].iterdir()]


def _draft_of(name: str) -> Path:
    return path_of(name + DRAFT)
