"""Nothing loses its reasons when actions are merged or split, or a finding is put right."""

from lipnet.core import thread
from lipnet.evidence import operations as evidence
from lipnet.plans.compiling import operations as compiling
from lipnet.trail.by_hand import is_by_hand, link_between
from lipnet.trail.operations import tie_by_hand
from lipnet.trail.walking import earlier, later
from tests import cast
from tests.meetings import scene as sits
from tests.plans import scene

WHY = {"en": "They cannot wait."}


def test_a_merged_action_rests_on_what_both_rested_on_and_what_rested_on_either_stays(house):
    alice = cast.alice()
    plan, (one, other) = scene.plan(alice), (sits.finding(alice, text) for text in "ab")
    kept = scene.action(plan, alice, because=[one])
    gone = scene.action(plan, alice, scene.GUIDE)
    third = scene.action(plan, alice, {"en": "A third"})
    tied = tie_by_hand(gone, other, sentence=WHY, by=alice)
    tie_by_hand(third, gone, by=alice)
    compiling.merge_actions(kept, gone, text=kept.text, by=alice)
    assert set(earlier([thread.ref(kept)]).depth) >= {thread.ref(one), thread.ref(other)}
    assert thread.ref(third) in set(later([thread.ref(kept)]).depth)
    moved = link_between(kept, other)
    assert (moved.sentence, moved.on, moved.by_id) == (WHY, tied.on, alice.id)
    assert is_by_hand(moved) and thread.dangling() == []


def test_both_halves_of_a_split_action_rest_on_what_the_whole_rested_on(house):
    alice = cast.alice()
    finding = sits.finding(alice)
    action = scene.action(scene.plan(alice), alice)
    tie_by_hand(action, finding, sentence=WHY, by=alice)
    half = compiling.split_action(action, first={"en": "One"}, second={"en": "Two"}, by=alice)
    for each in (action, half):
        assert link_between(each, finding).sentence == WHY
    assert thread.ref(half) in set(later([thread.ref(finding)]).depth)


def test_what_rests_on_a_finding_is_seen_from_the_one_that_puts_it_right(house):
    alice = cast.alice()
    finding = sits.finding(alice)
    action = scene.action(scene.plan(alice), alice, because=[finding])
    latest = evidence.correct_finding(
        finding, statement={"en": "Four in ten."}, why={"en": "A slip."}, by=alice
    )
    assert thread.ref(finding) in set(earlier([thread.ref(latest)]).depth)
    assert {thread.ref(latest), thread.ref(action)} <= set(later([thread.ref(finding)]).depth)
