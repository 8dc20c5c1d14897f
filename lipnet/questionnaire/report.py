"""The outcome of a reading as `lipnet xlsform check FILE --json` prints it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lipnet.questionnaire.model import rules_in
from lipnet.questionnaire.xlsform.findings import Finding, Imported


def check_report(imported: Imported, worded: Callable[[Finding], str]) -> dict[str, Any]:
    """items: questions, notes and calculations. choices: options of all lists in use.

    rules: expressions that were read. `worded` puts a finding into a sentence.
    """
    questionnaire = imported.questionnaire
    choices = questionnaire.choices.values() if questionnaire else ()
    return {
        "outcome": imported.outcome,
        "items": len(list(questionnaire.questions())) if questionnaire else 0,
        "choices": sum(map(len, choices)),
        "languages": list(questionnaire.languages) if questionnaire else [],
        "rules": len(list(rules_in(questionnaire))) if questionnaire else 0,
        "findings": [described(finding, worded) for finding in imported.findings],
    }


def described(finding: Finding, worded: Callable[[Finding], str]) -> dict[str, str]:
    return {
        "sheet": finding.sheet,
        "cell": finding.cell,
        "severity": finding.severity,
        "code": finding.code,
        "message": worded(finding),
    }
