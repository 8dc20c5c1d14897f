"""XLSForm, the exchange format of KoboToolbox, ODK, SurveyCTO and ActivityInfo: reading, writing.

imported = read(data, "survey.xlsx")
imported.outcome, imported.questionnaire, imported.findings, imported.languages
workbook = write(imported.questionnaire)
"""

from lipnet.questionnaire.xlsform.findings import Finding, Imported, Outcome, Severity
from lipnet.questionnaire.xlsform.reader import read, read_workbook
from lipnet.questionnaire.xlsform.writing import write

__all__ = ["Finding", "Imported", "Outcome", "Severity", "read", "read_workbook", "write"]
