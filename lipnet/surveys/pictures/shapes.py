"""What a picture is made of, before anybody draws it: fractions of a plot, words and numbers.

A page draws it with percentages (components/pictures.html), a file with coordinates (as_svg.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from lipnet.questionnaire import Texts

HIDDEN = "hidden"
HIDDEN_WIDTH = 0.12  # of the plot, whatever is behind it

Words = Texts | str


@dataclass(frozen=True)
class Counted:
    """People and their share (0 to 1); both None where the count is hidden."""

    count: int | None
    share: float | None

    @property
    def hidden(self) -> bool:
        return self.count is None


Cell = Words | Counted | Decimal | int | None


@dataclass(frozen=True)
class Part:
    """A piece of a line. start and width are fractions of the plot, from the reading start.

    tone: fill, open, hidden, low-1 to low-3, mid, high-1 to high-3, place-1 to place-4.
    """

    start: float
    width: float
    tone: str
    text: str = ""

    @property
    def hidden(self) -> bool:
        return self.tone == HIDDEN

    def x(self, direction: str = "ltr") -> float:
        """Where it begins from the left, as a fraction."""
        return 1 - self.start - self.width if direction == "rtl" else self.start


@dataclass(frozen=True)
class Line:
    """Pieces with a label before them and a few words after them.

    under: a quiet line below the label. heading opens a group of lines. broken: why this line
    cannot be compared with the one before.
    """

    label: Words
    parts: tuple[Part, ...]
    said: str = ""
    heading: Words = ""
    broken: str = ""
    under: str = ""


@dataclass(frozen=True)
class Column:
    """A column over a stretch of time; height is a fraction of the highest."""

    start: float
    width: float
    height: float
    hidden: bool = False

    def x(self, direction: str = "ltr") -> float:
        return 1 - self.start - self.width if direction == "rtl" else self.start


@dataclass(frozen=True)
class Key:
    """What a tone stands for."""

    tone: str
    label: Words
    mark: str = ""  # what stands in the pieces of this tone, where it is the same for all


@dataclass(frozen=True)
class Numbers:
    """The table beside a picture; breaks: number of a column -> why it is no continuation."""

    headings: tuple[Words, ...]
    rows: tuple[tuple[Cell, ...], ...]
    breaks: Mapping[int, str] = field(default_factory=dict)
    tinted: bool = False


@dataclass(frozen=True)
class Picture:
    """Everything a page or a file needs. kind: bars, histogram, lines or columns.

    centre: where the middle of a scale stands, as a fraction from the reading start. ends: what
    stands under the first and the last column.
    """

    kind: str
    name: str
    caption: Words
    lines: tuple[Line, ...]
    numbers: Numbers
    note: str = ""
    keys: tuple[Key, ...] = ()
    centre: float | None = None
    columns: tuple[Column, ...] = ()
    ends: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.lines and not self.columns
