"""The small map of a record: it and all that hangs on it, in columns from what was asked to what
was done. Pure: `placed` takes stops and links and says where each card stands and each line runs.

A column is 100 wide, a card leaves `EDGE` of it free on either side; a card is two high.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lipnet.core.i18n import lazy
from lipnet.core.thread import Because, Ref
from lipnet.trail.walking import Stop, earlier_end, later_end

STAGES = (
    lazy("How we sit"),
    lazy("What we asked"),
    lazy("What we learned"),
    lazy("What we decided"),
    lazy("What we will do"),
    lazy("What we did"),
)
DONE = ("progress_note", "indicator_reading", "report_line")
MOST = 12
EDGE = 8
BEND = 22  # of the narrow form, how far a line swings out at most


@dataclass(frozen=True)
class Card:
    """One record, or several of one kind (`stops`), in one column; `way` is back, here, ahead."""

    stops: tuple[Stop, ...]
    way: str
    stage: int
    url: str | None
    column: int = 0
    row: int = 0
    place: int = 0

    @property
    def first(self) -> Stop:
        return self.stops[0]

    @property
    def is_gathered(self) -> bool:
        return len(self.stops) > 1

    @property
    def overtaken(self) -> int:
        """How many of them do not hold any more."""
        return sum(stop.over is not None for stop in self.stops)

    @property
    def sentences(self) -> list[Any]:
        return [] if self.is_gathered else [self.first.sentence] if self.first.sentence else []


@dataclass(frozen=True)
class Line:
    """From an earlier card to a later one: as drawn in columns, and as drawn beside a list.

    `hidden` if what lies between may not be seen by the reader.
    """

    wide: str
    narrow: str
    hidden: bool


@dataclass(frozen=True)
class Map:
    cards: list[Card]
    lines: list[Line]
    stages: list[Any]
    high: int

    @property
    def columns(self) -> int:
        return len(self.stages)


def stage_of(stop: Stop) -> int:
    """In which column a kind of record stands; the floors say it, but for what was done."""
    if stop.ref.kind in DONE:
        return 5
    return max(0, min(stop.floor, 8) - 3) if stop.floor < 8 else 5


def placed(
    here: Stop,
    behind: Sequence[Stop],
    ahead: Sequence[Stop],
    links: Iterable[Because],
    all_of: Callable[[str, str], str],
) -> Map:
    """The map; `all_of(way, kind)` is the address of the whole trail with only these."""
    cards = [
        *_cards(list(reversed(behind)), "back", all_of, len(behind) + len(ahead)),
        Card((here,), "here", stage_of(here), None),
        *_cards(list(ahead), "ahead", all_of, len(behind) + len(ahead)),
    ]
    links = list(links)
    used = sorted({card.stage for card in cards})
    cards = _in_columns(_in_order(cards, links), used)
    high = 2 * max(sum(card.column == number for card in cards) for number in range(len(used)))
    return Map(cards, _lines(cards, links, high), [STAGES[stage] for stage in used], high)


def _cards(stops: list[Stop], way: str, all_of, together: int) -> list[Card]:
    """Each its own card; where there are too many, those of one kind gather on one."""
    kinds: dict[str, list[Stop]] = {}
    for stop in stops:
        kinds.setdefault(stop.ref.kind, []).append(stop)
    if together <= MOST:
        return [Card((stop,), way, stage_of(stop), stop.url) for stop in stops]
    return [
        Card(
            tuple(alike),
            way,
            stage_of(alike[0]),
            all_of(way, name) if len(alike) > 1 else alike[0].url,
        )
        for name, alike in kinds.items()
    ]


def _in_order(cards: list[Card], links: list[Because]) -> list[Card]:
    """What others of them rest on comes before these; else as they came."""
    at = {stop.ref: number for number, card in enumerate(cards) for stop in card.stops}
    before: dict[int, set[int]] = {number: set() for number in range(len(cards))}
    for begin, end, _hidden in _between(at, links):
        if at[begin] != at[end]:
            before[at[end]].add(at[begin])
    ordered: list[int] = []
    while waiting := [number for number in before if number not in ordered]:
        free = (number for number in waiting if before[number] <= set(ordered))
        ordered.append(next(free, waiting[0]))
    return [cards[number] for number in ordered]


def _in_columns(cards: list[Card], used: list[int]) -> list[Card]:
    """Column by column, each in the middle of the height; `place` counts through all of them."""
    columns = [[card for card in cards if card.stage == stage] for stage in used]
    tallest = max(map(len, columns))
    standing = []
    for number, column in enumerate(columns):
        top = tallest - len(column)
        for at, card in enumerate(column):
            place = len(standing)
            standing.append(replace(card, column=number, row=top + 2 * at, place=place))
    return standing


def _lines(cards: list[Card], links: list[Because], high: int) -> list[Line]:
    """A line that others lead along as well is left out: the finding, its motion and the decision
    are one way, not three."""
    card_of = {stop.ref: card for card in cards for stop in card.stops}
    joined: dict[tuple[int, int], bool] = {}
    for begin, end, hidden in _between(card_of, links):
        first, last = sorted((card_of[begin].place, card_of[end].place))
        if first != last:
            joined[first, last] = joined.get((first, last), True) and hidden
    return [
        Line(
            _wide(cards[first], cards[last], cards, high),
            _narrow(cards[first], cards[last]),
            hidden,
        )
        for (first, last), hidden in joined.items()
        if not _leads_round(first, last, set(joined))
    ]


def _leads_round(first: int, last: int, joined: set[tuple[int, int]]) -> bool:
    edge = [there for here, there in joined if here == first and there != last]
    met: set[int] = set()
    while edge:
        step = edge.pop()
        if step == last:
            return True
        met.add(step)
        edge += [there for here, there in joined if here == step and there not in met]
    return False


def _between(shown: dict[Ref, Any], links: list[Because]) -> Iterable[tuple[Ref, Ref, bool]]:
    """(earlier, later, whether over something hidden) of what the reader sees; a line over what
    she may not see only says that there is one."""
    below: dict[Ref, list[Ref]] = {}
    for link in links:
        below.setdefault(later_end(link), []).append(earlier_end(link))
    for ref in shown:
        met: set[Ref] = set()
        edge = [(step, False) for step in below.get(ref, [])]
        while edge:
            step, hidden = edge.pop(0)
            if step in met:
                continue
            met.add(step)
            if step in shown:
                yield step, ref, hidden
            else:
                edge += [(each, True) for each in below.get(step, [])]


def _wide(first: Card, last: Card, cards: list[Card], high: int) -> str:
    top, bottom = first.row + 1, last.row + 1
    begin, end = first.column * 100 + 100 - EDGE, last.column * 100 + EDGE
    if first.column == last.column:
        return _within(first, last)
    run = _free_run(first, last, cards, high)
    if last.column - first.column == 1 or run in (top, bottom):
        bend = begin if run == bottom or last.column - first.column == 1 else end - 2 * EDGE
        straight = f"M {begin} {top} L {bend} {top}"
        return f"{straight} {_curve(bend, top, bend + 2 * EDGE, bottom)} L {end} {bottom}"
    return (
        f"M {begin} {top} {_curve(begin, top, begin + 2 * EDGE, run)} "
        f"L {end - 2 * EDGE} {run} {_curve(end - 2 * EDGE, run, end, bottom)}"
    )


def _curve(begin: int, top: float, end: int, bottom: float) -> str:
    middle = (begin + end) // 2
    return f"C {middle} {top} {middle} {bottom} {end} {bottom}"


def _within(first: Card, last: Card) -> str:
    """Neighbours are joined straight; over others the line swings out at the end side."""
    top, bottom = first.row + 1, last.row + 1
    if abs(bottom - top) == 2:
        middle = first.column * 100 + 50
        return f"M {middle} {top} L {middle} {bottom}"
    side = first.column * 100 + 100 - EDGE
    out = side + EDGE
    return f"M {side} {top} C {out} {top} {out} {bottom} {side} {bottom}"


def _free_run(first: Card, last: Card, cards: list[Card], high: int) -> float:
    """At which height a line passes the columns between without going behind a card."""
    between = range(first.column + 1, last.column)
    taken = [card.row + 1 for card in cards if card.column in between]
    top, bottom = first.row + 1, last.row + 1
    wanted = (top + bottom) / 2
    others = sorted(range(high + 1), key=lambda height: abs(height - wanted))
    free = (run for run in (bottom, top, *others) if all(abs(run - at) >= 1 for at in taken))
    return next(free, bottom)


def _narrow(first: Card, last: Card) -> str:
    """Beside the list: an arc, the wider the more it spans."""
    top, bottom = 2 * first.place + 1, 2 * last.place + 1
    out = max(BEND - 6 * (last.place - first.place), -6)
    return f"M 24 {top} C {out} {top} {out} {bottom} 24 {bottom}"
