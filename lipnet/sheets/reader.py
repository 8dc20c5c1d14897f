"""The program that guarded.py runs: a spreadsheet on standard input, its cells as JSON on output.

It stands alone: nothing of lipnet is imported, so that it starts in a few milliseconds.
"""

import datetime
import io
import json
import resource
import sys
from typing import Any

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum

MEMORY = 1024 * 1024 * 1024
WHOLE_NUMBER_LIMIT = 1e15


class TooMany(Exception):
    """More sheets, rows or cells than allowed."""


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.stdout.write(read(sys.stdin.buffer.read(), json.loads(sys.argv[1])))


def read(data: bytes, limits: dict[str, int]) -> str:
    """JSON: {"sheets": [{"name", "rows"}]}, or {"code", "particulars"} if it cannot be read."""
    try:
        answer = json.dumps({"sheets": _sheets(data, limits)})
        return answer if len(answer) <= limits["unpacked"] else _too_many("memory", limits)
    except TooMany as error:
        return _too_many(str(error), limits)
    except PasswordError:
        return _refusal("encrypted")
    except MemoryError:
        return _too_many("memory", limits)
    except BaseException:  # a panic of the compiled reader is no Exception
        return _refusal("not_a_workbook")


def cell_text(value: object) -> str:
    """A cell as people would type it, without depending on anyone's locale."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < WHOLE_NUMBER_LIMIT
        return str(int(value)) if whole else repr(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def _sheets(data: bytes, limits: dict[str, int]) -> list[dict[str, Any]]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    names = [m.name for m in workbook.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
    if len(names) > limits["sheets"]:
        raise TooMany("sheets")
    sheets: list[dict[str, Any]] = []
    cells_left = limits["cells"]
    for name in names:
        sheet = workbook.get_sheet_by_name(name)
        last_row, last_column = sheet.end or (-1, -1)
        cells_left -= (last_row + 1) * (last_column + 1)
        if last_row >= limits["rows"]:
            raise TooMany("rows")
        if cells_left < 0:
            raise TooMany("cells")
        rows = sheet.to_python(skip_empty_area=False)
        sheets.append({"name": name, "rows": [[cell_text(cell) for cell in row] for row in rows]})
    return sheets


def _too_many(what: str, limits: dict[str, int]) -> str:
    return _refusal("too_many_cells", what=what, limit=limits.get(what, limits["cells"]))


def _refusal(code: str, **particulars: str | int) -> str:
    return json.dumps({"code": code, "particulars": particulars})


if __name__ == "__main__":
    main()
