"""What is kept of a figure on the day it is pinned: documents that no later program must guess.

A cross-tab is kept as {"question", "across", "kind", "label", "across_label", "n", "threshold",
"base" (what figures are rounded to), "down": [{"code", "label", "first", "last"}],
"columns": [the same with "n"], "cells": [[count or None]]}, with a row of cells for each of `down`;
every label in each language. A theme is kept as the table of all codes of its question, and a
quotation as surveys.quotation_told() gives it.
"""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from lipnet import languages
from lipnet.evidence.cells import LANGUAGE
from lipnet.surveys import operations as surveys
from lipnet.surveys.operations import Results, Table


def figure_of(
    results: Results | None, question: str, across: str = "", code: str = ""
) -> dict[str, Any] | None:
    """Today's table of a question, its cross-tab, or its codes, as a document; None where there is
    none."""
    if across:
        return cross_of(results, question, across)
    if code:
        codes = theme_of(results, question, code)
        return codes.to_json() if codes else None
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


def theme_of(results: Results | None, question: str, code: str) -> Table | None:
    """How many answers are about what, if readers are told of this code."""
    codes = surveys.codes_told(results, question) if results else None
    told = {row.code for row in codes.rows if not row.hidden} if codes else set()
    return codes if code in told else None


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
