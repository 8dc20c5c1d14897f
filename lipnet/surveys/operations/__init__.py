"""The verbs of surveys: a coordinator's in surveys.py, the anonymous ones in responses.py (and
in later/, for answers not yet sent)."""

from lipnet.surveys.operations.responses import (
    AnswersRefused,
    NotOpen,
    Receipt,
    erase_phrases,
    settle_responses,
    submit_response,
    withdraw_response,
)
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
from lipnet.surveys.results import (
    Results,
    Table,
    responses_of,
    results_of,
    table_from_json,
    threshold,
)
from lipnet.surveys.uploads import QuestionnaireRefused

__all__ = [
    "AnswersRefused",
    "NotOpen",
    "QuestionnaireRefused",
    "Receipt",
    "Results",
    "Table",
    "close_survey",
    "create_survey",
    "describe_survey",
    "draft_questionnaire",
    "erase_phrases",
    "name_languages",
    "open_survey",
    "publish_version",
    "responses_of",
    "results_of",
    "schedule_survey",
    "settle_responses",
    "submit_response",
    "table_from_json",
    "threshold",
    "upload_questionnaire",
    "withdraw_response",
]
