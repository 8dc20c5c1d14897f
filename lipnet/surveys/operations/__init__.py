"""The verbs of surveys: a coordinator's in surveys.py, the anonymous ones in responses.py."""

from lipnet.surveys.operations.responses import (
    AnswersRefused,
    NotOpen,
    Receipt,
    erase_phrases,
    settle_responses,
    submit_response,
    surveys_with_phrases_to_erase,
    takes_answers,
    withdraw_response,
)
from lipnet.surveys.operations.surveys import (
    close_survey,
    create_survey,
    describe_survey,
    name_languages,
    open_survey,
    publish_version,
    schedule_survey,
    upload_questionnaire,
)

__all__ = [
    "AnswersRefused",
    "NotOpen",
    "Receipt",
    "close_survey",
    "create_survey",
    "describe_survey",
    "erase_phrases",
    "name_languages",
    "open_survey",
    "publish_version",
    "schedule_survey",
    "settle_responses",
    "submit_response",
    "surveys_with_phrases_to_erase",
    "takes_answers",
    "upload_questionnaire",
    "withdraw_response",
]
