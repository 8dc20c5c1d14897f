"""What is kept of a figure on the day it is pinned: documents that no later program must guess.

A cross-tab is kept as {"question", "across", "kind", "label", "across_label", "n", "threshold",
"base" (what figures are rounded to), "down": [{"code", "label", "first", "last"}],
"columns": [the same with "n"], "cells": [[count or None]]}, with a row of cells for each of `down`;
every label in each language.
"""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from lipnet import languages
from lipnet.evidence.cells import LANGUAGE
from lipnet.surveys.operations import Results, Table


def figure_of(results: Results | None, question: str, across: str = "") -> dict[str, Any] | None:
    """Today's table of a question, or its cross-tab, as a document; None where there is none."""
    if across:
        return cross_of(results, question, across)
    table = results.question(question) if results else None
    return table.to_json() if table else None


def cross_of(results: Results | None, question: str, across: str) -> dict[str, Any] | None:
    """Today's table of one question by the answers to another; None where none is released."""
    cross = results.by(across, question) if results else None
    if cross is None:
        return None
    table, over = results.question(question), results.question(across)
    heads = zip(cross.across, cross.n, strict=True)
    return {
        "question": question,
        "across": across,
        "kind": cross.kind,
        "label": table.label if table else {},
        "across_label": over.label if over else {},
        "n": table.n if table else None,
        "threshold": cross.threshold,
        "base": table.base if table else 1,
        "down": [asdict(head) for head in cross.down],
        "columns": [{**_column(asdict(head), across), "n": n} for head, n in heads],
        "cells": [[row.count for row in line] for line in cross.cells],
    }


def hidden_in_table(table: Table) -> dict[str, int]:
    return _hidden(table.threshold, [row.count for row in table.rows])


def hidden_in_cross(cross: dict[str, Any]) -> dict[str, int]:
    return _hidden(cross["threshold"], [count for row in cross["cells"] for count in row])


def shows_nothing(cross: dict[str, Any]) -> bool:
    return cross["n"] is None or all(count is None for row in cross["cells"] for count in row)


def _column(head: dict[str, Any], across: str) -> dict[str, Any]:
    """A language is called as it calls itself."""
    known = languages.find(head["code"]) if across == LANGUAGE else None
    return {**head, "label": {known.tag: known.endonym}} if known else head


def _hidden(smallest: int, counts: Iterable[int | None]) -> dict[str, int]:
    counts = list(counts)
    return {"n": smallest, "hidden": counts.count(None), "cells": len(counts)}
