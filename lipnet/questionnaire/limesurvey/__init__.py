"""LimeSurvey's export of a survey (.lss): reading it.

imported = read(data, "survey.lss")            the same outcome as of a workbook
looks_like_limesurvey(data, "survey.lss")      told by the content, not by the name
"""

from lipnet.questionnaire.limesurvey.reader import read
from lipnet.questionnaire.limesurvey.tables import looks_like_limesurvey

__all__ = ["looks_like_limesurvey", "read"]
