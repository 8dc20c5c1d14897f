"""A merge and a split are taken back: numbers, reasons and notes stand where they stood."""

import pytest

from lipnet.core import thread
from lipnet.core.db import Base
from lipnet.core.refusals import Refusal
from lipnet.meetings import operations as meetings
from lipnet.plans.acting.models import ActionParticulars
from lipnet.plans.acting.operations import comment_on_action, describe_action
from lipnet.plans.compiling import operations as compiling
from lipnet.plans.compiling.models import ReshapedAction
from lipnet.plans.models import PlanAction, ProgressNote
from lipnet.plans.operations import (
    add_priority,
    adopt_plan,
    note_progress,
    plan_action,
    remove_priority,
    reword_action,
)
from lipnet.trail.operations import tie_by_hand
from tests import cast
from tests.browsing import Browser
from tests.plans import scene

BOTH = {"en": "Classes, and a guide for them."}
RECORDS_OF_IT = ("reshaped_action", "before_reshaping", "event")


def everything() -> dict:
    """All rows of the house but those that tell of the merge itself."""
    return {
        model._meta.table_name: sorted(model.select().dicts(), key=repr)
        for model in Base.__subclasses__()
        if model._meta.table_name not in RECORDS_OF_IT
        and model._meta.database.table_exists(model._meta.table_name)
    }


def two_rich_actions(alice):
    """Each with reasons, notes, particulars, a comment, minutes that name it; a third rests on
    both, and the second on the first."""
    plan, held = scene.plan(alice), scene.meeting(alice)
    first, second = (meetings.decide(held, {"en": text}, by=alice) for text in "ab")
    kept = scene.action(plan, alice, because=[first])
    gone = scene.action(plan, alice, scene.GUIDE, lead_body=scene.council(alice))
    third = scene.action(plan, alice, {"en": "A third"})
    compiling.join_action(gone, [first, second], sentence={"en": "Why."}, by=alice)
    for later, earlier in ((third, kept), (third, gone), (gone, kept)):
        tie_by_hand(later, earlier, by=alice)
    for action, code in ((kept, "A1"), (gone, "B2")):
        describe_action(action, by=alice, code=code)
        note_progress(action, status="on_track", text={"en": code}, by=alice)
        comment_on_action(action, code, by=alice)
        meetings.decide(held, {"en": code}, because=[action], by=alice)
    meetings.decide(held, {"en": "Both."}, because=[kept, gone], by=alice)
    return kept, gone


def test_a_merge_stays_once_the_place_of_the_other_action_is_gone(database):
    alice = cast.alice()
    plan = scene.plan(alice)
    kept = scene.action(plan, alice)
    place = add_priority(kept.priority.pillar, {"en": "A place"}, by=alice)
    gone = plan_action(plan, place, scene.GUIDE, by=alice)
    compiling.merge_actions(kept, gone, text=BOTH, by=alice)
    remove_priority(place, by=alice)
    with pytest.raises(Refusal, match="a place of the strategy that is gone"):
        compiling.undo_reshaping(ReshapedAction.get(), by=alice)
    assert PlanAction.get().text == BOTH


def test_a_merge_taken_back_leaves_every_row_as_it_was(house):
    alice = cast.alice()
    kept, gone = two_rich_actions(alice)
    before = everything()
    compiling.merge_actions(kept, gone, text=BOTH, by=alice)
    assert (PlanAction.select().count(), everything() == before) == (2, False)
    assert thread.dangling() == []
    again = compiling.undo_reshaping(ReshapedAction.get(), by=alice)
    assert (again.number, again.id) == (gone.number, gone.id)
    after = everything()
    for rows in (before, after):
        for table in ("because", "citation", "action_particulars"):
            for row in rows[table]:
                del row["id"]
            rows[table].sort(key=repr)
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}
    with pytest.raises(Refusal, match="taken back already"):
        compiling.undo_reshaping(ReshapedAction.get(), by=alice)


def test_what_was_said_and_put_to_the_one_action_since_stays_with_it(house):
    alice = cast.alice()
    kept, gone = two_rich_actions(alice)
    compiling.merge_actions(kept, gone, text=BOTH, by=alice)
    kept, reworded = PlanAction.get_by_id(kept.id), {"en": "Reworded."}
    own = {name: getattr(kept, name) for name in ("priority", "output", "due")}
    reword_action(kept, text=reworded, by=alice, lead_body=kept.lead_body, **own)
    compiling.undo_reshaping(ReshapedAction.get(), by=alice)
    kept, gone = PlanAction.get_by_id(kept.id), PlanAction.get(PlanAction.number == gone.number)
    assert (kept.text, kept.lead_body) == (reworded, None), "only what was filled in goes back"
    assert (gone.text, gone.lead_body) == (scene.GUIDE, scene.council(alice))


def test_a_merge_stays_once_progress_was_noted_or_it_was_reshaped_or_adopted(house):
    alice = cast.alice()
    kept, gone = two_rich_actions(alice)
    compiling.merge_actions(kept, gone, text=BOTH, by=alice)
    merged, kept = ReshapedAction.get(), PlanAction.get_by_id(kept.id)
    note = note_progress(kept, status="on_track", text={"en": "Further."}, by=alice)
    with pytest.raises(Refusal, match="Progress was noted"):
        compiling.undo_reshaping(merged, by=alice)
    ProgressNote.delete_by_id(note.id)
    compiling.split_action(kept, first=BOTH, second=BOTH, by=alice)
    with pytest.raises(Refusal, match="again since"):
        compiling.undo_reshaping(merged, by=alice)
    compiling.undo_reshaping(ReshapedAction.get(ReshapedAction.how == "split"), by=alice)
    adopt_plan(kept.plan, motion=scene.motion(alice), by=alice)
    with pytest.raises(Refusal, match="adopted"):
        compiling.undo_reshaping(merged, by=alice)


def test_a_split_taken_back_is_one_action_with_the_words_it_had(house):
    alice = cast.alice()
    whole = scene.action(scene.plan(alice), alice, because=[scene.outside_finding(alice)])
    before = everything()
    half = compiling.split_action(whole, first=BOTH, second=scene.GUIDE, by=alice)
    describe_action(half, by=alice, code="B2")
    with pytest.raises(Refusal, match="More has been done with action 2"):
        compiling.undo_reshaping(ReshapedAction.get(), by=alice)
    ActionParticulars.delete().execute()
    compiling.undo_reshaping(ReshapedAction.get(), by=alice)
    assert everything() == before
    assert scene.action(whole.plan, alice).number == half.number + 1, "no number is given twice"


def test_the_coordinator_takes_a_merge_back_on_the_page_of_the_action(app):
    alice = cast.alice()
    plan = scene.plan(alice)
    kept, gone = scene.action(plan, alice), scene.action(plan, alice, scene.GUIDE)
    browser = Browser(app, alice)
    browser.submit(f"/plans/actions/{kept.number}/merging", {"gone": str(gone.id)})
    row = ReshapedAction.get()
    undoing = f"/plans/reshaped/{row.id}/undoing"
    page = browser.submit(f"/plans/actions/{kept.number}", form=undoing)
    assert "Each stands as it did" in page.text and "first-week guide" in page.text
    assert "became part" not in browser.get(f"/plans/actions/{kept.number}").text
