"""Reading a workbook made of rows, and naming what was found."""

from lipnet.questionnaire import xlsform
from lipnet.questionnaire.codes import FINDING_CODES
from tests.questionnaire.forms import workbook

PLAIN = ["type", "name", "label"]
FULL = ["type", "name", "label::English (en)", "relevant", "required", "constraint", "calculation"]
YES_NO = [["list_name", "name", "label::English (en)"], ["yn", "yes", "Yes"], ["yn", "no", "No"]]


def read(survey, choices=(), settings=(), **given):
    imported = xlsform.read(workbook(survey, choices, settings), "form.xlsx", **given)
    for finding in imported.findings:
        assert set(finding.particulars) <= set(FINDING_CODES[finding.code]), finding
        if finding.code != "unreadable":
            assert set(finding.particulars) == set(FINDING_CODES[finding.code]), finding
    return imported


def places(imported, severities=("error", "warning")):
    return [
        (f"{finding.sheet}!{finding.cell}", finding.severity, finding.code)
        for finding in imported.findings
        if finding.severity in severities
    ]


def one(imported, name):
    return imported.questionnaire.question(name)
