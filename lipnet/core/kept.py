"""Whole pages that are the same for everybody: kept in memory, packed once, sent with a validator.

Only pages without a cookie are packed so. A page for somebody signed in could be guessed by the
length of what is packed (BREACH), if it repeats what a stranger sent.
"""

import gzip
import hashlib
import time
from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from flask import Response, request

from lipnet.core import events
from lipnet.core.db import db

A_MINUTE = "public, max-age=60"
A_MOMENT = 1.0  # seconds
SMALLEST = 9


class Kept(NamedTuple):
    page: bytes
    packed: bytes
    digest: str

    def headers(self, *, packed: bool) -> list[tuple[str, str]]:
        packing = [("Content-Encoding", "gzip")] if packed else []
        etag = f'"{self.digest}-gz"' if packed else f'"{self.digest}"'
        return [("Cache-Control", A_MINUTE), ("ETag", etag), *packing]


class Shelf:
    """Each page carries the stamp of what it was made from; another stamp makes it anew. At most
    `most` pages, the oldest go first."""

    def __init__(self, most: int = 1_000):
        self._most = most
        self._pages: OrderedDict[Hashable, tuple[str, Any]] = OrderedDict()
        self._lock = Lock()

    def find(self, address: Hashable, stamp: str) -> Any:
        made_of, page = self._pages.get(address, ("", None))
        return page if made_of == stamp else None

    def keep(self, address: Hashable, stamp: str, page: Any) -> Any:
        with self._lock:
            self._pages[address] = (stamp, page)
            self._pages.move_to_end(address)
            while len(self._pages) > self._most:
                self._pages.popitem(last=False)
        return page

    def all(self) -> list[Any]:
        return [page for _, page in self._pages.values()]


def prepared(page: str) -> Kept:
    content = page.encode()
    packed = gzip.compress(content, SMALLEST, mtime=0)
    return Kept(content, packed, hashlib.sha256(content).hexdigest()[:20])


def sent(found: Kept, vary: str = "") -> Response:
    """With a validator: a browser that has this very page is told so, and gets nothing more."""
    packs = "gzip" in request.accept_encodings
    content = found.packed if packs else found.page
    response = Response(content, headers=found.headers(packed=packs))
    response.headers["Vary"] = f"Accept-Encoding, {vary}" if vary else "Accept-Encoding"
    return response.make_conditional(request) if request.if_none_match else response


class _Seen(NamedTuple):
    newest: int
    commits: int
    at: float

    @property
    def still_holds(self) -> bool:
        return self.commits == events.commits() and time.monotonic() - self.at < A_MOMENT


# One look per open database: numbers say nothing across two of them.
_looks: WeakKeyDictionary[Any, _Seen] = WeakKeyDictionary()


def newest_event() -> int:
    """The number of the latest event, as seen less than a second ago, unless an operation of this
    process has changed something since: what another process changes is seen a second later."""
    if db.in_transaction():
        return events.newest()
    seen = _looks.get(db.obj)
    if seen is None or not seen.still_holds:
        commits, at = events.commits(), time.monotonic()
        seen = _looks[db.obj] = _Seen(events.newest(), commits, at)
    return seen.newest
