"""How series join the house: a box on a body and on a meeting, and two jobs."""

from markupsafe import Markup

from lipnet.core import jobs as clockwork
from lipnet.core.web import box_on, drawn_by
from lipnet.meetings.access import may_run, may_see
from lipnet.meetings.series import jobs, pages
from lipnet.meetings.series.models import MeetingSeries, planned_row
from lipnet.meetings.series.words import rule_words

PAGES = pages.bp  # they stand on the blueprint of meetings


def wire() -> None:
    box_on("body", series_of)
    box_on("meeting", only_planned)
    clockwork.register("meetings.plan", jobs.AN_HOUR, jobs.plan)
    clockwork.register("meetings.call", jobs.AN_HOUR, jobs.call)


def series_of(body, person) -> Markup | str:
    """On a body: when it meets, and for who runs its meetings the way to a series."""
    if not may_see(person) or body.dissolved_on:
        return ""
    found = [one for one in MeetingSeries.running() if one.body_id == body.id]
    runs = may_run(person, body)
    return _box("on_body", body=body, found=found, runs=runs) if found or runs else ""


def only_planned(meeting, person) -> Markup | str:
    """On a meeting nobody is called to yet: when the letters go, and a way to send them now."""
    row = planned_row(meeting)
    if row is None or meeting.is_called_off or not may_see(person):
        return ""
    return _box("on_meeting", meeting=meeting, row=row, runs=may_run(person, meeting.body))


def _box(name: str, **particulars) -> Markup:
    shown = {"rule_words": rule_words, **particulars}
    return drawn_by(f"meetings/series/{name}.html", **shown)
