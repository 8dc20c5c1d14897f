"""What somebody meets at a survey by invitation who has no link, a dead link or a used one."""

from flask import Response, render_template

from lipnet.surveys.asked import Asked
from lipnet.surveys.invited import ledger
from lipnet.surveys.models import Survey

GONE = 410


def link_needed(found: Asked) -> Response:
    """The public address without a personal link; not kept, since it is no page of answering."""
    return _page(found, "needed", 200)


def why_not_begin(found: Asked, token: str) -> Response | None:
    """The same for who presses Start; where anybody may answer there is nothing to say."""
    if not found.is_by_invitation:
        return None
    return why_not(found, token) if token else link_needed(found)


def why_not(found: Asked, token: str) -> Response | None:
    """The page that says why nobody can answer by this link; None if somebody can."""
    invitee = ledger.invitee_by(found.survey, token)
    if invitee is None:
        return _page(found, "dead", GONE)
    return link_used(found) if ledger.is_used(invitee) else None


def link_used(found: Asked) -> Response:
    return _page(found, "used", GONE)


def right_by(survey: Survey, token: str) -> str:
    """What the carried field brings along of this link: its hash. The caller asked why_not."""
    invitee = ledger.invitee_by(survey, token) if token else None
    return invitee.link_hash if invitee else ""


def _page(found: Asked, why: str, status: int) -> Response:
    return Response(
        render_template("surveys/respond/by_invitation.html", asked=found, why=why), status
    )
