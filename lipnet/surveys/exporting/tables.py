"""One table as CSV, with a mark by which Excel knows UTF-8."""

import csv
import io
from contextlib import contextmanager
from typing import BinaryIO


@contextmanager
def csv_into(file: BinaryIO, layout, headings: list[str]):
    """Gives what takes one response and writes its row."""
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    writerow, row = csv.writer(text).writerow, layout.row
    writerow(headings)
    yield lambda answered: writerow(row(answered))
    text.flush()
    text.detach()
