"""What `lipnet check` looks for among the minutes."""

from collections.abc import Iterator

from lipnet.core.config import Config
from lipnet.core.documents import is_as_recorded
from lipnet.core.soundness import Fault
from lipnet.meetings.models import MinutesAdoption
from lipnet.meetings.operations.minutes import ADOPTED


def faults(config: Config) -> Iterator[Fault]:
    """Adopted minutes that are no longer what was adopted."""
    for adoption in MinutesAdoption.select():
        meeting = adoption.minutes.meeting
        if not is_as_recorded(adoption.frozen, ADOPTED, meeting):
            yield Fault("altered_minutes", f"meeting {meeting.id}", "not what was adopted")
