"""Unfinished answers are kept, forgotten, and erased when their time is over.

Like answers that were sent they know no actor and leave no event: whatever told when somebody
saved, came back or gave up could be joined to what was sent. Sending forgets them by itself, in
the transaction that stores the response.
"""

from datetime import date

from lipnet.core import clock
from lipnet.core.events import anonymous_operation
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys.later.models import SavedAnswers, key_of, last_day
from lipnet.surveys.later.sealing import Sealed
from lipnet.surveys.models import Survey

MOST_OF_A_SURVEY = 10_000
FULL = lazy(
    "So many answers are saved for later now that no more can be kept. You can still send yours."
)
CLOSED = lazy(
    "The survey has closed, so nothing can be saved for later any more. You can still send your "
    "answers now."
)


@anonymous_operation
def keep_for_later(survey: Survey, link: str, sealed: Sealed) -> date:
    """Keep unfinished answers behind `link`, in place of what was kept there; until when.

    Raises Refusal unless the survey is open, and if somebody fills the house with saved answers.
    """
    if not survey.is_open:
        raise Refusal(CLOSED)
    key = key_of(survey, link)
    if survey.saved.where(SavedAnswers.key != key).count() >= MOST_OF_A_SURVEY:
        raise Refusal(FULL)
    until = last_day(survey)
    row = {"salt": sealed.salt, "sealed": sealed.text, "kept_until": until}
    SavedAnswers.insert(key=key, survey=survey, **row).on_conflict(
        conflict_target=[SavedAnswers.key], update=row
    ).execute()
    return until


@anonymous_operation
def forget_saved(survey: Survey, link: str) -> None:
    SavedAnswers.delete().where(SavedAnswers.key == key_of(survey, link)).execute()


@anonymous_operation
def erase_saved() -> int:
    """Erase what has passed its last day, and whatever was saved of surveys that have ended."""
    surveys = Survey.select().where(Survey.id.in_(SavedAnswers.select(SavedAnswers.survey)))
    ended = [survey.id for survey in surveys if survey.is_closed]
    over = (SavedAnswers.kept_until < clock.today()) | SavedAnswers.survey.in_(ended)
    return SavedAnswers.delete().where(over).execute()
