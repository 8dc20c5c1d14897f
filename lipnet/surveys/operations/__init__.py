"""The verbs of surveys: a coordinator's in surveys.py and revisions.py, the anonymous ones in
sending.py and responses.py (and in later/, for answers not yet sent)."""

from lipnet.surveys.answered import Answered, answered_between
from lipnet.surveys.drafts import Conflict
from lipnet.surveys.open_answers.quoted import quotation_told
from lipnet.surveys.open_answers.telling import codes_told
from lipnet.surveys.operations.counting import recount
from lipnet.surveys.operations.limits import limit_results
from lipnet.surveys.operations.responses import (
    erase_phrases,
    settle_responses,
    withdraw_response,
)
from lipnet.surveys.operations.revisions import (
    begin_revision,
    redo_step,
    revise_version,
    undo_step,
)
from lipnet.surveys.operations.sending import AnswersRefused, NotOpen, Receipt, submit_response
from lipnet.surveys.operations.surveys import (
    close_survey,
    create_survey,
    describe_survey,
    draft_questionnaire,
    name_languages,
    open_survey,
    publish_version,
    schedule_survey,
    upload_questionnaire,
)
from lipnet.surveys.operations.waves import ask_again, justify_identity
from lipnet.surveys.results import (
    CrossTable,
    Results,
    Table,
    responses_of,
    results_of,
    table_from_json,
    threshold,
)
from lipnet.surveys.uploads import QuestionnaireRefused

__all__ = [
    "Answered",
    "AnswersRefused",
    "Conflict",
    "CrossTable",
    "NotOpen",
    "QuestionnaireRefused",
    "Receipt",
    "Results",
    "Table",
    "answered_between",
    "ask_again",
    "begin_revision",
    "close_survey",
    "codes_told",
    "create_survey",
    "describe_survey",
    "draft_questionnaire",
    "erase_phrases",
    "justify_identity",
    "limit_results",
    "name_languages",
    "open_survey",
    "publish_version",
    "quotation_told",
    "recount",
    "redo_step",
    "responses_of",
    "results_of",
    "revise_version",
    "schedule_survey",
    "settle_responses",
    "submit_response",
    "table_from_json",
    "threshold",
    "undo_step",
    "upload_questionnaire",
    "withdraw_response",
]
