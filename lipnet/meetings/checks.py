"""What every verb of a meeting asks first."""

import re
from collections.abc import Mapping
from datetime import date

from lipnet.core import thread
from lipnet.core.citing import citables
from lipnet.core.db import db, hold, is_sqlite
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.meetings.citing.models import cite, uncite
from lipnet.meetings.models import AgendaItem, Meeting, Minutes, Motion
from lipnet.meetings.presence import quorum_at

ADOPTED = lazy(
    "The minutes of this meeting have been adopted, so nothing in them changes any more. "
    "A correction is written as a new record that names them."
)
CIRCULATED = lazy(
    "The minutes of this meeting have been sent round. Take them back first, then put them right "
    "and send them round again."
)
CALLED_OFF = lazy("This meeting was called off.")
NO_TEXT = lazy("Please write this in at least one language.")
RESTED_ON = lazy("Something else rests on this, so it cannot be removed.")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def hold_open(meeting: Meeting) -> None:
    """Hold `meeting` and refuse unless what was said there may still be written down."""
    if hold(meeting).is_called_off:
        raise Refusal(CALLED_OFF)
    refuse_if_adopted(meeting)
    if meeting.circulation:
        raise Refusal(CIRCULATED)


def refuse_if_adopted(meeting: Meeting) -> None:
    if meeting.adoption:
        raise Refusal(ADOPTED)


def is_a_time(written: str) -> bool:
    return _TIME.fullmatch(written) is not None


def when_and_where(on: date, starts_at: str, place: str, link: str, languages) -> dict:
    """The fields of a meeting, tidied; refuses a time that is none, or no place at all."""
    if not is_a_time(starts_at):
        raise Refusal(lazy("Write the time as 18:30."), field="starts_at")
    if not place.strip() and not link.strip():
        raise Refusal(lazy("Say where the meeting is: a place, a link, or both."), field="place")
    if link.strip() and not link.strip().startswith(("https://", "http://")):
        raise Refusal(lazy("A link begins with https://"), field="link")
    return {
        "on": on,
        "starts_at": starts_at,
        "place": place.strip(),
        "link": link.strip(),
        "languages": list(languages),
    }


def words(texts: Mapping[str, str], field: str = "text") -> dict[str, str]:
    """The texts without blank ones; refuses if nothing is left."""
    kept = {tag: text.strip() for tag, text in texts.items() if text and text.strip()}
    if not kept:
        raise Refusal(NO_TEXT, field=field)
    return kept


def written(texts: Mapping[str, str] | None) -> dict[str, str]:
    """The texts without blank ones; nothing is fine."""
    return {tag: text.strip() for tag, text in (texts or {}).items() if text and text.strip()}


def of_this_meeting(record: AgendaItem | Motion | None, meeting: Meeting, field: str):
    """The item or motion, unless it is another meeting's."""
    if record is not None and record.meeting_id != meeting.id:
        raise Refusal(lazy("This belongs to another meeting."), field=field)
    return record


def refuse_unless_it_stands(motion: Motion) -> None:
    """A motion on which something is to rest must have carried, at a meeting with quorum; one that
    was voted on between meetings carries only if enough members answered."""
    if not motion.is_carried:
        raise Refusal(
            lazy("Motion %(number)s did not carry.", number=motion.number), field="motion"
        )
    if not motion.is_between_meetings and not quorum_at(motion.meeting, motion.at).is_reached:
        raise Refusal(
            lazy(
                "The meeting that passed motion %(number)s had no quorum, so nothing can rest "
                "on it.",
                number=motion.number,
            ),
            field="motion",
        )


def is_later(motion: Motion, meeting: Meeting) -> bool:
    """Whether the motion was resolved after `meeting`: at a later one, or between meetings."""
    if motion.is_between_meetings:
        return motion.on > meeting.on
    then = motion.meeting
    return (then.on, then.starts_at) > (meeting.on, meeting.starts_at)


def refuse_if_between(motion: Motion) -> None:
    """What was voted on between meetings stands as the members' votes made it."""
    if motion.is_between_meetings:
        raise Refusal(
            lazy(
                "The members voted on this motion between meetings, so it stands as it is. What "
                "must change is decided by another motion."
            )
        )


def tie_all(later, because, *, by) -> None:
    """Tie `later` to what it rests on; what stands on an upper floor is only named."""
    floor = thread.kind(thread.ref(later).kind).floor
    for earlier in because:
        if earlier is None:
            continue
        if thread.kind(thread.ref(earlier).kind).floor > floor:
            cite(later, thread.ref(earlier))
        else:
            thread.tie(later, earlier, by=by)


def cut_off(record) -> None:
    """Take `record` off the thread before it is removed; refuses if something rests on it."""
    if thread.led_to(thread.ref(record)):
        raise Refusal(RESTED_ON)
    uncite(record)
    for link in thread.came_from(thread.ref(record)):
        link.delete_instance()


def replace_reasons(record, because, *, by) -> None:
    """Let `record` rest on and name exactly these findings and records that can be cited; its
    other ties stay."""
    wanted = {thread.ref(earlier) for earlier in because}
    chosen = {"finding", *(one.kind for one in citables())}
    for link in thread.came_from(thread.ref(record)):
        if link.to_kind in chosen and (link.to_kind, link.to_id) not in wanted:
            link.delete_instance()
    uncite(record)
    tie_all(record, because, by=by)


def minutes_for(meeting: Meeting) -> Minutes:
    """The minutes of `meeting`, begun now if they were not yet."""
    row, _ = Minutes.get_or_create(meeting=meeting, defaults={"notes": {}})
    return row


def wait_for_numbers() -> None:
    """One writer at a time takes or gives back a motion's number (SQLite does so by itself)."""
    if not is_sqlite():
        db.execute_sql('LOCK TABLE "motion" IN SHARE ROW EXCLUSIVE MODE')


def next_number(year: int) -> str:
    """The number that the next motion of the calendar year gets; wait for numbers first."""
    return f"{year}-{_last(year) + 1:02d}"


def last_number(year: int) -> str:
    return f"{year}-{_last(year):02d}"


def _last(year: int) -> int:
    numbers = Motion.select(Motion.number).where(Motion.number.startswith(f"{year}-"))
    return max((int(row.number.partition("-")[2]) for row in numbers), default=0)
