"""The verbs of surveys: a coordinator's in surveys.py, the anonymous ones in responses.py."""

from lipnet.surveys.operations.responses import (
    AnswersRefused,
    NotOpen,
    Receipt,
    erase_phrases,
    settle_responses,
    submit_response,
    surveys_with_phrases_to_erase,
    withdraw_response,
)

__all__ = [
    "AnswersRefused",
    "NotOpen",
    "Receipt",
    "erase_phrases",
    "settle_responses",
    "submit_response",
    "surveys_with_phrases_to_erase",
    "withdraw_response",
]
