"""Whole pages of open surveys, kept in memory (core/kept.py), and those packed for one person."""

import gzip
from collections.abc import Hashable
from typing import Any

from flask import Response, current_app, request
from werkzeug.wrappers import Response as WerkzeugResponse

from lipnet.core import i18n
from lipnet.core.kept import Shelf, prepared, sent
from lipnet.surveys.asked import Asked, stamp
from lipnet.surveys.places import Pieces, cut

FASTEST = 1
WORTH_PACKING = 1_000  # bytes


class KeptPages(Shelf):
    """A new version, an opening, another title is another stamp."""

    def find_of(self, found: Asked, kind: str, also: object = "") -> Any:
        """What was kept by `kept_thing` of this survey; None if it has to be made (anew)."""
        return self.find(address_of(found, kind), made_of(found, also))


def kept(slug: str, kind: str, make, vary: str = "", also: object = "") -> Response:
    """The page from memory, if it was made of exactly what is true now; else made, and kept.

    also: what else it was made of. Only pages of an open survey are kept: what `make` gives as a
    Response goes out as it is.
    """
    pages, address, now = kept_pages(), whole_address(slug, kind), stamp(slug)
    now = now and f"{now} {also}"
    found = pages.find(address, now)
    if found is None:
        page = make()
        if isinstance(page, WerkzeugResponse):
            return page
        found = pages.keep(address, now, prepared(page))
    return sent(found, vary)


def whole_address(slug: str, kind: str) -> Hashable:
    return slug, kind, i18n.language().tag


def kept_pieces(found: Asked, kind: str, draw, also: object = "") -> Pieces:
    """A page with places (places.py) from memory, as `kept`; `draw` must know of no person."""
    return kept_thing(found, kind, lambda: cut(draw()), also)


def kept_thing(found: Asked, kind: str, make, also: object = "") -> Any:
    """What is made of a survey in the language being spoken, and is the same for everybody."""
    pages, address, now = kept_pages(), address_of(found, kind), made_of(found, also)
    thing = pages.find(address, now)
    return pages.keep(address, now, make()) if thing is None else thing


def address_of(found: Asked, kind: str) -> Hashable:
    return found.survey.slug, found.version.id, kind, i18n.language().tag


def made_of(found: Asked, also: object = "") -> str:
    return f"{found.stamp} {also}"


def kept_pages() -> KeptPages:
    return current_app.extensions["kept_survey_pages"]


def cacheable(page: str, vary: str = "") -> Response:
    """A page that is the same for everybody, but is not kept here."""
    return sent(prepared(page), vary)


def pack(response: Response) -> Response:
    """A page made for one person, packed if she takes it packed and it is worth it."""
    is_plain = response.mimetype == "text/html" and "Content-Encoding" not in response.headers
    if not is_plain or response.direct_passthrough or "gzip" not in request.accept_encodings:
        return response
    content = response.get_data()
    if len(content) < WORTH_PACKING:
        return response
    response.set_data(gzip.compress(content, FASTEST, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    return response
