"""The editor's buttons: what each does to the questionnaire, and what the step is called."""

from collections.abc import Callable, Mapping
from functools import partial

from lipnet.core.refusals import NotFound
from lipnet.questionnaire import Questionnaire, editing, from_json
from lipnet.surveys.models import Survey, SurveyVersion

Act = tuple[Callable[[Questionnaire], Questionnaire], str]
SIMPLE = {
    "duplicate": "duplicated",
    "ungroup": "ungrouped",
    "begin_page": "page_break",
    "join_pages": "page_break",
}
PLACES = ("before", "after", "first", "last")


def act_of(said: Mapping[str, str], survey: Survey) -> Act:
    """The edit a pressed button asks for, and the code of its step. Raises NotFound for none."""
    act, name = said.get("act", ""), said.get("name", "")
    if act in ("up", "down", "in", "out"):
        return partial(editing.move, name=name, way=act), "moved"
    if act in SIMPLE:
        return partial(getattr(editing, act), name=name), SIMPLE[act]
    if act == "place" and said.get("how") in PLACES:
        beside, how = said.get("beside", ""), said["how"]
        return partial(editing.place, name=name, beside=beside, how=how), "moved"
    if act == "remove":
        return partial(editing.remove, name=name, published=published_names(survey)), "removed"
    if act == "restore":
        return partial(editing.restore, name=name), "question_added"
    if act == "own":
        return partial(editing.own_list, name=name), "choices_changed"
    raise NotFound


def published_names(survey: Survey) -> set[str]:
    """The questions people were asked in any version of the survey, or of the waves before it."""
    published = survey.versions.where(SurveyVersion.published_at.is_null(False))
    before = {name for wave in survey.asked_after for name in published_names(wave.former)}
    return before | {
        question.name
        for version in published
        for question in from_json(version.document).questions()
    }
