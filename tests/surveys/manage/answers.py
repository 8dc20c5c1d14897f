"""Many answers, sent, settled and released as the program does it."""

from datetime import timedelta

from lipnet.core import clock
from lipnet.surveys import operations
from tests.surveys.scene import respond


def answer(survey, *groups, start: int = 1) -> None:
    """Each group is (how many people, language, their answers)."""
    number = start
    for people, language, answers in groups:
        for _ in range(people):
            respond(survey, number, language, **answers)
            number += 1


def settle(survey) -> None:
    while operations.settle_responses(survey):
        pass


def end(survey, *, by) -> None:
    """Close the survey, wait until nobody can send any more, and settle what is left."""
    operations.close_survey(survey, by=by)
    with clock.at(clock.now() + timedelta(hours=3)):
        settle(survey)


YES = {"waited": "yes", "months": "4", "ways": ["bus"], "wish": "An evening class"}
NO = {"waited": "no", "ways": ["foot"], "wish": ""}
