"""What was typed at a meeting does not stay for ever: what it says stands in the records."""

from datetime import timedelta

from lipnet.core import clock
from lipnet.core.config import Config
from lipnet.core.events import THE_PROGRAM, declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.meetings.models import Meeting, Minutes, MinutesAdoption
from lipnet.meetings.recording.models import TypedLines

AFTER_CLOSING = 30  # days after the minutes were closed
UNTOUCHED = 180  # days in which nobody wrote

FORGOTTEN = declare("meetings.lines_forgotten", lazy("What was typed at the meeting was deleted."))

AN_HOUR = 3600


@operation
def forget_lines(lines: TypedLines, *, by) -> None:
    """Delete what was typed; the records made from it stay."""
    lines.delete_instance()
    record(FORGOTTEN, lines.meeting, by=by)


def due_to_be_forgotten() -> list[TypedLines]:
    """Those of minutes closed long enough ago, and those nobody went on with."""
    closed_by = clock.today() - timedelta(days=AFTER_CLOSING)
    adopted = MinutesAdoption.select(Minutes.meeting).join(Minutes)
    closed = adopted.where(MinutesAdoption.on <= closed_by)
    left = TypedLines.changed_at <= clock.now() - timedelta(days=UNTOUCHED)
    rows = TypedLines.select(TypedLines, Meeting).join(Meeting)
    return list(rows.where(left | TypedLines.meeting.in_(closed)))


def forget(config: Config) -> None:
    for lines in due_to_be_forgotten():
        forget_lines(lines, by=THE_PROGRAM)
