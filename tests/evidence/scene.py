"""Findings made as a coordinator makes them."""

from lipnet.evidence import operations
from lipnet.surveys import operations as surveys
from tests.surveys.manage.answers import NO, YES, answer, settle
from tests.surveys.scene import open_survey_with

SAID = {"en": "Most wait for a class.", "fr": "La plupart attendent un cours."}


def answered_survey(by, *, slug: str = "classes", yes: int = 40, no: int = 20):
    """An open survey with settled answers."""
    survey = open_survey_with(by, slug=slug)
    answer(survey, (yes, "en", YES), (no, "fr", NO), start=survey.id * 1000)
    settle(survey)
    return survey


def finding(by, *, survey=None, question: str = "waited", statement=None):
    """A finding pinned from a survey's results."""
    survey = survey or answered_survey(by)
    return operations.pin_finding(survey, question, statement=statement or SAID, by=by)


def closed_survey(by, **answers):
    survey = answered_survey(by, **answers)
    return surveys.close_survey(survey, by=by)
