"""Whole pages of open surveys: kept in memory, packed once, sent with a validator.

Only these pages without a cookie are packed. A page for somebody signed in could be guessed by the
length of what is packed (BREACH), if it repeats what a stranger sent.
"""

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import NamedTuple

from flask import Response, current_app, request
from werkzeug.wrappers import Response as WerkzeugResponse

from lipnet.core import i18n
from lipnet.surveys.asked import stamp

A_MINUTE = "public, max-age=60"
FASTEST, SMALLEST = 1, 9
WORTH_PACKING = 1_000  # bytes


class Kept(NamedTuple):
    stamp: str
    page: bytes
    packed: bytes
    digest: str


class KeptPages:
    """Each page carries the stamp of what it was made from; another stamp (a new version, an
    opening, another title) makes it anew. At most `most` pages, the oldest go first."""

    def __init__(self, most: int = 500):
        self._most = most
        self._pages: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = Lock()

    def find(self, address: Hashable, stamp: str) -> Kept | None:
        kept = self._pages.get(address)
        return kept if kept is not None and kept.stamp == stamp else None

    def keep(self, address: Hashable, stamp: str, page: str) -> Kept:
        kept = prepared(page, stamp)
        with self._lock:
            self._pages[address] = kept
            self._pages.move_to_end(address)
            while len(self._pages) > self._most:
                self._pages.popitem(last=False)
        return kept


def kept(slug: str, kind: str, make, vary: str = "", also: object = "") -> Response:
    """The page from memory, if it was made of exactly what is true now; else made, and kept.

    also: what else it was made of. Only pages of an open survey are kept: what `make` gives as a
    Response goes out as it is.
    """
    pages, made_of = current_app.extensions["kept_survey_pages"], stamp(slug)
    made_of = made_of and f"{made_of} {also}"
    address = (slug, kind, i18n.language().tag)
    found = pages.find(address, made_of)
    if found is None:
        page = make()
        if isinstance(page, WerkzeugResponse):
            return page
        found = pages.keep(address, made_of, page)
    return sent(found, vary)


def cacheable(page: str, vary: str = "") -> Response:
    """A page that is the same for everybody, but is not kept here."""
    return sent(prepared(page), vary)


def prepared(page: str, stamp: str = "") -> Kept:
    content = page.encode()
    packed = gzip.compress(content, SMALLEST, mtime=0)
    return Kept(stamp, content, packed, hashlib.sha256(content).hexdigest()[:20])


def sent(found: Kept, vary: str) -> Response:
    """With a validator: a browser that has this very page is told so, and gets nothing more."""
    packs = "gzip" in request.accept_encodings
    response = Response(found.packed if packs else found.page)
    response.headers["Cache-Control"] = A_MINUTE
    response.set_etag(f"{found.digest}-gz" if packs else found.digest)
    response.vary.add("Accept-Encoding")
    if vary:
        response.vary.add(vary)
    if packs:
        response.headers["Content-Encoding"] = "gzip"
    return response.make_conditional(request)


def pack(response: Response) -> Response:
    """A page made for one person, packed if she takes it packed and it is worth it."""
    content = response.get_data() if not response.direct_passthrough else b""
    is_plain = response.mimetype == "text/html" and "Content-Encoding" not in response.headers
    if len(content) < WORTH_PACKING or not is_plain or "gzip" not in request.accept_encodings:
        return response
    response.set_data(gzip.compress(content, FASTEST, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    return response
