"""Versions that are still being written: what was noticed in them, what can be taken back."""

from typing import Any

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Questionnaire
from lipnet.questionnaire.inspecting import findings_in
from lipnet.questionnaire.xlsform import Finding
from lipnet.surveys.models import SurveyVersion, VersionStep


class Conflict(Refusal):
    """Somebody revised the version meanwhile; `current` is the version as it is now."""

    def __init__(self, current: SurveyVersion):
        super().__init__(
            lazy("Somebody changed this questionnaire while you were writing. Nothing is lost.")
        )
        self.current = current


UNREAD = {"corrections": [], "languages": []}  # no workbook was read


def noticed_in(questionnaire: Questionnaire) -> dict[str, Any]:
    """What a version keeps of the inspection of its document: part of uploads.findings_as_json."""
    found = findings_in(questionnaire)
    severe = any(each.severity != "notice" for each in found)
    return {"outcome": "findings" if severe else "whole", "listed": [_listed(f) for f in found]}


def _listed(finding: Finding) -> dict[str, Any]:
    return {
        "sheet": finding.sheet,
        "cell": finding.cell,
        "severity": finding.severity,
        "code": finding.code,
        "particulars": dict(finding.particulars),
    }


def standing(version: SurveyVersion) -> tuple[list[VersionStep], list[VersionStep]]:
    """(the steps that can be taken back, the undoings that can be done again), oldest first."""
    done: list[VersionStep] = []
    undone: list[VersionStep] = []
    for step in version.steps.order_by(VersionStep.revision):
        if step.what == "undone":
            done = done[:-1]
            undone.append(step)
        else:
            undone = undone[:-1] if step.what == "redone" else []
            done.append(step)
    return done, undone
