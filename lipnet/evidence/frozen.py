"""What is kept of a figure on the day it is pinned: documents that no later program must guess.

A cross-tab is kept as {"question", "across", "label", "across_label", "n", "threshold",
"down": [{"code", "label"}], "columns": [{"code", "label", "n"}], "cells": [[count or None]]},
with a row of cells for each of `down`; every label in each language.
"""

from collections.abc import Iterable
from typing import Any

from lipnet.surveys.operations import Table


def hidden_in_table(table: Table) -> dict[str, int]:
    return _hidden(table.threshold, [row.count for row in table.rows])


def hidden_in_cross(cross: dict[str, Any]) -> dict[str, int]:
    return _hidden(cross["threshold"], [count for row in cross["cells"] for count in row])


def shows_nothing(cross: dict[str, Any]) -> bool:
    return cross["n"] is None or all(count is None for row in cross["cells"] for count in row)


def _hidden(smallest: int, counts: Iterable[int | None]) -> dict[str, int]:
    counts = list(counts)
    return {"n": smallest, "hidden": counts.count(None), "cells": len(counts)}
