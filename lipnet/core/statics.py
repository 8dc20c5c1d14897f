"""Style sheets, scripts, fonts and pictures: served from memory, packed, under an address that
changes with their content.

Public pages take one sheet joined from several, and a script comes with all that it imports, so
that a first visit asks for little.
"""

import gzip
import hashlib
import mimetypes
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from flask import Flask, Response, request, url_for

from lipnet.core import scripts
from lipnet.core.refusals import NotFound
from lipnet.core.web import public_without_cookie

FOLDER = Path(__file__).resolve().parents[2] / "static"
JOINED = {
    "css/public.css": ("ground", "layout", "components", "figures", "answering", "print"),
}
TEXTS = frozenset({".css", ".js", ".svg", ".txt", ".md"})
FOREVER = "public, max-age=31536000, immutable"
AGAIN = "public, no-cache"


class Kept(NamedTuple):
    """One file as it is sent; `packed` only where that is smaller."""

    content: bytes
    packed: bytes | None
    digest: str
    mimetype: str


def prepare(app: Flask) -> None:
    app.add_url_rule("/static/<path:filename>", "static", public_without_cookie(static))
    app.jinja_env.globals.update(asset=asset)


def asset(name: str) -> str:
    """The address of a static file, new whenever its content is."""
    return url_for("static", filename=name, v=kept(name).digest)


def static(filename: str) -> Response:
    file = kept(filename)
    packs = file.packed is not None and "gzip" in request.accept_encodings
    response = Response(file.packed if packs else file.content, mimetype=file.mimetype)
    response.headers["Cache-Control"] = FOREVER if request.args.get("v") else AGAIN
    response.set_etag(f"{file.digest}-gz" if packs else file.digest)
    if file.packed is not None:
        response.vary.add("Accept-Encoding")
    if packs:
        response.headers["Content-Encoding"] = "gzip"
    return response.make_conditional(request)


def kept(name: str) -> Kept:
    """Raises NotFound for what is no file of ours."""
    return _read(name, tuple(_changed(each) for each in _parts(name)))


@lru_cache(maxsize=256)
def _read(name: str, changed: tuple[float, ...]) -> Kept:
    """`changed`: when its parts were; a file that is changed is read anew."""
    path = FOLDER / name
    content = _content(name, _parts(name))
    packed = gzip.compress(content, 9, mtime=0) if path.suffix in TEXTS else None
    mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Kept(content, packed, hashlib.sha256(content).hexdigest()[:12], mimetype)


def _parts(name: str) -> list[Path]:
    if name in JOINED:
        return [FOLDER / "css" / f"{sheet}.css" for sheet in JOINED[name]]
    path = FOLDER / name
    if not _is_ours(path, name):
        raise NotFound
    return scripts.pieces(path) if path.suffix == ".js" else [path]


def _is_ours(path: Path, name: str) -> bool:
    try:
        inside = path.resolve().is_relative_to(FOLDER) and ".." not in Path(name).parts
        return inside and path.is_file()
    except OSError:  # longer than any name a file could have
        return False


def _changed(path: Path) -> float:
    return path.stat().st_mtime


def _content(name: str, parts: list[Path]) -> bytes:
    if name.endswith(".js"):
        return scripts.joined(parts, FOLDER / "js")
    return b"\n".join(_sheet(each) if name in JOINED else each.read_bytes() for each in parts)


def _sheet(path: Path) -> bytes:
    content = path.read_bytes()
    return b"@media print {\n" + content + b"\n}" if path.name == "print.css" else content
