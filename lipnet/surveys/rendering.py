"""How a questionnaire looks on a page: its words, its fields, and whole pages kept in memory."""

import re
from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from markupsafe import Markup, escape

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.text import inline
from lipnet.questionnaire import Group
from lipnet.questionnaire.answering import Said, Shown

MOST_RADIOS = 12
PLACE = re.compile("\ue000(\\d+)\ue001")
UNPLACED = {0xE000: "", 0xE001: ""}
ONE_LINE = {"integer": "numeric", "decimal": "decimal"}


def words(said: Said) -> Markup:
    """A text of the questionnaire with the answers in it, in its own language and direction.

    The author's words may hold inline markup; an answer put among them never does.
    """
    source = "".join(
        f"\ue000{place}\ue001" if piece.is_answer else piece.text.translate(UNPLACED)
        for place, piece in enumerate(said.pieces)
    )
    html = PLACE.sub(lambda found: _answer(said.pieces[int(found[1])].text), str(inline(source)))
    return marked(Markup(html), said.language)  # noqa: S704 - inline() and escape() made it


def _answer(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>"


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


@dataclass(frozen=True)
class Field:
    """A question as a template needs it. `typed` is what the control shows, as texts."""

    shown: Shown
    typed: tuple[str, ...]
    error: Markup
    headings: tuple[Group, ...] = ()

    @property
    def name(self) -> str:
        return f"q-{self.shown.question.name}"

    @property
    def id(self) -> str:
        return self.name

    @property
    def control(self) -> str:
        """note, computed, radios, select, checkboxes, lines, date or line."""
        question = self.shown.question
        if question.type == "note" or question.is_computed:
            return "note" if question.type == "note" else "computed"
        if question.type == "select_one":
            return "select" if len(self.shown.choices) > MOST_RADIOS else "radios"
        if question.type == "select_multiple":
            return "checkboxes"
        if question.type == "date":
            return "date"
        return "lines" if self._wants_lines else "line"

    @property
    def _wants_lines(self) -> bool:
        is_text = self.shown.question.type == "text"
        return is_text and (
            "multiline" in self.shown.question.appearance or any("\n" in t for t in self.typed)
        )

    @property
    def inputmode(self) -> str:
        return ONE_LINE.get(self.shown.question.type, "")

    @property
    def first_control(self) -> str:
        """The id an error links to."""
        several = self.control in ("radios", "checkboxes") and self.shown.choices
        return f"{self.id}-0" if several else self.id

    @property
    def described_by(self) -> str:
        parts = [f"{self.id}-error"] if self.error else []
        return " ".join([f"{self.id}-hint", *parts] if self.shown.hint else parts)

    @property
    def spoken(self) -> list[Markup]:
        """The answer in words, for the review: one entry per choice."""
        if self.shown.choices:
            return [words(c.label) for c in self.shown.choices if c.code in self.typed]
        bare = self.shown.question.type in (*ONE_LINE, "date")
        direction = Markup(' dir="ltr"') if bare else ""
        return [Markup("<bdi{}>{}</bdi>").format(direction, text) for text in self.typed if text]


def fields_of(
    shown: Iterable[Shown],
    typed: Mapping[str, list[str]],
    errors: Mapping[str, Markup],
    above: tuple[Group, ...] = (),
) -> list[Field]:
    """The fields of a page; a group's heading stands on the first of its fields."""
    fields, standing = [], above
    for each in shown:
        fresh = tuple(group for group in each.groups if group not in standing and group.label)
        standing = each.groups
        name = each.question.name
        fields.append(
            Field(each, tuple(typed.get(name, as_typed(each.answer))), errors.get(name, ""), fresh)
        )
    return fields


def as_typed(answer: Any) -> list[str]:
    if answer is None:
        return []
    return [str(each) for each in answer] if isinstance(answer, list) else [str(answer)]


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
