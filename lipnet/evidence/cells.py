"""The numbers of a pinned document, whichever kind it is, as cells with their labels."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Texts = Mapping[str, str]
LANGUAGE = "@language"  # in which people answered: no question, but tables are divided by it


@dataclass(frozen=True)
class Cell:
    """key: by which the same cell is found on another day. label: of its row; ranges of numbers,
    months or hours have first and last instead. above: the head of its column, {} if there is
    none."""

    key: tuple
    label: Texts
    count: int | None
    share: float | None
    above: Mapping[str, Any]
    first: str | None = None
    last: str | None = None
    code: str = ""


def is_cross(document: Mapping[str, Any]) -> bool:
    return "cells" in document


def cells_of(document: Mapping[str, Any]) -> list[Cell]:
    return _of_cross(document) if is_cross(document) else _of_table(document)


def _of_table(document: Mapping[str, Any]) -> list[Cell]:
    return [
        Cell(
            key_of(row),
            row["label"],
            row["count"],
            row["share"],
            {},
            row.get("first"),
            row.get("last"),
            row["code"],
        )
        for row in document["rows"]
    ]


def _of_cross(document: Mapping[str, Any]) -> list[Cell]:
    return [
        Cell(
            (key_of(head), key_of(column)),
            head["label"],
            count,
            share_of(count, column["n"]),
            column,
            head.get("first"),
            head.get("last"),
            head["code"],
        )
        for head, counts in zip(document["down"], document["cells"], strict=True)
        for column, count in zip(document["columns"], counts, strict=True)
    ]


def key_of(head: Mapping[str, Any]) -> tuple:
    """An option by its code, a range by its ends."""
    return head["code"], head.get("first"), head.get("last")


def share_of(count: int | None, n: int | None) -> float | None:
    """Rounded figures can lead over the whole."""
    return min(count / n, 1.0) if count is not None and n else None
