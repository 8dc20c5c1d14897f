"""The choices sheets: lists of options, with every further column kept for choice filters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lipnet.questionnaire.model import KINDS, MEDIA, Choice
from lipnet.questionnaire.xlsform.findings import Notebook
from lipnet.questionnaire.xlsform.headers import (
    CHOICES_ALIASES,
    CHOICES_KEYS,
    Table,
    read_table,
)
from lipnet.questionnaire.xlsform.tongues import Tongues
from lipnet.sheets import Workbook

SHEETS = ("choices", "choices_and_columns", "external_choices")
Lists = dict[str, tuple[Choice, ...]]


def choice_tables(workbook: Workbook, notebook: Notebook) -> list[Table]:
    sheets = (workbook.sheet(name) for name in SHEETS)
    return [read_table(sheet, CHOICES_KEYS, CHOICES_ALIASES, notebook) for sheet in sheets if sheet]


def read_lists(tables: list[Table], tongues: Tongues, notebook: Notebook) -> Lists:
    """name of the list -> its options; what cannot be an option is a finding and left out."""
    lists: dict[str, list[Choice]] = {}
    for table in tables:
        for row in table.rows():
            for list_name, choice in read_row(table, row, tongues, notebook):
                known = lists.setdefault(list_name, [])
                same = [other for other in known if is_same(other, choice)]
                if not same:
                    known.append(choice)
                elif same[0] != choice:
                    place = (table.name, row, table.place("name"))
                    notebook.warning(*place, "choice_twice", list_name=list_name, code=choice.code)
    return {name: tuple(choices) for name, choices in lists.items()}


def is_same(one: Choice, other: Choice) -> bool:
    """Options of one code may differ in the columns a choice filter reads, in nothing else."""
    return one.code == other.code and one.extra == other.extra


def read_row(
    table: Table, row: int, tongues: Tongues, notebook: Notebook
) -> Iterator[tuple[str, Choice]]:
    list_name, code = table.text(row, "list_name"), table.text(row, "name")
    label = tongues.texts(table, row, "label")
    if not list_name:
        if code:
            place = (table.name, row, table.place("list_name"))
            notebook.warning(*place, "choice_without_list", code=code)
        return
    if not code:
        if label:
            place = (table.name, row, table.place("name"))
            notebook.error(*place, "choice_without_code", list_name=list_name)
        return
    place = (table.name, row, table.place("name"))
    if re.search(r"\s", code):
        became = re.sub(r"\s+", "_", code)
        notebook.warning(
            *place, "choice_code_spaces", list_name=list_name, code=code, became=became
        )
        code = became
    if not label:
        notebook.warning(*place, "choice_without_label", list_name=list_name, code=code)
    kind = table.text(row, "lipnet_kind").casefold()
    yield (
        list_name,
        Choice(
            code,
            label,
            extra_columns(table, row),
            kind=kind if kind in KINDS else "",
            media=media_of(table, row, tongues),
        ),
    )


def media_of(table: Table, row: int, tongues: Tongues) -> dict[str, dict[str, str]]:
    found = {kind: tongues.texts(table, row, kind) for kind in MEDIA}
    return {kind: texts for kind, texts in found.items() if texts}


def extra_columns(table: Table, row: int) -> dict[str, str]:
    return {
        column.header: table.sheet.text(row, column.index)
        for column in table.columns
        if not column.key and table.sheet.text(row, column.index)
    }
