"""What the clock does for series: plan ahead, and call when it is time."""

from lipnet.core.config import Config
from lipnet.core.events import THE_PROGRAM
from lipnet.meetings.series.models import MeetingSeries, due_to_be_called
from lipnet.meetings.series.operations import call_planned, plan_ahead

AN_HOUR = 3600


def plan(config: Config) -> None:
    """Plan what came within reach; nothing is written where nothing is new."""
    for series in MeetingSeries.running():
        if series.days_to_plan():
            plan_ahead(series, by=THE_PROGRAM)


def call(config: Config) -> None:
    for meeting in due_to_be_called():
        call_planned(meeting, by=THE_PROGRAM)
