"""The languages of a workbook: what its headers call them, and the tag each was taken for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lipnet import languages as registry
from lipnet.questionnaire.xlsform.findings import Notebook
from lipnet.questionnaire.xlsform.headers import Table

TEXT_KEYS = ("label", "hint", "guidance_hint", "required_message", "constraint_message")
ASSUMED = "en"


class Tongues:
    """Maps each language as written to a tag; `base` is the tag of columns without a language."""

    def __init__(self, corrections: Mapping[str, str], default: str) -> None:
        self.corrections = corrections
        self.guesses: dict[str, str | None] = {}
        self.tags: dict[str, str] = {}
        guessed = corrections.get(default) or registry.guess(default) if default else None
        self.base = corrections.get("") or guessed or ASSUMED

    def learn(self, tables: Iterable[Table], notebook: Notebook) -> None:
        for table in tables:
            for column in table.columns:
                if column.key in TEXT_KEYS and column.language not in self.tags:
                    place = (table.name, table.first, column.index)
                    self.add(column.language, place, notebook)

    def add(self, written: str, place: tuple[str, int, int], notebook: Notebook) -> None:
        tag = self.corrections.get(written) or registry.guess(written) if written else self.base
        self.guesses[written] = tag
        if tag is None:
            unknown = sum(each is None for each in self.guesses.values())
            tag = f"und-x-{unknown}"
            notebook.warning(*place, "language_unknown", header=written, tag=tag)
        same = [other for other, found in self.tags.items() if found == tag and other and written]
        if same:
            notebook.warning(
                *place, "languages_merged", headers=", ".join([*same, written]), tag=tag
            )
        self.tags[written] = tag

    def texts(self, table: Table, row: int, key: str) -> dict[str, str]:
        """tag -> text of this row; a column without a language fills what others leave open."""
        found: dict[str, str] = {}
        columns = table.by_key.get(key, ())
        for column in sorted(columns, key=lambda column: column.language == ""):
            text = table.sheet.text(row, column.index)
            if text:
                found.setdefault(self.tags.get(column.language, self.base), text)
        order = list(dict.fromkeys(self.tags.values()))
        return {tag: found[tag] for tag in order if tag in found}

    def in_use(self) -> tuple[str, ...]:
        """Tags in the order of the columns."""
        return tuple(dict.fromkeys(self.tags.values())) or (self.base,)

    def assumes(self, tables: Iterable[Table]) -> bool:
        """Whether labels stand in columns that name no language."""
        labels = (table.by_key.get("label", ()) for table in tables)
        return any(not column.language for columns in labels for column in columns)
