"""Who may say by hand what a record rests on: who may change the record, while it may change."""

from collections.abc import Callable
from typing import Any

from lipnet.core import thread
from lipnet.core.permissions import Permission, may
from lipnet.core.refusals import NotFound, NotYours
from lipnet.core.thread import Ref
from lipnet.engagement.access import Can as Engagements
from lipnet.evidence.access import Can as Evidence
from lipnet.groups.access import Can as Groups
from lipnet.meetings.access import Can as Meetings
from lipnet.nominations.access import Can as Calls
from lipnet.plans.access import Can as Plans
from lipnet.plans.access import may_note
from lipnet.reports.access import Can as Reports
from lipnet.surveys.access import Can as Surveys


def record_of(kind: str, record_id: int, person):
    """The record by its name on the thread, if `person` may see it; else 404."""
    known = thread.kinds().get(kind)
    record = known.load(str(record_id)) if known else None
    if record is None or not known.may_see(person, record):
        raise NotFound
    return record


def record_to_tie(kind: str, record_id: int, person):
    """The record, if `person` may say what it rests on; else 403."""
    record = record_of(kind, record_id, person)
    if not may_tie(person, record):
        raise NotYours
    return record


def named(name: str, person):
    """The record of "finding:5", if `person` may see it; else None."""
    kind, _, key = name.partition(":")
    try:
        return record_of(kind, int(key), person) if key.isdecimal() else None
    except NotFound:
        return None


def may_tie(person, record) -> bool:
    """Minutes that are closed and reports that are out name what they rest on: there it stays."""
    rule = RULES.get(record._meta.table_name)
    return person is not None and rule is not None and rule(person, record)


def name_of(ref: Ref) -> str:
    return f"{ref.kind}:{ref.id}"


def _holds(permission: Permission) -> Callable[[Any, Any], bool]:
    return lambda person, record: may(person, permission)


def _of_meeting(person, record) -> bool:
    meeting = getattr(record, "meeting", record)
    if meeting is None or not may(person, Meetings.RUN_MEETINGS, body=meeting.body_id):
        return False
    return meeting.minutes_state == "draft"


def _finding(person, finding) -> bool:
    stands = not finding.is_withdrawn and finding.correction is None
    return stands and may(person, Evidence.PIN_FINDINGS)


def _report_line(person, line) -> bool:
    return may(person, Reports.MANAGE) and not line.report.is_published


RULES: dict[str, Callable[[Any, Any], bool]] = {
    "plan_action": _holds(Plans.MANAGE),
    "action_plan": _holds(Plans.MANAGE),
    "strategy": _holds(Plans.MANAGE),
    "indicator": _holds(Plans.MANAGE),
    "progress_note": lambda person, note: may_note(person, note.action),
    "report_line": _report_line,
    "agenda_item": _of_meeting,
    "motion": _of_meeting,
    "decision": _of_meeting,
    "action_item": _of_meeting,
    "meeting": _of_meeting,
    "finding": _finding,
    "engagement": _holds(Engagements.LOG),
    "survey": _holds(Surveys.MANAGE_SURVEYS),
    "call": _holds(Calls.MANAGE_CALLS),
    "body": _holds(Groups.MANAGE_GROUPS),
    "holder_choice": _holds(Groups.MANAGE_GROUPS),
}
