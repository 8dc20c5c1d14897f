"""The minutes in English and French, side by side."""

from flask import render_template

from lipnet import languages
from lipnet.core.web import me, requires
from lipnet.meetings.access import Can, meeting_to_see
from lipnet.meetings.manage import bp
from lipnet.meetings.minuting.reading import minutes_for

SIDES = ("en", "fr")


@bp.route("/<int:meeting_id>/minutes/side-by-side")
@requires(Can.SEE_MEETINGS)
def minutes_side_by_side(meeting_id: int):
    found = meeting_to_see(meeting_id)
    return render_template(
        "meetings/minuting/side_by_side.html",
        meeting=found,
        document=minutes_for(me(), found),
        sides=[languages.get(tag) for tag in SIDES],
    )
