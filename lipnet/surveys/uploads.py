"""An uploaded workbook, or survey of LimeSurvey: read and kept, or refused; with every finding."""

from collections.abc import Mapping
from typing import Any

from lipnet.core import files
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Questionnaire, limesurvey, xlsform
from lipnet.questionnaire.xlsform import Finding, Imported
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.sent_files import switch

MEDIA_TYPES = (
    (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"\xd0\xcf\x11\xe0", "application/vnd.ms-excel"),
)
WORKBOOKS = (*(name for _, name in MEDIA_TYPES), "text/csv")


class QuestionnaireRefused(Refusal):
    """No questionnaire came of the file; `findings` say why and what to do."""

    def __init__(self, findings: tuple[Finding, ...]):
        super().__init__(
            lazy("This file could not be read as a questionnaire. Nothing was changed."),
            field="workbook",
        )
        self.findings = findings


def read_upload(
    data: bytes, filename: str, language_map: Mapping[str, str] | None = None
) -> Imported:
    """What the engine makes of the file; writes nothing and never raises for a bad file.

    Its content says whether it comes from LimeSurvey; anything else is read as a workbook.
    """
    ours = limesurvey if limesurvey.looks_like_limesurvey(data, filename) else xlsform
    return ours.read(data, filename, language_map or {}, files=switch.allowed())


def media_type(data: bytes) -> str:
    """By its first bytes; whatever else was read is text, of LimeSurvey or a table."""
    usual = "application/xml" if limesurvey.looks_like_limesurvey(data) else "text/csv"
    return next((name for start, name in MEDIA_TYPES if data.startswith(start)), usual)


def can_be_marked(version: SurveyVersion) -> bool:
    """It came from a workbook, and there is something to say about it."""
    is_workbook = version.file is not None and version.file.media_type in WORKBOOKS
    return is_workbook and bool(version.findings["listed"])


def read_version_again(version: SurveyVersion, language_map: Mapping[str, str]) -> Imported:
    """The file a version came from, with the languages as a person named them."""
    return read_upload(files.read(version.file), version.file.name, language_map)


def corrections_of(version: SurveyVersion | None) -> dict[str, str]:
    """The languages a person named in an earlier version: the next file is read the same."""
    return dict(version.findings.get("corrections", [])) if version else {}


def findings_as_json(
    imported: Imported, language_map: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """What a version keeps of its reading.

    {"outcome", "languages": [[as written, tag or None], ...], "corrections": [[as written, tag],
    ...], "listed": [finding, ...]}.
    """
    return {
        "outcome": imported.outcome,
        "corrections": [list(pair) for pair in (language_map or {}).items()],
        "languages": [list(pair) for pair in imported.languages.items()],
        "listed": [
            {
                "sheet": finding.sheet,
                "cell": finding.cell,
                "severity": finding.severity,
                "code": finding.code,
                "particulars": dict(finding.particulars),
            }
            for finding in imported.findings
        ],
    }


def findings_of_a_draft(questionnaire: Questionnaire) -> dict[str, Any]:
    """The same shape for a questionnaire that was put together here: nothing was misread."""
    return {
        "outcome": "whole",
        "corrections": [],
        "languages": [[tag, tag] for tag in questionnaire.languages],
        "listed": [],
    }


def findings_from_json(document: Mapping[str, Any]) -> tuple[Finding, ...]:
    return tuple(Finding(**listed) for listed in document["listed"])
