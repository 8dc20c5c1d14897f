"""The settings sheet: title, identifier, version, default language."""

from __future__ import annotations

from dataclasses import dataclass, field

from lipnet.questionnaire.xlsform.findings import Notebook
from lipnet.questionnaire.xlsform.headers import (
    SETTINGS_ALIASES,
    SETTINGS_KEYS,
    Table,
    folded,
    read_table,
)
from lipnet.sheets import Sheet, Workbook

PAGES = "pages"  # one question, or one group, at a time
REJECTED = frozenset(
    {"public_key", "submission_url", "auto_send", "auto_delete", "client_editable"}
)


@dataclass(slots=True)
class Settings:
    table: Table | None = None
    row: int = -1
    given: dict[str, str] = field(default_factory=dict)

    def get(self, key: str) -> str:
        return self.given.get(key, "")


def read_settings(workbook: Workbook, notebook: Notebook) -> Settings:
    sheet = workbook.sheet("settings")
    if sheet is None or not sheet.rows:
        return Settings()
    table = read_table(sheet, SETTINGS_KEYS, SETTINGS_ALIASES, Notebook())
    row = next(table.rows(), -1)
    note_others(sheet, table, row, notebook)
    given = {key: table.text(row, key) for key in SETTINGS_KEYS} if row >= 0 else {}
    return Settings(table, row, given)


def note_others(sheet: Sheet, table: Table, row: int, notebook: Notebook) -> None:
    for column in table.columns:
        written = sheet.text(row, column.index)
        if not written or is_heeded(column.key, written):
            continue
        if folded(column.header) in REJECTED:
            note = notebook.warning
            note(sheet.name, table.first, column.index, "setting_rejected", setting=column.header)
        else:
            note = notebook.notice
            note(sheet.name, table.first, column.index, "setting_ignored", setting=column.header)


def is_heeded(key: str, written: str) -> bool:
    """Of the styles only "pages" says how a form is asked; the others say how it looks."""
    return bool(key) and (key != "style" or written.casefold().split() == [PAGES])
