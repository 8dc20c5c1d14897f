"""Which questions of a page belong together: those of one grid, and of one instance of a repeat."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from lipnet.questionnaire import Group
from lipnet.surveys.fields import Field

IN_A_GRID = frozenset({"list-nolabel", "likert"})


@dataclass(frozen=True)
class Block:
    """One question; or several on one scale, which a wide screen shows as a grid."""

    fields: tuple[Field, ...]

    @property
    def is_grid(self) -> bool:
        return len(self.fields) > 1

    @property
    def headings(self) -> tuple[Group, ...]:
        return self.fields[0].headings


@dataclass(frozen=True)
class Part:
    """What of a page belongs to one instance of a repeat (from 0), or to none."""

    instance: int | None
    blocks: tuple[Block, ...]


def parts_of(fields: Iterable[Field]) -> list[Part]:
    """The fields by instance, those of one grid together."""
    return [
        Part(instance, tuple(blocks_of(mine)))
        for instance, mine in groupby(fields, lambda field: field.shown.instance)
    ]


def blocks_of(fields: Iterable[Field]) -> list[Block]:
    blocks: list[list[Field]] = []
    for field in fields:
        if blocks and goes_on(blocks[-1][-1], field):
            blocks[-1].append(field)
        else:
            blocks.append([field])
    return [Block(tuple(each)) for each in blocks]


def goes_on(before: Field, field: Field) -> bool:
    """Whether a question goes on with the grid of the one before it."""
    one, other = before.shown, field.shown
    same = one.question.list_name == other.question.list_name and not field.headings
    same = same and [c.code for c in one.choices] == [c.code for c in other.choices]
    return same and all(is_grid_row(each) for each in (before, field))


def is_grid_row(field: Field) -> bool:
    question = field.shown.question
    table = any("table-list" in group.appearance for group in field.shown.groups)
    wants = table or not IN_A_GRID.isdisjoint(question.appearance)
    plain_words = not question.declines and not question.media and not field.shows_choices
    return wants and field.control == "radios" and plain_words
