"""Requests that are as simple as most are, read and answered without Flask.

What is read here is read as Flask would; a request with anything out of the ordinary is not simple,
and goes on to Flask with everything it came with.
"""

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import unquote_plus

from werkzeug.http import parse_accept_header

from lipnet.core.pages import HEADERS
from lipnet.core.web import host_of

FORM = "application/x-www-form-urlencoded"
LARGEST = 64_000  # bytes
UNSEEN = ("QUERY_STRING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE")
ALWAYS = [("Content-Type", "text/html; charset=utf-8"), *HEADERS.items()]

Environ = dict[str, Any]
Application = Callable[[Environ, Callable], Any]
Form = dict[str, list[str]]


class Simple(NamedTuple):
    """`form`: None where a page is only asked for. `packs`: whether gzip is taken."""

    path: str
    form: Form | None
    packs: bool


def read(environ: Environ) -> Simple | None:
    """The request, if it is simple; what was sent with it can be read again."""
    if any(environ.get(name) for name in UNSEEN):
        return None
    packs = takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", ""))
    if environ["REQUEST_METHOD"] == "GET":
        return Simple(environ["PATH_INFO"], None, packs)
    if environ["REQUEST_METHOD"] != "POST" or not _is_from_here(environ):
        return None
    form = _form_of(environ)
    return None if form is None else Simple(environ["PATH_INFO"], form, packs)


def _is_from_here(environ: Environ) -> bool:
    """Stricter than web.guard, which looks again at what is refused here."""
    site, origin = environ.get("HTTP_SEC_FETCH_SITE"), environ.get("HTTP_ORIGIN")
    same_host = origin is None or host_of(origin) == environ.get("HTTP_HOST")
    return same_host and site in (None, "same-origin", "none")


def _form_of(environ: Environ) -> Form | None:
    length = environ.get("CONTENT_LENGTH") or "0"
    if length == "0":
        return {}
    if environ.get("CONTENT_TYPE") != FORM or not length.isdecimal() or int(length) > LARGEST:
        return None
    sent = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = BytesIO(sent)
    return None if b"%00" in sent or b"\0" in sent else _parsed(sent)


def _parsed(sent: bytes) -> Form | None:
    """As urllib.parse.parse_qsl reads it, blank values kept."""
    form: Form = {}
    try:
        for pair in sent.decode().split("&"):
            name, _, value = pair.partition("=")
            if pair:
                form.setdefault(_plain(name), []).append(_plain(value))
    except ValueError:
        return None
    return form


def _plain(text: str) -> str:
    return unquote_plus(text, errors="strict") if "%" in text or "+" in text else text


@lru_cache(maxsize=32)
def takes_gzip(header: str) -> bool:
    return "gzip" in parse_accept_header(header)


def send(start_response: Callable, content: bytes, own: list[tuple[str, str]]) -> list[bytes]:
    """The page with every header that Flask's pages have, and its `own`."""
    length = ("Content-Length", str(len(content)))
    start_response("200 OK", [length, *own, *ALWAYS])
    return [content]
