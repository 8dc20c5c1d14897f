"""What was typed at a meeting is deleted some time after the closing, or when nobody goes on."""

from datetime import timedelta

from lipnet.core import clock, jobs
from lipnet.meetings.recording.forgetting import AFTER_CLOSING, UNTOUCHED
from lipnet.meetings.recording.models import TypedLines
from lipnet.meetings.recording.operations import type_lines
from tests import cast
from tests.meetings import scene


def left(app, day) -> set[str]:
    with clock.at(day):
        jobs.run_all(app.config["LIPNET"])
    return {row.text for row in TypedLines.select()}


def test_typed_lines_go_some_time_after_the_closing_or_when_nobody_goes_on(app):
    alice, bob = cast.alice(), cast.bob()
    body = scene.body(alice, bob)
    for day, text in ((scene.DAY, "closed"), (scene.LATER, "open")):
        meeting = scene.held(body, bob, by=alice, on=day)
        with clock.at(day):
            type_lines(meeting, text, language="en", version=0, by=alice)
        if text == "closed":
            scene.closed(meeting, alice)
    assert left(app, scene.DAY + timedelta(days=AFTER_CLOSING - 1)) == {"closed", "open"}
    assert left(app, scene.DAY + timedelta(days=AFTER_CLOSING)) == {"open"}
    assert left(app, scene.LATER + timedelta(days=UNTOUCHED - 1)) == {"open"}
    assert left(app, scene.LATER + timedelta(days=UNTOUCHED)) == set()
