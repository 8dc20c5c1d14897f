"""Rows as comma separated text that a spreadsheet opens without running anything."""

import csv
import io
from collections.abc import Iterable

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def separated(rows: Iterable[Iterable[str]]) -> str:
    """The rows as CSV, with the mark by which Excel knows UTF-8; no cell begins a formula."""
    sheet = io.StringIO()
    csv.writer(sheet).writerows([harmless(cell) for cell in row] for row in rows)
    return "\ufeff" + sheet.getvalue()


def harmless(cell: str) -> str:
    """A cell that would begin a formula gets a mark that keeps it a text."""
    return f"'{cell}" if cell.startswith(STARTS_A_FORMULA) else cell
