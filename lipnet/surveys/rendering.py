"""How a questionnaire looks on a page: its words, and whole pages kept in memory."""

import re
from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

from markupsafe import Markup, escape

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.text import inline
from lipnet.questionnaire.answering import Said

PLACE = re.compile("\ue000(\\d+)\ue001")
UNPLACED = {0xE000: "", 0xE001: ""}


def words(said: Said) -> Markup:
    """A text of the questionnaire with the answers in it, in its own language and direction.

    The author's words may hold inline markup; an answer put among them never does.
    """
    source = "".join(
        f"\ue000{place}\ue001" if piece.is_answer else piece.text.translate(UNPLACED)
        for place, piece in enumerate(said.pieces)
    )
    fill = _place if said.is_open else _answer
    html = PLACE.sub(lambda found: fill(said.pieces[int(found[1])].text), str(inline(source)))
    return marked(Markup(html), said.language)  # noqa: S704 - inline() and escape() made it


def _answer(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>"


def _place(name: str) -> str:
    return f'<bdi data-answer="{escape(name)}"></bdi>'


def marked(html: Markup, tag: str) -> Markup:
    """`html` with its language and direction, unless it speaks the page's language."""
    if not html or tag == i18n.language().tag:
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


class KeptPages:
    """Whole pages in memory. Each carries the stamp of what it was made from; another stamp (a new
    version, an opening, another title) makes it anew. At most `most` pages, the oldest go first."""

    def __init__(self, most: int = 500):
        self._most = most
        self._pages: OrderedDict[Hashable, tuple[str, str]] = OrderedDict()
        self._lock = Lock()

    def find(self, address: Hashable, stamp: str) -> str | None:
        kept = self._pages.get(address)
        return kept[1] if kept is not None and kept[0] == stamp else None

    def keep(self, address: Hashable, stamp: str, page: str) -> None:
        with self._lock:
            self._pages[address] = (stamp, page)
            self._pages.move_to_end(address)
            while len(self._pages) > self._most:
                self._pages.popitem(last=False)
