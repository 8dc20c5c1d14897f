"""Minutes that everybody may read, in any language of the pages."""

from flask import Blueprint, render_template

from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound
from lipnet.core.web import public_without_cookie
from lipnet.groups.models import Body
from lipnet.meetings.document import minutes_of
from lipnet.meetings.minuting.publishing import (
    is_open_to_everybody,
    open_to_everybody,
    public_setting,
    told_to_everybody,
)
from lipnet.meetings.minuting.redacting import for_everybody
from lipnet.meetings.models import Meeting
from lipnet.meetings.words import RESULT_TONES

bp = Blueprint("minutes_public", __name__)

# In every language of the pages, so not the words that staff read.
PUBLIC_RESULTS = {
    "carried": lazy("Carried"),
    "consensus": lazy("By consensus"),
    "defeated": lazy("Defeated"),
    "tabled": lazy("Tabled"),
    "withdrawn": lazy("Withdrawn"),
}
PUBLIC_STATUSES = {
    "regrets": lazy("Regrets"),
    "absent": lazy("Absent"),
    "guest": lazy("Guest"),
    "staff": lazy("Staff"),
}

PUBLIC_KINDS = {
    "finding": lazy("Finding"),
    "call": lazy("Call for nominations"),
    "plan_action": lazy("Plan action"),
}


@bp.context_processor
def _words() -> dict:
    return {
        "PUBLIC_KINDS": PUBLIC_KINDS,
        "PUBLIC_RESULTS": PUBLIC_RESULTS,
        "PUBLIC_STATUSES": PUBLIC_STATUSES,
        "RESULT_TONES": RESULT_TONES,
    }


@bp.route("/minutes/<slug>/<lang>")
@public_without_cookie
def of_body(slug: str, lang: str):
    """All public minutes of one group."""
    body = Body.by_slug(slug)
    if body is None or public_setting(body) is None:
        raise NotFound
    return render_template(
        "meetings/minuting/public_list.html", body=body, meetings=open_to_everybody(body)
    )


@bp.route("/minutes/of/<int:meeting_id>/<lang>")
@public_without_cookie
def minutes(meeting_id: int, lang: str):
    meeting = Meeting.get_or_none(Meeting.id == meeting_id)
    if meeting is None or not is_open_to_everybody(meeting):
        raise NotFound
    document, names = minutes_of(meeting), public_setting(meeting.body).names
    return render_template(
        "meetings/minuting/public.html",
        meeting=meeting,
        adoption=meeting.adoption,
        document=for_everybody(document, names=names, public=told_to_everybody(document)),
    )
