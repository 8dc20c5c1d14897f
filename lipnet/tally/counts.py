"""How often each mark was made. Exact: nothing here may be shown to readers before the guard."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from lipnet.tally.marks import Mark
from lipnet.tally.shape import ABOUT_THE_RESPONSE, COMPLETION, COMPLETIONS, Shape


@dataclass(frozen=True)
class Counted:
    """One question. blank: seen and left; declined (why -> how many) are among the blank.

    values: code, number, month, hour or "code#place" -> how many.
    """

    answered: int
    blank: int
    declined: dict[str, int]
    values: dict[str, int]


@dataclass(frozen=True, eq=False)
class Tally(Mapping[str, Counted]):
    """The counts of one shape; also of "@language", "@mode", "@day" and "@completion"."""

    shape: Shape
    marks: Counter[Mark] = field(default_factory=Counter)

    @property
    def responses(self) -> int:
        return self.marks["responses", "", ""]

    def __getitem__(self, name: str) -> Counted:
        if name not in ABOUT_THE_RESPONSE and name not in self.shape:
            raise KeyError(name)
        answered = self.responses if name in ABOUT_THE_RESPONSE else self.answered(name)
        return Counted(answered, self.blank(name), self.declined(name), self.values_of(name))

    def __iter__(self) -> Iterator[str]:
        yield from ABOUT_THE_RESPONSE
        yield from (question.name for question in self.shape.questions)

    def __len__(self) -> int:
        return len(ABOUT_THE_RESPONSE) + len(self.shape.questions)

    def answered(self, question: str) -> int:
        return self.marks["answered", question, ""]

    def blank(self, question: str) -> int:
        """How many saw the question and left it; the rest of the responses were never asked."""
        return self.marks["blank", question, ""]

    def declined(self, question: str) -> dict[str, int]:
        """Why -> how many said that they do not know, or prefer not to say."""
        return self._under("declined", question)

    def values_of(self, name: str) -> dict[str, int]:
        """What was said -> how many; options nobody chose are there with 0."""
        known = self.shape.question(name).values if name in self.shape else ()
        if name == COMPLETION:
            known = COMPLETIONS
        return dict.fromkeys(known, 0) | self._under("value", name)

    def total(self, question: str) -> Decimal:
        """The exact sum of a number over everybody counted here, in its own unit."""
        digits = self._by_question.get(("digit", question), {})
        minus = self._by_question.get(("minus", question), {})
        total = sum(count << int(digit) for digit, count in digits.items())
        total -= sum(count << int(digit) for digit, count in minus.items())
        return Decimal(total).scaleb(-self.shape.question(question).places)

    def mean(self, question: str) -> Decimal | None:
        answered = self.answered(question)
        return self.total(question) / answered if answered else None

    def _under(self, what: str, question: str) -> dict[str, int]:
        found = self._by_question.get((what, question), {})
        return dict(sorted(found.items()))

    @cached_property
    def _by_question(self) -> dict[tuple[str, str], dict[str, int]]:
        found: dict[tuple[str, str], dict[str, int]] = {}
        for (what, question, value), count in self.marks.items():
            if count:
                found.setdefault((what, question), {})[value] = count
        return found


@dataclass(frozen=True)
class Crossed:
    """Two questions at once: cells[i][j] chose down[i] and across[j]; n: answered both.

    of_each: how many who chose across[j] answered the other question at all.
    """

    down: tuple[str, ...]
    across: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    n: int
    of_each: tuple[int, ...] = ()
