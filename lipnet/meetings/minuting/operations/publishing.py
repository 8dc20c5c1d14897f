"""A body lets everybody read its adopted minutes; one set after the other, and back."""

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body
from lipnet.meetings.minuting.models import MinutesPublication, PublicMinutes
from lipnet.meetings.minuting.publishing import public_setting, publication_of
from lipnet.meetings.models import Meeting

OPENED = declare("meetings.minutes_opened", lazy("The minutes of this group may be public."))
CLOSED = declare("meetings.minutes_inside", lazy("The minutes of this group are not public."))
PUBLISHED = declare("meetings.minutes_published", lazy("%(who)s made the minutes public."))
WITHDRAWN = declare("meetings.minutes_withdrawn", lazy("%(who)s took the public minutes away."))


@operation
def open_minutes(body: Body, *, names: bool = False, by) -> PublicMinutes:
    """Adopted minutes of `body` may be shown to everybody; with all names, or the members' alone.

    Each set of minutes is still published by itself.
    """
    row = public_setting(body) or PublicMinutes(body=body)
    row.names, row.at, row.by = names, clock.now(), by.id
    row.save()
    record(OPENED, body, by=by, names=names)
    return row


@operation
def keep_minutes_inside(body: Body, *, by) -> None:
    """Nobody outside reads minutes of `body`; what was published is not shown any more."""
    row = public_setting(body)
    if row is None:
        raise Refusal(lazy("The minutes of this group are not public."))
    row.delete_instance()
    record(CLOSED, body, by=by)


@operation
def publish_minutes(meeting: Meeting, *, by) -> MinutesPublication:
    """Show the adopted minutes to everybody, without what is confidential."""
    hold(meeting)
    if meeting.adoption is None:
        raise Refusal(lazy("Only minutes that are closed can be made public."))
    if public_setting(meeting.body) is None:
        raise Refusal(lazy("The minutes of this group are not public."))
    if publication_of(meeting):
        raise Refusal(lazy("These minutes are public already."))
    row = MinutesPublication.create(minutes=meeting.minutes, at=clock.now(), by=by.id)
    record(PUBLISHED, meeting, by=by)
    return row


@operation
def withdraw_minutes(meeting: Meeting, *, by) -> None:
    row = publication_of(meeting)
    if row is None:
        raise Refusal(lazy("These minutes are not public."))
    row.withdrawn_at = clock.now()
    row.save(only=["withdrawn_at"])
    record(WITHDRAWN, meeting, by=by)
