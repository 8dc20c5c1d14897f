"""A series is set up, changed, ended; its meetings are planned ahead, and called in time."""

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body
from lipnet.meetings.agendas.laying import draw_up
from lipnet.meetings.checks import when_and_where
from lipnet.meetings.models import Meeting
from lipnet.meetings.operations.calling import CALLED
from lipnet.meetings.series.dates import RHYTHMS, WEEKS
from lipnet.meetings.series.models import (
    LIKE_THE_SERIES,
    MeetingSeries,
    SeriesMeeting,
    planned_row,
)

SET_UP = declare("meetings.series_set_up", lazy("%(who)s set up a series of meetings."))
CHANGED = declare("meetings.series_changed", lazy("%(who)s changed the series of meetings."))
ENDED = declare("meetings.series_ended", lazy("%(who)s ended the series of meetings."))
PLANNED = declare("meetings.planned", lazy("%(who)s planned meetings ahead."))

OVER = lazy("This series has ended.")


@operation
def set_up_series(body: Body, *, by, **values) -> MeetingSeries:
    """Say how often `body` meets (the fields of MeetingSeries), and plan its first meetings.

    Raises Refusal if the body is no more, or if no meeting would ever follow from the rule.
    """
    if body.dissolved_on:
        raise Refusal(lazy("This group is no more."), field="body")
    series = MeetingSeries.create(body=body, **_checked(values))
    _refuse_empty(series)
    _plan(series)
    record(SET_UP, series, by=by, body=body.slug)
    return series


@operation
def change_series(series: MeetingSeries, *, by, **values) -> MeetingSeries:
    """Change the rule. Meetings already called, changed by hand or in use stay as they are."""
    _hold_running(series)
    _take_back(series)
    for name, value in _checked(values).items():
        setattr(series, name, value)
    series.save()
    _refuse_empty(series)
    _plan(series)
    record(CHANGED, series, by=by)
    return series


@operation
def end_series(series: MeetingSeries, *, by) -> None:
    """Plan nothing more, and take back what was only planned."""
    _hold_running(series)
    _take_back(series)
    series.ended_at = clock.now()
    series.save(only=["ended_at"])
    record(ENDED, series, by=by)


@operation
def plan_ahead(series: MeetingSeries, *, by) -> list[Meeting]:
    """Plan the meetings of the coming months that are not planned yet."""
    _hold_running(series)
    made = _plan(series)
    record(PLANNED, series, by=by, meetings=[meeting.id for meeting in made])
    return made


@operation
def call_planned(meeting: Meeting, *, by) -> Meeting:
    """Call the members to a meeting that was only planned so far: their letters go now."""
    hold(meeting)
    row = planned_row(meeting)
    if row is None or meeting.is_called_off:
        raise Refusal(lazy("The members are called already, or the meeting was called off."))
    row.called_at = meeting.called_at = clock.now()
    row.save(only=["called_at"])
    meeting.save(only=["called_at"])
    record(CALLED, meeting, by=by, body=meeting.body.slug)
    if not meeting.agenda():
        draw_up(meeting, by=by)
    return meeting


def _checked(values: dict) -> dict:
    """The values of a rule; when and where are checked as for a single meeting."""
    where = {name: values[name] for name in ("starts_at", "place", "link", "languages")}
    values = values | when_and_where(values["from_on"], **where)
    values.pop("on")
    if values["rhythm"] not in RHYTHMS or values["week"] not in WEEKS:
        raise Refusal(lazy("Choose how often the group meets."), field="rhythm")
    if values["until_on"] and values["until_on"] < values["from_on"]:
        raise Refusal(lazy("The last day cannot lie before the first."), field="until_on")
    return values | {"left_out": sorted(values["left_out"])}


def _refuse_empty(series: MeetingSeries) -> None:
    if not series.next_days(1):
        raise Refusal(lazy("No day follows from this. Look at the months and the days again."))


def _hold_running(series: MeetingSeries) -> None:
    hold(series.body)
    if not MeetingSeries.get_by_id(series.id).is_running:
        raise Refusal(OVER)


def _take_back(series: MeetingSeries) -> None:
    """Remove the coming meetings that are just as they were planned."""
    for row in series.planned():
        hold(row.meeting)
        if row.meeting.on >= clock.today() and row.is_as_planned:
            row.delete_instance()
            row.meeting.delete_instance()


def _plan(series: MeetingSeries) -> list[Meeting]:
    return [_planned_for(series, day) for day in series.days_to_plan()]


def _planned_for(series: MeetingSeries, day) -> Meeting:
    like_it = {name: getattr(series, name) for name in LIKE_THE_SERIES}
    meeting = Meeting.create(body=series.body, on=day, called_at=clock.now(), **like_it)
    SeriesMeeting.create(series=series, meeting=meeting, due_on=day)
    return meeting
