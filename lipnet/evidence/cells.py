"""The numbers of a pinned document, whichever kind it is, as cells with their labels."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Cell:
    """key: by which the same cell is found on another day. label: of its row, above: of its
    column ({} where there is none); ranges of numbers or months have first and last instead."""

    key: tuple
    label: Texts
    count: int | None
    share: float | None
    above: Texts
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
            (row["code"], row.get("first"), row.get("last")),
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
            (head["code"], column["code"]),
            head["label"],
            count,
            share_of(count, column["n"]),
            column["label"],
            code=head["code"],
        )
        for head, counts in zip(document["down"], document["cells"], strict=True)
        for column, count in zip(document["columns"], counts, strict=True)
    ]


def share_of(count: int | None, n: int | None) -> float | None:
    return count / n if count is not None and n else None
