"""The transfers of a count as a picture: stages across, candidates down.

Each candidate has a lane, as high at each stage as she has votes. Where the votes of one candidate
pass on, they flow from her lane into those of others, as broad as they are many; what names nobody
left flows into a lane of its own. Where many gain and lose at once (Meek's method), the lanes only
grow and shrink. A line is the quota. Everything is measured in thousandths of the width from the
reading start, and mirrored at the end; heights are pixels.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.counting import ONE, Outcome

WIDE = 1000
HEAD, NAME, LANE, FOOT = 26, 28, 44, 22  # stages; in each row: its name, its lane, its marks
MOST_NUMBERS = 12  # of stages, so that they do not touch on a phone
ELECTED, OUT = "\u2713", "\u00d7"
GONE = 0  # the number of the lane for votes that name nobody left
Votes = Mapping[int, int]


@dataclass(frozen=True)
class Text:
    """Words at `x` percent of the width."""

    says: str
    x: float
    y: float


@dataclass(frozen=True)
class Shape:
    """tone: lane | elected | gone | flow | quota; path: what is drawn."""

    tone: str
    path: str


@dataclass(frozen=True)
class Picture:
    """height in pixels; the width is the page's."""

    height: int
    names: list[Text]
    numbers: list[Text]
    marks: list[Text]
    shapes: list[Shape]
    has_quota: bool


def drawn(outcome: Outcome, names: Mapping[int, str]) -> Picture:
    """names: by number of the candidate; whoever does not stand has no lane."""
    return _Drawing(outcome, names).picture()


class _Drawing:
    def __init__(self, outcome: Outcome, names: Mapping[int, str]):
        self.outcome = outcome
        self.mirrored = i18n.language().direction == "rtl"
        self.stages = [{**stage.votes, GONE: stage.exhausted + stage.lost}
                       for stage in outcome.stages]  # fmt: skip
        self.names = {n: names[n] for n in outcome.stages[0].votes}
        if self.stages[-1][GONE]:
            self.names[GONE] = _("Votes that name nobody left")
        self.rows = {number: row for row, number in enumerate(self.names)}
        # Meek's quota falls while votes are counted: no one line would be true.
        self.quota = outcome.quota * ONE if outcome.rule == "scottish" else 0
        most = max(self.quota, *(votes for stage in self.stages for votes in stage.values()))
        self.scale = LANE / (most or 1)
        self.slot = WIDE / (len(self.stages) - 0.5)

    def picture(self) -> Picture:
        return Picture(
            height=HEAD + len(self.rows) * (NAME + LANE + FOOT),
            names=[
                Text(name, 100 if self.mirrored else 0, self._base(number) - LANE - 8)
                for number, name in self.names.items()
            ],
            numbers=list(self._numbers()),
            marks=list(self._marks()),
            shapes=[*self._flows(), *self._lanes(), *self._quota_lines()],
            has_quota=bool(self.quota),
        )

    def _numbers(self) -> Iterator[Text]:
        every = -(-len(self.stages) // MOST_NUMBERS)
        for at in range(0, len(self.stages), every):
            yield Text(i18n.format_number(at + 1), self._middle(at), 16)

    def _marks(self) -> Iterator[Text]:
        for at, stage in enumerate(self.outcome.stages):
            for numbers, mark in ((stage.elected, ELECTED), (stage.excluded, OUT)):
                for number in numbers:
                    yield Text(mark, self._middle(at), self._base(number) + 16)

    def _lanes(self) -> Iterator[Shape]:
        for number in self.rows:
            if lane := self._lane(number, 0):
                yield Shape("lane" if number else "gone", lane)
        for at, stage in enumerate(self.outcome.stages):
            for number in stage.elected:
                if lane := self._lane(number, at):
                    yield Shape("elected", lane)

    def _lane(self, number: int, since: int) -> str:
        """The outline of a lane from stage `since` on, as long as there are votes in it: up, along
        its top, and down again."""
        base, points = self._base(number), []
        filled = [at for at, stage in enumerate(self.stages) if stage[number] and at >= since]
        for at in filled:
            if at > filled[0] and self._giver(at):
                kept = base - min(self._high(at - 1, number), self._high(at, number))
                points += [(self._end(at - 1), kept), (self._begin(at), kept)]
            top = base - self._high(at, number)
            points += [(self._begin(at), top), (self._end(at), top)]
        if not points:
            return ""
        return self._closed([(points[0][0], base), *points, (points[-1][0], base)])

    def _flows(self) -> Iterator[Shape]:
        for at, (before, after) in enumerate(pairwise(self.stages), 1):
            giver = self._giver(at)
            if giver is None:
                continue
            leaves = self._base(giver) - before[giver] * self.scale
            for number in self.rows:
                if (gained := after[number] - before[number]) > 0:
                    comes = self._base(number) - after[number] * self.scale
                    yield Shape("flow", self._flow(at, leaves, comes, gained * self.scale))
                    leaves += gained * self.scale

    def _flow(self, at: int, leaves: float, comes: float, broad: float) -> str:
        """From the height where it leaves at the stage before to that where it comes."""
        one, other = self._x(self._end(at - 1)), self._x(self._begin(at))
        middle = round((one + other) / 2, 1)
        there, back = (leaves, comes), (comes + broad, leaves + broad)
        return (
            f"M{one} {there[0]:.1f}C{middle} {there[0]:.1f} {middle} {there[1]:.1f} {other} "
            f"{there[1]:.1f}V{back[0]:.1f}C{middle} {back[0]:.1f} {middle} {back[1]:.1f} {one} "
            f"{back[1]:.1f}Z"
        )

    def _quota_lines(self) -> Iterator[Shape]:
        if not self.quota:
            return
        for number in self.rows:
            if number != GONE:
                height = self._base(number) - self.quota * self.scale
                yield Shape("quota", f"M0 {height:.1f}H{WIDE}")

    def _giver(self, at: int) -> int | None:
        """Whose votes passed on at this stage, if it was one candidate alone."""
        before, after = self.stages[at - 1], self.stages[at]
        fewer = [number for number in self.names if after[number] < before[number]]
        return fewer[0] if len(fewer) == 1 else None

    def _high(self, at: int, number: int) -> float:
        return self.stages[at][number] * self.scale

    def _base(self, number: int) -> float:
        return HEAD + self.rows[number] * (NAME + LANE + FOOT) + NAME + LANE

    def _begin(self, at: int) -> float:
        return at * self.slot

    def _end(self, at: int) -> float:
        return self._begin(at) + self.slot / 2

    def _middle(self, at: int) -> float:
        return round(self._x(self._begin(at) + self.slot / 4) / 10, 2)

    def _x(self, place: float) -> float:
        return round(WIDE - place if self.mirrored else place, 1)

    def _closed(self, points: list[tuple[float, float]]) -> str:
        return "M" + "L".join(f"{self._x(x)} {y:.1f}" for x, y in points) + "Z"
