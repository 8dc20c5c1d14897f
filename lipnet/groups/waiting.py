"""What waits for the coordinator: empty seats, and terms that end within six months."""

from collections.abc import Iterator
from datetime import timedelta

from flask import url_for

from lipnet.core import clock
from lipnet.core.i18n import format_day, ngettext
from lipnet.core.multilingual import plain
from lipnet.core.permissions import may
from lipnet.core.web import Waiting
from lipnet.groups.access import Can
from lipnet.groups.models import Appointment, Body, appointments_on, followed, vacant_seats

SOON = timedelta(days=183)


def waiting_for(person) -> list[Waiting]:
    """One line for each group that needs a look, for those who may do something about it."""
    if not may(person, Can.MANAGE_GROUPS):
        return []
    return [
        Waiting(sentence, url_for("groups.body", slug=body.slug))
        for body in Body.standing()
        for sentence in _sentences(body)
    ]


def _sentences(body: Body) -> Iterator[str]:
    today, name = clock.today(), plain(body.name)
    if empty := len(vacant_seats(body, today)):
        yield ngettext(
            "%(group)s: %(num)s seat is empty.",
            "%(group)s: %(num)s seats are empty.",
            empty,
            group=name,
        )
    if ending := [row for row in appointments_on(body, today) if _ends_soon(row)]:
        yield ngettext(
            "%(group)s: %(num)s term ends by %(day)s.",
            "%(group)s: %(num)s terms end by %(day)s.",
            len(ending),
            group=name,
            day=format_day(max(row.to_on for row in ending)),
        )


def _ends_soon(row: Appointment) -> bool:
    return row.to_on <= clock.today() + SOON and not row.ended_on and not followed(row)
