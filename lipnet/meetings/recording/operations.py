"""Lines are typed, and kept as records."""

from dataclasses import dataclass

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.meetings.checks import hold_open
from lipnet.meetings.models import Meeting
from lipnet.meetings.recording.keeping import Keeper, ready
from lipnet.meetings.recording.models import TypedLines, lines_of
from lipnet.meetings.recording.sitting import sitting_of
from lipnet.shorthand.merging import marked
from lipnet.shorthand.recording import read

TYPED = declare("meetings.lines_typed", lazy("%(who)s typed lines for the minutes."))
KEPT = declare("meetings.lines_kept", lazy("%(who)s kept typed lines as records of the minutes."))


class Overtaken(Refusal):
    """Somebody else typed meanwhile; `lines` are as they stand now."""

    def __init__(self, lines: TypedLines):
        super().__init__(
            lazy("Somebody else wrote here while you were writing. Nothing is lost: see both.")
        )
        self.lines = lines


@dataclass(frozen=True)
class Kept:
    """The lines as they are marked now, how many records they made, and line -> why not."""

    lines: TypedLines
    count: int
    refused: dict[int, str]


@operation
def type_lines(meeting: Meeting, text: str, *, language: str, version: int, by) -> TypedLines:
    """Store what stands in the field, typed on top of `version`.

    Raises Overtaken if another version was stored meanwhile.
    """
    lines = _standing(meeting, version)
    lines.text, lines.language = _plain(text), language
    _store(lines, by)
    record(TYPED, meeting, by=by, version=lines.version)
    return lines


@operation
def keep_lines(meeting: Meeting, *, version: int, by) -> Kept:
    """Make records of every line that is understood and not kept yet, and mark them.

    What an operation refuses stays as it is, with its reason. Raises Overtaken like `type_lines`,
    and Refusal if nothing is ready.
    """
    lines = _standing(meeting, version)
    reading = read(lines.text, sitting_of(meeting, lines.language))
    keeper = Keeper(meeting, by=by)
    records = ready(reading)
    keeper.keep_all(records)
    if not keeper.lines and not keeper.refused:
        raise Refusal(lazy("There is nothing to keep: every line is kept, or has to be looked at."))
    lines.text = marked(lines.text, keeper.lines)
    _store(lines, by)
    count = sum(each.place.line in keeper.lines for each in records)
    record(KEPT, meeting, by=by, version=lines.version, count=count)
    return Kept(lines, count, keeper.refused)


def _plain(text: str) -> str:
    """Lines end as the grammar counts them; what no database stores is left out."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _standing(meeting: Meeting, version: int) -> TypedLines:
    hold_open(meeting)
    lines = lines_of(meeting)
    if lines.version != version:
        raise Overtaken(lines)
    return lines


def _store(lines: TypedLines, by) -> None:
    lines.version += 1
    lines.changed_at, lines.changed_by = clock.now(), by.id
    lines.save()
