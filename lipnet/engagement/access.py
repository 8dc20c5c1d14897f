"""Who may see engagements, who may see every count of them, and the loaders that ask."""

from lipnet.core.permissions import Role, declare, may
from lipnet.core.refusals import NotFound
from lipnet.engagement.models import Engagement, EngagementFile, Heard, PopulationGroup
from lipnet.meetings.models import Meeting


class Can:
    SEE = declare("engagement.see", Role.COORDINATOR, Role.CHAIR, Role.MEMBER, Role.VIEWER)
    LOG = declare("engagement.log", Role.COORDINATOR)


def may_see(person, engagement: Engagement) -> bool:
    return person is not None and may(person, Can.SEE)


def sees_every_count(person) -> bool:
    """Who writes the log reads what was written; for others small counts are not shown."""
    return person is not None and may(person, Can.LOG)


def engagement_of(engagement_id: int) -> Engagement:
    return _found(Engagement, engagement_id)


def heard_of(heard_id: int) -> Heard:
    return _found(Heard, heard_id)


def file_of(file_id: int) -> EngagementFile:
    return _found(EngagementFile, file_id)


def population_of(population_id: int) -> PopulationGroup:
    return _found(PopulationGroup, population_id)


def meeting_held(meeting_id: int | None) -> Meeting | None:
    """The meeting an entry is to be made from; only one that was held has people to count."""
    if meeting_id is None:
        return None
    meeting = _found(Meeting, meeting_id)
    if meeting.held_at is None:
        raise NotFound
    return meeting


def _found(model, record_id: int):
    record = model.get_or_none(model.id == record_id)
    if record is None:
        raise NotFound
    return record
