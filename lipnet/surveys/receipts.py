"""The 16 digits by which a person may take her answers back, if she asked for them."""

from lipnet.core import secrets

DIGITS = 16


def digits_of(submission_id: str) -> str:
    """The phrase follows from the submission, so that sending it again shows the same one."""
    number = int(secrets.in_use().keyed_hash("phrase", submission_id), 16)
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def hash_of(survey_id: int, digits: str) -> str:
    return secrets.in_use().keyed_hash("withdrawal", f"{survey_id}:{digits}")
