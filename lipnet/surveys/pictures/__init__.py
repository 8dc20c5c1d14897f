"""Pictures of results, drawn by ourselves, each with its numbers in a real table.

Every function takes tables as results.py makes them, guarded or exact: it draws what it is given.
"""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from lipnet.surveys.figures import RANGES
from lipnet.surveys.pictures import bars, scales
from lipnet.surveys.pictures.bars import Wave
from lipnet.surveys.pictures.days import timeline
from lipnet.surveys.pictures.page import drawn
from lipnet.surveys.pictures.shapes import Picture, Words
from lipnet.surveys.results import Table, table_from_json

__all__ = [
    "Picture",
    "Wave",
    "compared_picture",
    "cross_picture",
    "drawn",
    "matrix_picture",
    "of_table",
    "picture_of",
    "timeline_picture",
]


def picture_of(table: Table | Mapping, scale: Sequence[str] | None = None) -> Markup:
    """One question, or its frozen document; scale: the codes of its options, if in an order."""
    return drawn(of_table(table, scale))


def matrix_picture(
    tables: Sequence[Table], scale: Sequence[str] = (), caption: Words = "", name: str = ""
) -> Markup:
    """Questions of one group that share an ordered list."""
    return drawn(scales.matrix(tables, scale, name, caption))


def cross_picture(cross, caption: Words = "", words=None, kind: str = "one") -> Markup:
    """One question, of this kind, by the groups of another; words(head) names a group."""
    return drawn(bars.crossed(cross, caption, words, kind))


def compared_picture(waves: Sequence[Wave]) -> Markup:
    """One question over the waves of a survey, the oldest first."""
    return drawn(bars.compared(waves))


def timeline_picture(table: Table) -> Markup:
    """Responses over time; rows have first and last as ISO dates."""
    return drawn(timeline(table))


def of_table(table: Table | Mapping, scale: Sequence[str] | None = None) -> Picture:
    """The right picture for the kind of a question."""
    table = table if isinstance(table, Table) else table_from_json(table)
    if table.kind in RANGES:
        return bars.histogram(table)
    if table.kind == "rank":
        return scales.ranking(table)
    return bars.bars(table) if scale is None else scales.scale(table, scale)
