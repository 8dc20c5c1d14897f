"""The items of a survey sheet before their rules are read, and the notes made on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lipnet.questionnaire.known import columns_of
from lipnet.questionnaire.model import MEDIA, Media, Question
from lipnet.questionnaire.texts import Texts
from lipnet.questionnaire.xlsform.choices import Lists
from lipnet.questionnaire.xlsform.findings import Notebook
from lipnet.questionnaire.xlsform.headers import Table
from lipnet.questionnaire.xlsform.tongues import Tongues

RuleText = tuple[str, int]  # what stands in the cell, and its column


@dataclass(slots=True)
class DraftQuestion:
    question: Question
    row: int
    rules: dict[str, RuleText] = field(default_factory=dict)


@dataclass(slots=True)
class DraftGroup:
    name: str
    row: int
    kind: str = "group"
    label: Texts = field(default_factory=dict)
    hint: Texts = field(default_factory=dict)
    media: Media = field(default_factory=dict)
    appearance: tuple[str, ...] = ()
    rules: dict[str, RuleText] = field(default_factory=dict)
    items: list[DraftQuestion | DraftGroup] = field(default_factory=list)
    skipped: int = 0

    @property
    def is_skipped(self) -> bool:
        return self.kind == "skipped"

    @property
    def is_repeat(self) -> bool:
        return self.kind == "repeat"


@dataclass(slots=True)
class Desk:
    """What lies open while a survey sheet is read."""

    table: Table
    tongues: Tongues
    lists: Lists
    notebook: Notebook
    settings_language: str = ""
    names: dict[str, Question] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)
    repeats: set[str] = field(default_factory=set)
    rejected: set[str] = field(default_factory=set)
    moments: dict[str, str] = field(default_factory=dict)
    appearances: dict[str, None] = field(default_factory=dict)
    used_lists: set[str] = field(default_factory=set)
    files: bool = False

    def text(self, row: int, key: str) -> str:
        return self.table.text(row, key)

    def texts(self, row: int, key: str) -> dict[str, str]:
        return self.tongues.texts(self.table, row, key)

    def media(self, row: int) -> dict[str, dict[str, str]]:
        """The files named in the row, by kind and language."""
        found = {kind: self.tongues.texts(self.table, row, kind) for kind in MEDIA}
        return {kind: texts for kind, texts in found.items() if texts}

    def error(self, row: int, key: str, code: str, /, **particulars: object) -> None:
        place = (self.table.name, row, max(self.table.place(key), 0))
        self.notebook.error(*place, code, **particulars)

    def warning(self, row: int, key: str, code: str, /, **particulars: object) -> None:
        place = (self.table.name, row, max(self.table.place(key), 0))
        self.notebook.warning(*place, code, **particulars)

    def notice(self, row: int, key: str, code: str, /, **particulars: object) -> None:
        place = (self.table.name, row, max(self.table.place(key), 0))
        self.notebook.notice(*place, code, **particulars)

    def rule(self, row: int, key: str) -> dict[str, RuleText]:
        found = self.text(row, key)
        return {key: (found, self.table.place(key))} if found else {}

    def codes(self, list_name: str) -> tuple[str, ...]:
        return tuple(choice.code for choice in self.lists.get(list_name, ()))

    def columns(self) -> Mapping[str, set[str]]:
        return {name: columns_of(choices) for name, choices in self.lists.items()}
