"""Motions that were resolved, at meetings and between them, and whom they bind."""

import peewee

from lipnet.groups.models import Body
from lipnet.meetings.models import CARRIED, Meeting, Motion


def resolved_on() -> peewee.Function:
    """The day of a motion, for a query that joins its meeting, if it had one."""
    return peewee.fn.COALESCE(Motion.between_on, Meeting.on)


def carried_motions(*bodies: Body) -> list[Motion]:
    """The motions that carried (or found consensus), of these bodies or of all, newest first."""
    rows = Motion.select(Motion, Meeting).join(Meeting, peewee.JOIN.LEFT_OUTER)
    rows = rows.where(Motion.result.in_(CARRIED))
    if bodies:
        rows = rows.where(Motion.between_body.in_(bodies) | Meeting.body.in_(bodies))
    return list(rows.order_by(resolved_on().desc(), Motion.id.desc()))


def bodies_over(body: Body) -> list[Body]:
    """The bodies whose motions bind `body`: itself, those above it, and the council."""
    found, above = [body], body.parent
    while above is not None and above not in found:
        found.append(above)
        above = above.parent
    councils = Body.select().where((Body.kind == "council") & Body.dissolved_on.is_null())
    return found + [council for council in councils if council not in found]
