"""What stands on the coder's desk: some answers, her codes, the keys that give them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import NamedTuple

from lipnet.similar import similar
from lipnet.surveys.open_answers.access import Read
from lipnet.surveys.open_answers.answers import Answer
from lipnet.surveys.open_answers.finals import Codes, codings_by
from lipnet.surveys.open_answers.models import AnswerTranslation, Code

A_PAGE = 20
MOST_SIMILAR = 20
MOST_EXAMPLES = 60
LEAST_ALIKE = 0.15
NONE_FITS = "-"
KEYS = (*"123456789", *ascii_lowercase)
SHOWN = ("todo", "coded", "all")


class Keyed(NamedTuple):
    """A code and the key that gives it."""

    code: Code
    key: str


@dataclass(frozen=True)
class Line:
    """One answer, its translations, and the coder's codes: None while she has said nothing."""

    answer: Answer
    translations: list[AnswerTranslation]
    codes: Codes | None

    @property
    def ticked(self) -> tuple[str, ...]:
        return (NONE_FITS,) if self.codes == () else (self.codes or ())


class Page(NamedTuple):
    """Some of many: `here` of `pages`."""

    shown: list
    here: int
    pages: int


class Desk(NamedTuple):
    lines: list[Line]
    keyed: list[Keyed]
    page: Page
    coded: int


def desk_of(read: Read, coder, show: str, words: str, here: int) -> Desk:
    """`words`: only answers that hold them, as everybody may read them."""
    mine = codings_by(read.book, coder)
    page = page_of([each for each in read.answers if _is_wanted(each, show, words, mine)], here)
    coded = sum(each.key in mine for each in read.answers)
    return Desk(lines_of(read, page.shown, mine), keyed(read), page, coded)


def page_of(every: Sequence, here: int) -> Page:
    pages = max(-(-len(every) // A_PAGE), 1)
    here = min(max(here, 1), pages)
    return Page(list(every[(here - 1) * A_PAGE : here * A_PAGE]), here, pages)


def lines_of(read: Read, answers: Iterable[Answer], codes: dict[str, Codes]) -> list[Line]:
    answers = list(answers)
    translated = translations_of(read, answers)
    return [Line(each, translated.get(each.key, []), codes.get(each.key)) for each in answers]


def keyed(read: Read) -> list[Keyed]:
    offered = read.book.offered if read.book else []
    return [Keyed(code, key) for code, key in zip(offered, KEYS, strict=False)]


def translations_of(read: Read, answers: Iterable[Answer]) -> dict[str, list[AnswerTranslation]]:
    """Response key -> its translations."""
    wanted = {each.key for each in answers}
    rows = AnswerTranslation.select().where(AnswerTranslation.question == read.question.name)
    found: dict[str, list[AnswerTranslation]] = {}
    for row in rows.order_by(AnswerTranslation.language):
        if row.response_id in wanted:
            found.setdefault(row.response_id, []).append(row)
    return found


def similar_to_code(read: Read, code: Code, coder) -> list[Answer]:
    """Answers without this code that are like those to which the coder gave it, likest first."""
    mine = codings_by(read.book, coder)
    having = [each for each in read.answers if code.key in mine.get(each.key, ())]
    others = [each for each in read.answers if code.key not in mine.get(each.key, ())]
    ready = similar([each.readable for each in others])
    alike: dict[int, float] = {}
    for example in having[:MOST_EXAMPLES]:
        found = ready.nearest(example.readable, least=LEAST_ALIKE, most=MOST_SIMILAR)
        for at, likeness in found:
            alike[at] = max(likeness, alike.get(at, 0))
    best = sorted(alike.items(), key=lambda each: (-each[1], each[0]))[:MOST_SIMILAR]
    return [others[at] for at, _likeness in best]


def _is_wanted(answer: Answer, show: str, words: str, mine: dict[str, Codes]) -> bool:
    if (show, answer.key in mine) in (("todo", True), ("coded", False)):
        return False
    return words.casefold() in answer.readable.casefold()
