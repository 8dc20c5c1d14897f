"""What a questionnaire is: items, choices, languages and rules; checking an answer; XLSForm.

    imported = xlsform.read(data, "survey.xlsx")          every finding, and a Questionnaire
    document = to_json(questionnaire); from_json(document)
    compiled = answering.compile(questionnaire)            once per version
    answering.check_answers(compiled, raw, moment)         the authority

Pure: no Flask, no database, no clock. Codes and particulars come out; words are put on above.
"""

from lipnet.questionnaire.document import NotAQuestionnaire, from_json, to_json
from lipnet.questionnaire.expressions import Moment
from lipnet.questionnaire.model import Choice, Group, Placed, Question, Questionnaire, Rule
from lipnet.questionnaire.texts import Piece, Texts, pieces, plain, text_in

__all__ = [
    "Choice",
    "Group",
    "Moment",
    "NotAQuestionnaire",
    "Piece",
    "Placed",
    "Question",
    "Questionnaire",
    "Rule",
    "Texts",
    "from_json",
    "pieces",
    "plain",
    "text_in",
    "to_json",
]
