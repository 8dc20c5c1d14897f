"""Tables of tasks: a row is an action when the first row names columns for task and owner."""

from dataclasses import dataclass

from lipnet.shorthand.reading.masking import folded, gist
from lipnet.shorthand.reading.names import chunks_of
from lipnet.shorthand.reading.owners import Reader
from lipnet.shorthand.reading.people_tables import cells_of
from lipnet.shorthand.reading.proposals import Action
from lipnet.shorthand.reading.segments import Unit


@dataclass(frozen=True)
class _Columns:
    task: int
    owner: int | None
    due: int | None


def actions_of_tables(units: list[Unit], reader: Reader) -> list[Action]:
    found: list[Action] = []
    columns: _Columns | None = None
    inside = False
    for unit in units:
        if unit.kind != "row":
            inside = False
            continue
        if not inside:
            columns = _columns(cells_of(unit.plain), unit, reader)
        elif columns and (action := _action(unit, columns, reader)):
            found.append(action)
        inside = True
    return found


def _columns(heads: list[str], unit: Unit, reader: Reader) -> _Columns | None:
    words = reader.words
    owner = next((n for n, h in enumerate(heads) if words.owner_labels.match(h)), None)
    due = next((n for n, h in enumerate(heads) if words.due_labels.match(h)), None)
    task = next((n for n, h in enumerate(heads) if words.action_marks.match(h)), None)
    if task is None and owner is not None and due is not None:
        task = next((n for n, h in enumerate(heads) if words.task_heads.fullmatch(h)), None)
    if task is None and (owner is None or "actions" not in unit.sections):
        return None
    if owner is None and due is None:
        return None
    if task is None:
        task = next((n for n in range(len(heads)) if n not in (owner, due)), 0)
    return _Columns(task, owner, due)


def _action(unit: Unit, columns: _Columns, reader: Reader) -> Action | None:
    cells = cells_of(unit.said)
    task = cells[columns.task] if columns.task < len(cells) else ""
    if sum(letter.isalpha() for letter in task) < 3 or reader.words.nothing.fullmatch(folded(task)):
        return None
    begin, end = _place(unit, columns.task)
    owner = cells[columns.owner] if columns.owner is not None and columns.owner < len(cells) else ""
    due = cells[columns.due] if columns.due is not None and columns.due < len(cells) else ""
    owners = tuple(name for name, _ in chunks_of(owner.replace("/", ","), reader.words))
    return Action(begin, end, gist(task), owners, _due(due, reader) or reader.due(task))


def _due(cell: str, reader: Reader) -> str:
    dates = reader.dates.find(folded(cell), reader.meeting)
    return dates[0].on.isoformat() if dates else cell.strip(" .-")


def _place(unit: Unit, column: int) -> tuple[int, int]:
    """Where a cell's words stand in the text."""
    at = unit.said.index("|") + 1
    for _ in range(column):
        at = unit.said.index("|", at) + 1
    stop = unit.said.find("|", at)
    cell = unit.said[at : stop if stop >= 0 else None]
    begin = unit.start + at + len(cell) - len(cell.lstrip())
    return begin, max(begin, unit.start + at + len(cell.rstrip()))
