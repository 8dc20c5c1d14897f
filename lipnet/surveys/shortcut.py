"""The beaten path, in front of Flask: the notice, a page that holds, the review, the receipt.

Most people open a survey, answer and send, and nothing is wrong on the way. What they get is in
memory already, but for what is theirs (from_memory.py). A request with anything else in it, or for
anything that has yet to be made, goes on to Flask, with nothing done. Both give the same bytes.
"""

import logging
from collections.abc import Callable
from typing import NamedTuple

from flask import Flask

from lipnet.core import i18n
from lipnet.core.db import lent
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.simple import Application, Environ, Form, read, send
from lipnet.surveys import carrying
from lipnet.surveys.asked import asked, look, spoken_in, stamp
from lipnet.surveys.from_memory import Filled, Memory, filled
from lipnet.surveys.keeping import KeptPages, whole_address
from lipnet.surveys.places import joined
from lipnet.surveys.whole import part_of_day, whole_kind

BEGINNING = "/s/"
NO_STORE = ("Cache-Control", "no-store")
VARY = ("Vary", "Accept-Encoding")
PACKED = ("Content-Encoding", "gzip")

log = logging.getLogger("lipnet")


class Page(NamedTuple):
    content: bytes
    headers: list[tuple[str, str]]


class Shortcut:
    """In front of `onward`, which gets whatever is not answered here."""

    def __init__(self, onward: Application, app: Flask):
        self.onward, self._config = onward, app.config
        self._pages: KeptPages = app.extensions["kept_survey_pages"]
        self._key = app.config["KEYS"].derive("carry")

    def __call__(self, environ: Environ, start_response: Callable):
        is_near = environ["PATH_INFO"].startswith(BEGINNING)
        page = self._page_or_none(environ) if is_near else None
        if page is None:
            return self.onward(environ, start_response)
        return send(start_response, page.content, page.headers)

    def _page_or_none(self, environ: Environ) -> Page | None:
        """What goes wrong here goes wrong in Flask once more, which says so to the person."""
        try:
            return self._page(environ)
        except (NotFound, Refusal, carrying.Unreadable, carrying.Expired):
            return None
        except Exception as error:
            log.error("unexpected error", exc_info=error)
            if self._config.get("PROPAGATE_EXCEPTIONS"):
                raise
            return None

    def _page(self, environ: Environ) -> Page | None:
        simple = read(environ)
        place = simple.path.removeprefix(BEGINNING).split("/") if simple else []
        if simple is None or len(place) < 2:
            return None
        with lent(), i18n.speaking(spoken_in(place[1])):
            if simple.form is None:
                return self._whole_page(place, simple.packs)
            if simple.form is not None and place[2:] == ["answer"]:
                return self._answered(*place[:2], simple.form, simple.packs)
        return None

    def _whole_page(self, place: list[str], packs: bool) -> Page | None:
        """The notice, or the one document: the same for everybody."""
        slug, lang, *rest = place
        kind, also = (whole_kind(lang), part_of_day()) if rest == ["whole"] else (lang, "")
        if rest not in ([], ["whole"]):
            return None
        found = self._pages.find(whole_address(slug, kind), f"{stamp(slug)} {also}")
        if found is None:
            return None
        content = found.packed if packs else found.page
        return Page(content, [VARY, *found.headers(packed=packs)])

    def _answered(self, slug: str, lang: str, form: Form, packs: bool) -> Page | None:
        found = asked(slug, seen=(seen := look(slug)))
        if not found.is_in(lang) or not found.survey.is_open or found.is_by_invitation:
            return None
        page = filled(Memory(self._pages, self._key, found, lang, seen.newest), form)
        return _page_of(page, packs) if page else None


def _page_of(page: Filled, packs: bool) -> Page:
    headers = [VARY, NO_STORE, PACKED] if packs else [VARY, NO_STORE]
    return Page(joined(*page, packs=packs), headers)
