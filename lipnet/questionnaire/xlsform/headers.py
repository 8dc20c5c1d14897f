"""The first row of a sheet: which column holds what, and in which language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from lipnet.questionnaire.xlsform.findings import Notebook
from lipnet.sheets import Sheet

SURVEY_KEYS = frozenset(
    {
        "type",
        "name",
        "label",
        "hint",
        "guidance_hint",
        "required",
        "required_message",
        "relevant",
        "constraint",
        "constraint_message",
        "calculation",
        "choice_filter",
        "appearance",
        "default",
        "read_only",
        "parameters",
        "repeat_count",
        "trigger",
        "image",
        "audio",
        "video",
        "disabled",
        "lipnet_role",
        "lipnet_declines",
        "lipnet_bank_id",
        "lipnet_aliases",
    }
)
SURVEY_ALIASES = {
    "relevance": "relevant",
    "skip_logic": "relevant",
    "caption": "label",
    "text": "label",
    "tag": "name",
    "value": "name",
    "command": "type",
    "calculate": "calculation",
    "readonly": "read_only",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "constraint_msg": "constraint_message",
    "constraintmsg": "constraint_message",
    "constraining_message": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "required_msg": "required_message",
    "requiredmsg": "required_message",
    "jr:requiredmsg": "required_message",
    "guidance": "guidance_hint",
    "big_image": "image",
}
CHOICES_KEYS = frozenset({"list_name", "name", "label", "image", "audio", "video", "lipnet_kind"})
CHOICES_ALIASES = {
    "list": "list_name",
    "listname": "list_name",
    "value": "name",
    "code": "name",
    "caption": "label",
    "text": "label",
    "big_image": "image",
}
SETTINGS_KEYS = frozenset(
    {"form_title", "form_id", "version", "default_language", "instance_name", "style"}
)
SETTINGS_ALIASES = {
    "title": "form_title",
    "id_string": "form_id",
    "set_form_title": "form_title",
    "set_form_id": "form_id",
    "v": "version",
}
PREFIXES = frozenset({"bind", "control", "body", "media"})


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is "" for a column the format does not know; `language` is as the header writes it."""

    index: int
    header: str
    key: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its columns told apart. Rows and columns count from 0, as in the sheet."""

    sheet: Sheet
    first: int = 0
    columns: tuple[Column, ...] = ()
    by_key: dict[str, list[Column]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.sheet.name

    def rows(self) -> Iterator[int]:
        """The rows below the headers that hold anything."""
        for row in range(self.first + 1, len(self.sheet.rows)):
            if any(cell.strip() for cell in self.sheet.rows[row]):
                yield row

    def place(self, key: str) -> int:
        """The first column of this key, -1 if the sheet has none."""
        columns = self.by_key.get(key)
        return columns[0].index if columns else -1

    def text(self, row: int, key: str) -> str:
        """The first filled cell of this key, whatever its language."""
        for column in self.by_key.get(key, ()):
            found = self.sheet.text(row, column.index)
            if found:
                return found
        return ""


def read_table(
    sheet: Sheet, keys: frozenset[str], aliases: dict[str, str], notebook: Notebook
) -> Table:
    first = next((at for at, row in enumerate(sheet.rows) if any(map(str.strip, row))), 0)
    headers = [header.strip() for header in sheet.rows[first]] if sheet.rows else []
    doubled = any("::" in header for header in headers)
    columns: list[Column] = []
    by_key: dict[str, list[Column]] = {}
    for index, header in enumerate(headers):
        if not header:
            continue
        column = read_header(index, header, doubled, keys, aliases)
        if not column.key and keys is not CHOICES_KEYS:
            column = meant(column, doubled, keys, aliases, sheet, first, by_key, notebook)
        languages = [other.language for other in by_key.get(column.key, ())]
        if column.key and column.language in languages:
            notebook.warning(sheet.name, first, index, "header_twice", header=header)
        by_key.setdefault(column.key, []).append(column)
        columns.append(column)
    by_key.pop("", None)
    return Table(sheet, first, tuple(columns), by_key)


def read_header(
    index: int, header: str, doubled: bool, keys: frozenset[str], aliases: dict[str, str]
) -> Column:
    """What "label::Français (fr)" holds; a single ":" parts only where no header has "::"."""
    parts = [part.strip() for part in re.split("::" if doubled else ":", header)]
    while len(parts) > 1 and folded(parts[0]) in PREFIXES:
        del parts[0]
    if folded(parts[0]) == "jr" and len(parts) > 1:
        parts[:2] = [f"jr:{parts[1]}"]
    key = folded(parts[0])
    key = aliases.get(key, key)
    if key not in keys:
        return Column(index, header, "")
    return Column(index, header, key, " ".join(" ".join(parts[1:]).split()))


def meant(
    column: Column,
    doubled: bool,
    keys: frozenset[str],
    aliases: dict[str, str],
    sheet: Sheet,
    first: int,
    taken: Collection[str],
    notebook: Notebook,
) -> Column:
    """A header with a slip of the finger ("lable") is taken for what it resembles, and listed."""
    head, mark, rest = column.header.partition("::" if doubled else ":")
    known = sorted(name for name in (*keys, *aliases) if len(name) >= 4)
    near = get_close_matches(folded(head[:40]), known, 1, cutoff=0.8)
    if not near or aliases.get(near[0], near[0]) in taken:
        return column
    notebook.warning(
        sheet.name, first, column.index, "header_misspelt", header=column.header, meant=near[0]
    )
    return read_header(column.index, near[0] + mark + rest, doubled, keys, aliases)


def folded(text: str) -> str:
    return re.sub(r"[\s\-_]+", "_", text.strip()).strip("_*").casefold()
