"""Runs the spreadsheet reader in a process of its own: any file may be hostile."""

import json
from dataclasses import asdict
from pathlib import Path

from lipnet.apart import SECONDS, Stopped, run_apart
from lipnet.sheets.workbook import Limits, Sheet, Unreadable, Workbook

READER = Path(__file__).with_name("reader.py")


def read_guarded(data: bytes, limits: Limits) -> Workbook:
    """The workbook in these bytes (xlsx, xls or ods); raises Unreadable."""
    try:
        answer = json.loads(run_apart(READER, json.dumps(asdict(limits)), given=data))
    except Stopped as error:
        limit = SECONDS if error.of == "seconds" else limits.cells
        raise Unreadable("too_many_cells", what=error.of, limit=limit) from error
    if "code" in answer:
        raise Unreadable(answer["code"], **answer["particulars"])
    return Workbook([Sheet(sheet["name"], sheet["rows"]) for sheet in answer["sheets"]])
