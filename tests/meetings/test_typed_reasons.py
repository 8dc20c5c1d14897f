"""Typed lines name what they rest on by its code, and a typed motion has its time."""

import pytest

from lipnet.core import clock, thread
from lipnet.meetings import operations
from lipnet.meetings.citing.models import cited_by
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import Decision, Motion
from lipnet.meetings.presence import quorum_at
from lipnet.meetings.recording.models import lines_of
from lipnet.meetings.recording.operations import keep_lines, type_lines
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene
from tests.plans import scene as planning


class Sitting:
    """Alice records a meeting of Bob, Charlie and Vera; there is a finding and a plan action 1."""

    def __init__(self):
        self.alice, self.bob, self.charlie = cast.alice(), cast.bob(), cast.charlie()
        self.vera = cast.vera()
        self.body = scene.body(self.alice, self.bob, self.charlie, self.vera)
        self.members = (self.bob, self.charlie, self.vera)
        self.meeting = scene.held(self.body, *self.members, by=self.alice, on=clock.today())
        operations.put_on_agenda(self.meeting, {"en": "Classes"}, by=self.alice)
        self.finding = scene.finding(self.alice)
        self.action = planning.action(planning.plan(self.alice), by=self.alice)

    def keep(self, text):
        version = lines_of(self.meeting).version
        lines = type_lines(self.meeting, text, language="en", version=version, by=self.alice)
        return keep_lines(self.meeting, version=lines.version, by=self.alice)


@pytest.fixture
def sitting(app):
    return Sitting()


def rests_on(line):
    tied = [link.to_kind for link in thread.came_from(thread.ref(line))]
    return tied, [name.kind for name in cited_by(line)]


def test_what_is_typed_below_a_line_is_stored_as_its_form_would(sitting):
    code = f"F{sitting.finding.id}"
    kept = sitting.keep(
        f"# 1\nDECISION: We begin in May.\nBECAUSE: {code}, A1\n"
        f"ACTION @Bob: Find a room.\nVU : {code}\n"
        f"MOTION: That we ask the school board.\nBECAUSE: A-1\nCONSENSUS"
    )
    assert (kept.count, kept.refused) == (6, {})
    assert rests_on(Decision.get()) == (["agenda_item", "finding"], ["plan_action"])
    assert rests_on(ActionItem.get()) == (["agenda_item", "finding"], [])
    assert rests_on(Motion.get()) == (["agenda_item"], ["plan_action"])


def test_a_reason_typed_later_joins_what_the_line_became(sitting):
    kept = sitting.keep("# 1\nDECISION: We begin in May.")
    sitting.keep(f"{kept.lines.text}\nBECAUSE: F{sitting.finding.id}")
    assert rests_on(Decision.get()) == (["agenda_item", "finding"], [])
    operations.correct_decision(Decision.get(), {"en": "We begin in June."}, by=sitting.alice)
    kept = sitting.keep("✓ DECISION: We begin in May.\nBECAUSE: A1\nNOTE: x")
    assert "not in the minutes in these words" in kept.refused[2]
    assert Decision.select().count() == 1


def test_the_page_lists_the_codes_and_helps_to_find_one(sitting, app):
    browser, page = Browser(app, sitting.alice), f"/meetings/{sitting.meeting.id}/recording"
    code = f"F{sitting.finding.id}"
    assert f"{code} Three in ten wait" in " ".join(browser.get(page).text.split())
    typed = {"text": "DECISION: We begin.\nBECAUSE: language class", "act": "read"}
    shown = browser.submit(page, typed)
    assert "“language class” is no code. Is one of these meant?" in shown.text
    (put,) = [b["value"] for b in shown.all("button") if b.text.startswith(f"{code} –")]
    assert f"BECAUSE: {code}" in browser.submit(page, {**typed, "put": put}).html
    lost = browser.submit(page, {"text": "DECISION: x\nBECAUSE: F999", "act": "read"})
    assert "Nothing can be found under “F999”." in lost.text


def test_the_quorum_of_a_typed_motion_is_that_of_its_moment(sitting):
    sitting.keep(
        "OUT 18:40 Vera\nMOTION 18:30: That we begin.\nM/S: Bob / Charlie\nCARRIED 3-0\n"
        "MOTION: That we end.\nM/S: Bob / Charlie\nCARRIED 2-0 AT 18:45"
    )
    motions = Motion.select().order_by(Motion.id)
    told = [(row.at, quorum_at(sitting.meeting, row.at).present) for row in motions]
    assert told == [("18:30", 3), ("18:45", 2)]
    kept = sitting.keep("MOTION 18:50: That we go.\nM/S: Bob / Vera\nCARRIED 2-0")
    assert "was not in the room at that time" in kept.refused[1]


def test_the_page_asks_as_many_questions_for_thirty_codes_as_for_three(sitting, app):
    page = f"/meetings/{sitting.meeting.id}/recording"
    few = scene.asked(app, sitting.alice, page)
    for number in range(9):
        planning.action(sitting.action.plan, by=sitting.alice)
        scene.finding(sitting.alice, f"Finding {number}")
    assert scene.asked(app, sitting.alice, page) == few
