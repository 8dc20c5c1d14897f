"""What was noticed while a survey was read; places are a table and the code of a question."""

from __future__ import annotations

from lipnet.questionnaire.xlsform.findings import Finding, Outcome, Particulars, Severity

Place = tuple[str, str]
MOST_FINDINGS = 3_000


class Notebook:
    """Collects findings; never stops anything. They stay in the order of the survey."""

    def __init__(self) -> None:
        self.noted: list[Finding] = []
        self.is_severe = False

    def error(self, place: Place, code: str, /, **particulars: object) -> None:
        self.note("error", place, code, particulars)

    def warning(self, place: Place, code: str, /, **particulars: object) -> None:
        self.note("warning", place, code, particulars)

    def notice(self, place: Place, code: str, /, **particulars: object) -> None:
        self.note("notice", place, code, particulars)

    def note(self, severity: Severity, place: Place, code: str, particulars: Particulars) -> None:
        finding = Finding(*place, severity, code, particulars)
        self.is_severe |= severity != "notice"
        if len(self.noted) < MOST_FINDINGS and finding not in self.noted[-20:]:
            self.noted.append(finding)

    def outcome(self) -> Outcome:
        return "findings" if self.is_severe else "whole"
