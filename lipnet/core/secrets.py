"""Keys made on first run, kept in the data folder outside the database and its backups."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

_NAMES = ("signing.key", "pepper.key")


class MissingSecrets(Exception):
    """The keys are not where they should be: serving without them would be unsafe."""


class Keys:
    """The installation's keys: `signing` for links and sessions, `pepper` for keyed hashes."""

    def __init__(self, signing: bytes, pepper: bytes):
        self.signing = signing
        self.pepper = pepper

    def derive(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose, so that no key serves two."""
        return hmac.new(self.signing, purpose.encode(), hashlib.sha256).digest()

    def keyed_hash(self, purpose: str, text: str) -> str:
        """A hash nobody without the pepper can try out: 64 hex digits."""
        return hmac.new(self.pepper, f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()


def make(folder: Path) -> list[str]:
    """Make the keys that are missing, readable by their owner only; returns their names."""
    place = folder / "secrets"
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return [name for name in _NAMES if _made(place / name)]


def _made(path: Path) -> bool:
    """Whether the key was made now; it appears whole or not at all, whoever else makes it too."""
    if path.exists():
        return False
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    _write_new(draft, secrets.token_bytes(32))
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    return True


def load(folder: Path) -> Keys:
    """Read the keys; raises MissingSecrets with the place where they should be."""
    place = folder / "secrets"
    try:
        return Keys(*((place / name).read_bytes() for name in _NAMES))
    except FileNotFoundError as error:
        raise MissingSecrets(
            f"{error.filename} is missing: run `lipnet migrate` for a new installation, or bring "
            "the key back from where it was kept; without it no link or session can be trusted"
        ) from error


_in_use: dict[str, Keys] = {}


def use(keys: Keys) -> None:
    """These are the keys operations hash with."""
    _in_use["keys"] = keys


def in_use() -> Keys:
    return _in_use["keys"]


def _write_new(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
