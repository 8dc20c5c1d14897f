"""What a line of the minutes rests on, said after it was recorded."""

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.meetings.checks import hold_open, refuse_if_between, tie_all
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import Decision, Motion

SAID = declare(
    "meetings.reasons_said", lazy("%(who)s said what a line of the minutes rests on.")
)  # fmt: skip


@operation
def say_reasons(line: Motion | Decision | ActionItem, because, *, by) -> None:
    """Let `line` rest on all of `because` as well, or name it; what it rests on already stays."""
    if isinstance(line, Motion):
        refuse_if_between(line)
    hold_open(line.meeting)
    tie_all(line, because, by=by)
    record(SAID, line.meeting, by=by)
