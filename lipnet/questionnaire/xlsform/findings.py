"""What was noticed while a workbook was read: all of it, in the order of the sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lipnet.questionnaire.model import Questionnaire
from lipnet.sheets import cell_name

Severity = Literal["error", "warning", "notice"]
Outcome = Literal["whole", "findings", "refused"]
Particulars = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Finding:
    """error: this part was not imported. warning: imported, but look. notice: for information.

    `code` and the names of `particulars` are those of codes.FINDING_CODES; `cell` is "" where
    the finding is about a whole sheet, `sheet` is "" where it is about the workbook.
    """

    sheet: str
    cell: str
    severity: Severity
    code: str
    particulars: Particulars = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a workbook.

    whole: neither an error nor a warning. findings: imported, with some. refused: no
    questionnaire. `languages` maps each language as the headers write it ("" for columns without
    one) to the tag that was guessed, None where none could be: a person may correct it and read
    the workbook again.
    """

    outcome: Outcome
    questionnaire: Questionnaire | None
    findings: tuple[Finding, ...]
    languages: Mapping[str, str | None] = field(default_factory=dict)


class Notebook:
    """Collects findings; never stops anything."""

    def __init__(self) -> None:
        self.noted: list[tuple[str, int, int, Finding]] = []

    def error(self, sheet: str, row: int, column: int, code: str, /, **particulars: object) -> None:
        self.note("error", sheet, row, column, code, particulars)

    def warning(
        self, sheet: str, row: int, column: int, code: str, /, **particulars: object
    ) -> None:
        self.note("warning", sheet, row, column, code, particulars)

    def notice(
        self, sheet: str, row: int, column: int, code: str, /, **particulars: object
    ) -> None:
        self.note("notice", sheet, row, column, code, particulars)

    def note(
        self,
        severity: Severity,
        sheet: str,
        row: int,
        column: int,
        code: str,
        particulars: Particulars,
    ) -> None:
        """row and column count from 0; -1 where the finding has no cell of its own."""
        cell = cell_name(row, column) if row >= 0 and column >= 0 else ""
        self.noted.append((sheet, row, column, Finding(sheet, cell, severity, code, particulars)))

    def findings(self, sheets: list[str]) -> tuple[Finding, ...]:
        """In the order of these sheets, then of rows and columns."""
        place = {name: at for at, name in enumerate(sheets)}
        ordered = sorted(
            self.noted, key=lambda noted: (place.get(noted[0], -1), noted[1], noted[2])
        )
        return tuple(finding for *_, finding in ordered)

    def outcome(self) -> Outcome:
        severe = any(finding.severity != "notice" for *_, finding in self.noted)
        return "findings" if severe else "whole"
