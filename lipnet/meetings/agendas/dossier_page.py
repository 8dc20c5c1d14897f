"""The page a member reads in ten minutes before a meeting, on a phone or on paper."""

from flask import render_template

from lipnet.core.web import me, requires
from lipnet.meetings.access import Can, hidden_from
from lipnet.meetings.agendas.access import meeting_to_take_part_in
from lipnet.meetings.agendas.drawing import drawn
from lipnet.meetings.dossier import dossier_of
from lipnet.meetings.manage import bp


@bp.route("/<int:meeting_id>/mine")
@requires(Can.SEE_MEETINGS)
def mine(meeting_id: int):
    found = meeting_to_take_part_in(meeting_id)
    return render_template(
        "meetings/agendas/dossier.html",
        meeting=found,
        dossier=dossier_of(found, me()),
        drawn=drawn(found, hidden_from(me())),
    )
