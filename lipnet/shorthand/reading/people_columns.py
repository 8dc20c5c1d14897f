"""People in columns made with spaces: "Present      Regrets" above their names, or names alone."""

from lipnet.shorthand.reading.marks import STATUS_OF
from lipnet.shorthand.reading.masking import folded
from lipnet.shorthand.reading.pieces import GAP
from lipnet.shorthand.reading.roll import Roll
from lipnet.shorthand.reading.segments import Unit

WORDS_OF_A_HEAD = 3
NEAR = 12  # lines of one list, before and behind
Cell = tuple[int, str]  # where it begins, and what it says


def beside_each_other(units: list[Unit], at: int, roll: Roll) -> int:
    """Read a list with a column for each status; where it ends, or `at` if this is none."""
    heads = _cells(units[at])
    statuses = [_status(head, roll) for _, head in heads]
    if len(heads) < 2 or not all(statuses):
        return at
    below = at + 1
    while below < len(units) and not roll.is_full and _is_row(units[below], blank=below == at + 1):
        cells = _cells(units[below])
        if not all(roll.name(said) for _, said in cells):
            break
        for number, (begin, said) in enumerate(cells):
            column = number if len(cells) == len(heads) else _nearest(begin, heads)
            roll.line(said, statuses[column])
        below += 1
    return below if below > at + 1 else at


def are_all_people(units: list[Unit], at: int, roll: Roll) -> bool:
    """Whether these lines hold names in every column, none whom somebody stands for."""
    rows = [_cells(units[at])]
    if len(rows[0]) < 2:
        return False
    for step in (-1, 1):
        for near in range(at + step, at + step * NEAR, step):
            if not 0 <= near < len(units) or not _is_row(units[near], blank=step < 0):
                break
            rows.append(_cells(units[near]))
    return all(roll.is_person(said) for row in rows if len(row) > 1 for _, said in row)


def _is_row(unit: Unit, *, blank: bool) -> bool:
    return unit.kind == "text" and (blank or not unit.after_blank)


def _cells(unit: Unit) -> list[Cell]:
    laid = unit.laid_out()
    indent = unit.depth if unit.kind == "text" else 0
    cells, at = [], 0
    for gap in [*GAP.finditer(laid), None]:
        said = laid[at : gap.start() if gap else None]
        if said.strip():
            cells.append((indent + at, said.strip()))
        at = gap.end() if gap else at
    return cells


def _status(head: str, roll: Roll) -> str:
    plain = folded(head).strip(" :*")
    short = len(plain.split()) <= WORDS_OF_A_HEAD
    return STATUS_OF.get(roll.words.people_of(plain), "") if short else ""


def _nearest(begin: int, heads: list[Cell]) -> int:
    return min(range(len(heads)), key=lambda n: abs(heads[n][0] - begin))
