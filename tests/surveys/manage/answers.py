"""Many answers, sent and settled as the program does it."""

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


YES = {"waited": "yes", "months": "4", "ways": ["bus"], "wish": "An evening class"}
NO = {"waited": "no", "ways": ["foot"], "wish": ""}
