"""Nothing open is lost: what was not spoken of, or is not done, comes back by itself.

Called by the operations after which something may have to come back: a meeting is called, an
agenda begun, minutes sent round or closed. Doing it twice is once.
"""

from lipnet.core import clock, thread
from lipnet.core.db import hold
from lipnet.core.events import declare, record
from lipnet.core.i18n import lazy
from lipnet.core.text import folded
from lipnet.groups.models import Body
from lipnet.meetings.agendas.consent import is_adopted
from lipnet.meetings.agendas.models import CameBack, StandingItem, StillOpen, return_of, standing_of
from lipnet.meetings.agendas.placing import make_room
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.minuting.confidential import stay_confidential
from lipnet.meetings.models import AgendaItem, Meeting
from lipnet.meetings.second_call import first_of

CAME_BACK = declare(
    "meetings.came_back", lazy("What was still open came back on the agenda by itself.")
)


def next_meeting_of(body: Body) -> Meeting | None:
    """The soonest meeting of `body` that is to come and was not held yet."""
    rows = body.meetings.where(
        Meeting.called_off_at.is_null() & Meeting.held_at.is_null() & (Meeting.on >= clock.today())
    )
    return rows.order_by(Meeting.on, Meeting.starts_at).first()


def bring_back_to_next(body: Body, *, by) -> int:
    """Let what is open come back on the next agenda of `body`; how much came."""
    meeting = next_meeting_of(body)
    return bring_back(meeting, by=by) if meeting else 0


def bring_back(meeting: Meeting, *, by) -> int:
    """Let what is open come back on this agenda; how much came or was settled meanwhile."""
    hold(meeting)
    settled = _settle(meeting)
    items = [_put_back(item, meeting, by) for item in _untouched_before(meeting)]
    actions = [_remind_of(action, meeting) for action in _open_before(meeting)]
    changed = settled + len(items) + len(actions)
    if changed:
        record(CAME_BACK, meeting, by=by, items=len(items), actions=len(actions), settled=settled)
    return changed


def stand_again(item: AgendaItem, earlier: AgendaItem) -> None:
    """What stood on the first agenda as a usual item, or as a confidential one, does so on that of
    a second call."""
    stay_confidential(item, earlier)
    if standing := standing_of(earlier):
        StandingItem.create(item=item, kind=standing.kind, text=standing.text)


def was_touched(item: AgendaItem) -> bool:
    """Whether anything was recorded under it."""
    return (
        bool(item.notes)
        or is_adopted(item)
        or any(rows.exists() for rows in (item.motions, item.decisions, item.actions))
    )


def _settle(meeting: Meeting) -> int:
    """Take off what came back and was recorded under after all, where it stood before."""
    rows = CameBack.select().where((CameBack.meeting == meeting) & CameBack.item.is_null(False))
    over = [row for row in rows if was_touched(row.earlier) and not was_touched(row.item)]
    for row in over:
        item = row.item
        thread.untie(item, row.earlier)
        row.delete_instance()
        if not thread.led_to(thread.ref(item)):
            item.delete_instance()
    return len(over)


def _untouched_before(meeting: Meeting) -> list[AgendaItem]:
    """The items of the last meeting held before, and of those never held since, that wait."""
    titles = {title for item in meeting.agenda() for title in _titles(item)}
    items = [item for one in _last_before(meeting) for item in one.agenda()]
    known = {row.earlier_id for row in CameBack.select().where(CameBack.earlier.in_(items))}
    return [
        item
        for item in items
        if item.id not in known
        and not titles.intersection(_titles(item))
        and not standing_of(item)
        and not was_touched(item)
    ]


def _last_before(meeting: Meeting) -> list[Meeting]:
    """The latest meeting held before `meeting`, and after it those that did not take place. A
    second call has the agenda of its first already."""
    found = []
    if first_of(meeting):
        return found
    for one in _before(meeting).order_by(Meeting.on.desc(), Meeting.starts_at.desc()):
        if one.held_at or one.is_called_off or one.on < clock.today():
            found.append(one)
        if one.held_at:
            break
    return list(reversed(found))


def _before(meeting: Meeting):
    same_day = (Meeting.on == meeting.on) & (Meeting.starts_at < meeting.starts_at)
    return meeting.body.meetings.where((Meeting.on < meeting.on) | same_day)


def _titles(item: AgendaItem) -> set[str]:
    """The title in each language: one that is there already in one of them is not doubled."""
    return {folded(text) for text in item.title.values()}


def _put_back(earlier: AgendaItem, meeting: Meeting, by) -> AgendaItem:
    item = AgendaItem.create(
        meeting=meeting,
        position=make_room(meeting, came_back=True),
        title=earlier.title,
        purpose=earlier.purpose,
        presenter=earlier.presenter,
        minutes_planned=earlier.minutes_planned,
    )
    stay_confidential(item, earlier)
    _note_return(item, earlier, by)
    return item


def _note_return(item: AgendaItem, earlier: AgendaItem, by) -> None:
    before = return_of(earlier)
    nth, since = (before.nth, before.since) if before else (1, earlier.meeting.on)
    CameBack.create(
        meeting=item.meeting, item=item, earlier=earlier, since=since,
        nth=nth if earlier.meeting.is_called_off else nth + 1,
    )  # fmt: skip
    thread.tie(item, earlier, by=by)


def _open_before(meeting: Meeting) -> list[ActionItem]:
    """What the body's earlier meetings took on, is not done, and is not on this agenda yet."""
    there = StillOpen.select(StillOpen.action).where(StillOpen.meeting == meeting)
    return list(
        ActionItem.select()
        .where(ActionItem.meeting.in_(_before(meeting).select(Meeting.id)))
        .where(ActionItem.done_on.is_null() & ActionItem.id.not_in(there))
        .order_by(ActionItem.id)
    )


def _remind_of(action: ActionItem, meeting: Meeting) -> StillOpen:
    """The meeting that took it on counts as the first; one called off counts for nothing."""
    since = action.meeting
    held = _before(meeting).where(Meeting.called_off_at.is_null() & (Meeting.on >= since.on))
    between = [one for one in held if (one.on, one.starts_at) >= (since.on, since.starts_at)]
    return StillOpen.create(meeting=meeting, action=action, nth=len(between) + 1)
