"""Runs the spreadsheet reader in a process of its own.

A few bytes can name the far corner of a sheet and make any reader ask for terabytes, and a damaged
file can stop compiled code dead. There it costs one failed upload; here it would cost the server.
"""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from lipnet.sheets.workbook import Limits, Sheet, Unreadable, Workbook

READER = Path(__file__).with_name("reader.py")
SECONDS = 30


def read_guarded(data: bytes, limits: Limits) -> Workbook:
    """The workbook in these bytes (xlsx, xls or ods); raises Unreadable."""
    command = [sys.executable, "-I", str(READER), json.dumps(asdict(limits))]
    try:
        # Nothing of the upload is on the command line; it goes in as standard input.
        run = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise Unreadable("too_many_cells", what="seconds", limit=SECONDS) from error
    if run.returncode < 0:
        raise Unreadable("too_many_cells", what="memory", limit=limits.cells)
    if run.returncode > 0:
        raise RuntimeError(run.stderr.decode("utf-8", "replace"))
    answer = json.loads(run.stdout)
    if "code" in answer:
        raise Unreadable(answer["code"], **answer["particulars"])
    return Workbook([Sheet(sheet["name"], sheet["rows"]) for sheet in answer["sheets"]])
