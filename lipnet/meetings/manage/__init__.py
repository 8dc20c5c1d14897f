"""The pages of meetings, for those who sit at them."""

from datetime import date

from flask import Blueprint
from markupsafe import Markup

from lipnet.core.pages import FILTERS
from lipnet.meetings import threads, words
from lipnet.meetings.agendas.words import KIND_WORDS, age_words
from lipnet.meetings.purposes import PURPOSE_WORDS

bp = Blueprint("meetings", __name__, url_prefix="/meetings")


@bp.context_processor
def _wording() -> dict:
    return {
        "PURPOSE_WORDS": PURPOSE_WORDS,
        "RESULT_WORDS": words.RESULT_WORDS,
        "RESULT_TONES": words.RESULT_TONES,
        "STATUS_WORDS": words.STATUS_WORDS,
        "quorum_words": words.quorum_words,
        "state_words": words.state_words,
        "votes_words": words.votes_words,
        "meeting_title": threads.meeting_title,
        "page_of": threads.page_of,
        "kind_words": threads.kind_words,
        "USUAL_WORDS": KIND_WORDS,
    }


bp.app_template_global("age_words")(age_words)


@bp.app_template_filter("iso_day")
def iso_day(text: str):
    """A day as the document of minutes holds it, shown as any other day."""
    return FILTERS["day"](date.fromisoformat(text))


@bp.app_template_filter("time_of_day")
def time_of_day(written: str) -> Markup:
    return Markup("<bdi>{}</bdi>").format(words.time_of_day(written))


from lipnet.meetings.manage import (  # noqa: E402 - they put their pages on the blueprint above
    actions,
    adoptions,
    agenda,
    attendance,
    calendar,
    decisions,
    minutes,
    motions,
    recording,
    second_call,
    taking_away,
)

__all__ = [
    "actions", "adoptions", "agenda", "attendance", "bp", "calendar", "decisions", "minutes",
    "motions", "recording", "second_call", "taking_away",
]  # fmt: skip
