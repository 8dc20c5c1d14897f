"""How the words of a questionnaire look on a page."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.markup import trusted
from lipnet.core.text import inline
from lipnet.questionnaire.answering import Said

PLACE = re.compile("\ue000(\\d+)\ue001")
UNPLACED = {0xE000: "", 0xE001: ""}


def words(said: Said) -> Markup:
    """A text of the questionnaire with the answers in it, in its own language and direction.

    The author's words may hold inline markup; an answer put among them never does.
    """
    if any(piece.is_answer for piece in said.pieces):
        return _worded(said, i18n.language().tag)
    return _same_for_all(said, i18n.language().tag)


def _worded(said: Said, page_language: str) -> Markup:
    source = "".join(
        f"\ue000{place}\ue001" if piece.is_answer else piece.text.translate(UNPLACED)
        for place, piece in enumerate(said.pieces)
    )
    fill = _place if said.is_open else _answer
    html = PLACE.sub(lambda found: fill(said.pieces[int(found[1])].text), str(inline(source)))
    safe = trusted(html)  # inline() and escape() made it
    return marked(safe, said.language, page_language)


# Only the author's words without an answer among them: what a person wrote is never kept.
_same_for_all = lru_cache(maxsize=4096)(_worded)


def _answer(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>"


def _place(name: str) -> str:
    return f'<bdi data-answer="{escape(name)}"></bdi>'


def marked(html: Markup, tag: str, page_language: str = "") -> Markup:
    """`html` with its language and direction, unless it speaks the page's language."""
    if not html or tag == (page_language or i18n.language().tag):
        return html
    known = languages.find(tag)
    if known is None:
        return Markup('<span dir="auto">{}</span>').format(html)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(known.tag, known.direction, html)


def tongue(said: Said) -> Markup:
    """The lang and dir attributes of an element that holds `said` as bare text."""
    known = languages.find(said.language)
    if known is None or known.tag == i18n.language().tag:
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(known.tag, known.direction)
