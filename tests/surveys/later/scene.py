"""Somebody saves unfinished answers, as the pages would have it."""

from lipnet.surveys import carrying
from lipnet.surveys.later import operations, sealing
from lipnet.surveys.later.sealing import Draft

PHRASE = "1234567890123456"
LINK = "abcdefghjkmn"
ANSWERS = {"waited": "yes", "months": "many", "wish": "unmistakable"}


def draft_of(survey, page: int | None = 1, **answers) -> Draft:
    carried = carrying.begin(survey.published_version.id)
    return Draft(carried.with_answers(answers or ANSWERS), page)


def save(survey, link: str = LINK, phrase: str = PHRASE, page: int | None = 1, **answers):
    sealed = sealing.seal(draft_of(survey, page, **answers), phrase)
    return operations.keep_for_later(survey, link, sealed)
