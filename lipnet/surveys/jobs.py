"""What the clock does here: it settles answers, and erases unfinished ones."""

from lipnet.core.config import Config
from lipnet.core.traces import wipe
from lipnet.surveys.counting.in_step import recount_what_was_never_counted
from lipnet.surveys.counting.released import is_due
from lipnet.surveys.invited.models import SpentInvitation
from lipnet.surveys.later.operations import erase_saved
from lipnet.surveys.models import Survey, SurveyVersion, WaitingResponse
from lipnet.surveys.operations import settle_responses

TEN_MINUTES = 600


def settle(config: Config) -> None:
    """Settle every survey's inbox, release what is due, and wipe what the engine still keeps of
    its order."""
    recount_what_was_never_counted()
    moved, waiting = 0, _with_something_waiting()
    for survey in Survey.select().where(Survey.opened_at.is_null(False)):
        if survey.id not in waiting and not is_due(survey):
            continue
        while count := settle_responses(survey, least=config.privacy.small_cell):
            moved += count
    if moved:
        forget_order()


def _with_something_waiting() -> set[int]:
    """Surveys with answers in the inbox, or with marks of who answered that are not shown yet."""
    answered = SurveyVersion.select(SurveyVersion.survey).join(WaitingResponse).distinct()
    marked = SpentInvitation.select(SpentInvitation.survey).where(~SpentInvitation.shown).distinct()
    return {row.survey_id for query in (answered, marked) for row in query}


def forget_order() -> None:
    """Wipe the order in which answers came: dead rows that settling left in the inbox, and those of
    saved answers, which were deleted in the transaction that brought the answer. The marks of who
    answered stay, so their table is made anew."""
    wipe(freed=("waiting_response", "saved_answers", "answer_file"), renewed=("spent_invitation",))


def erase_old_saved(config: Config) -> None:
    """Erase unfinished answers whose time is over, and whatever the engine keeps of erased ones."""
    erase_saved()
    forget_order()
