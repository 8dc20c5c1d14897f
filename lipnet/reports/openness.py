"""What everybody may read: the one rule of the public pages and of published reports."""

from functools import singledispatch

import peewee

from lipnet.core import thread
from lipnet.core.thread import Ref
from lipnet.evidence.models import Finding
from lipnet.meetings.access import is_in_adopted_minutes, may_see_line
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import AgendaItem, Decision, Motion


@singledispatch
def is_public(record: peewee.Model) -> bool:
    """Whether everybody may read `record`: what its own room shows to everybody, and besides it
    what stands in adopted minutes, and what was learned once its survey has ended."""
    return thread.kind(record._meta.table_name).may_see(None, record)


@is_public.register(AgendaItem)
@is_public.register(Decision)
@is_public.register(ActionItem)
def _in_adopted_minutes(record) -> bool:
    return record.meeting.adoption is not None and may_see_line(None, record)


@is_public.register(Motion)
def _moved(motion: Motion) -> bool:
    if motion.is_between_meetings:
        return is_in_adopted_minutes(motion)
    return motion.meeting.adoption is not None and may_see_line(None, motion)


@is_public.register(Finding)
def _learned(finding: Finding) -> bool:
    return finding.is_from_outside or finding.survey.is_closed


def load(ref: Ref) -> peewee.Model | None:
    kind = thread.kinds().get(ref.kind)
    return kind.load(ref.id) if kind else None
