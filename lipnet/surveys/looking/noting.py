"""Each look at exact figures is noted; the same look within ten minutes only once."""

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.surveys.looking import operations
from lipnet.surveys.models import Survey


def note_look(survey: Survey, what: str, *, by) -> None:
    """Before the figures are worked out, so that no look is missed."""
    if not _noted_lately(survey, what, by):
        operations.note_exact_look(survey, what, by=by)


def _noted_lately(survey: Survey, what: str, by) -> bool:
    lately = Event.select(Event.particulars).where(
        (Event.code == operations.LOOKED)
        & (Event.actor_id == by.id)
        & (Event.record_id == str(survey.id))
        & (Event.at > clock.now() - operations.A_WHILE)
    )
    return any(event.particulars["what"] == what for event in lately)
