"""Whole pages of open surveys, kept in memory and sent with a validator."""

import hashlib

from flask import Response, current_app, request
from werkzeug.wrappers import Response as WerkzeugResponse

from lipnet.core import i18n
from lipnet.surveys.asked import stamp

A_MINUTE = "public, max-age=60"


def kept(slug: str, kind: str, make, vary: str = "", also: object = "") -> Response:
    """The page from memory, if it was made of exactly what is true now; else made, and kept.

    also: what else it was made of. Only pages of an open survey are kept: what `make` gives as a
    Response goes out as it is.
    """
    pages, made_of = current_app.extensions["kept_survey_pages"], stamp(slug)
    made_of = made_of and f"{made_of} {also}"
    address = (slug, kind, i18n.language().tag)
    page = pages.find(address, made_of)
    if page is None:
        page = make()
        if isinstance(page, WerkzeugResponse):
            return page
        pages.keep(address, made_of, page)
    return cacheable(page, vary)


def cacheable(page: str, vary: str = "") -> Response:
    """With a validator: a browser that has this very page is told so, and gets nothing more."""
    response = Response(page)
    response.headers["Cache-Control"] = A_MINUTE
    response.set_etag(hashlib.sha256(page.encode()).hexdigest()[:20])
    if vary:
        response.vary.add(vary)
    return response.make_conditional(request)
