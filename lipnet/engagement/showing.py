"""What a page of the log shows: counts with names, small ones hidden; sums; the list, filtered."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from lipnet.core import clock
from lipnet.engagement.access import sees_every_count
from lipnet.engagement.figures import reached_in
from lipnet.engagement.models import SIDE_NAMES, SIDES, Engagement, names_of
from lipnet.engagement.telling import counts_of, told_counts, told_people
from lipnet.surveys.operations import threshold


class Row(NamedTuple):
    """One count as a bar: hidden ones carry no number."""

    label: str
    count: int
    share: float
    hidden: bool


class Side(NamedTuple):
    label: Any
    rows: list[Row]


@dataclass(frozen=True)
class Asked:
    """What the list is narrowed to; "" and None mean all."""

    year: int
    kind: str = ""
    body: int | None = None
    population: str = ""

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or self.body or self.population)


@dataclass(frozen=True)
class Line:
    """An engagement in the list, and how many came (None: not counted, or too few to be told)."""

    engagement: Engagement
    people: int | None
    is_few: bool


def smallest_for(person) -> int:
    """From how many people on a count is shown to `person`."""
    return 1 if sees_every_count(person) else threshold()


def listed(asked: Asked, person) -> list[Line]:
    """The engagements of the year that were asked for, the latest first."""
    smallest, rows = smallest_for(person), Engagement.of_year(asked.year)
    reached = reached_in(rows) if asked.population else {}
    return [
        _line(one, smallest)
        for one in rows
        if asked.kind in ("", one.kind)
        and asked.body in (None, one.body_id)
        and (not asked.population or asked.population in reached[one.id]["population"])
    ]


def years_with_engagements() -> list[int]:
    """This year and every year with an entry, the latest first."""
    days = Engagement.select(Engagement.from_on).distinct().tuples()
    years = {clock.fiscal_year(day) for (day,) in days}
    return sorted(years | {clock.fiscal_year(clock.today())}, reverse=True)


def people_line(engagement: Engagement, person) -> Line:
    return _line(engagement, smallest_for(person))


def reached_by_side(engagement: Engagement, person) -> list[Side]:
    """Every side of which something was counted, as bars."""
    smallest = smallest_for(person)
    counts = counts_of(engagement.reached)
    told = told_counts(engagement.people, counts, smallest)
    people = engagement.people or 0
    return [
        Side(SIDE_NAMES[side], _rows(counts[side], told[side], names_of(side), people))
        for side in SIDES
        if counts[side]
    ]


def _rows(counts: dict, told: dict, names: dict[str, str], people: int) -> list[Row]:
    known = sorted(counts, key=lambda key: (-told.get(key, 0), list(names).index(key)))
    return [
        Row(names[key], told[key], told[key] / people, False)
        if key in told
        else Row(names[key], 0, 0, True)
        for key in known
    ]


def _line(engagement: Engagement, smallest: int) -> Line:
    told = told_people(engagement, smallest)
    is_few = told is None and engagement.people is not None and smallest > 1
    return Line(engagement, engagement.people if smallest == 1 else told, is_few)
