"""XLSForm, the exchange format of KoboToolbox, ODK, SurveyCTO and ActivityInfo: reading it.

imported = read(data, "survey.xlsx")
imported.outcome, imported.questionnaire, imported.findings, imported.languages
"""

from lipnet.questionnaire.xlsform.findings import Finding, Imported, Outcome, Severity
from lipnet.questionnaire.xlsform.reader import read, read_workbook

__all__ = ["Finding", "Imported", "Outcome", "Severity", "read", "read_workbook"]
