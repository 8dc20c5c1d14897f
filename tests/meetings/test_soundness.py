"""Adopted minutes that changed afterwards are found."""

from lipnet.meetings.soundness import faults
from tests.cast import alice, bob
from tests.meetings import scene


def test_minutes_changed_behind_our_back_are_found(house):
    coordinator, member = alice(), bob()
    group = scene.body(coordinator, member)
    adoption = scene.closed(scene.held(group, member, by=coordinator), coordinator)
    assert list(faults(house)) == []
    adoption.frozen["heading"] = "Something else"
    adoption.save()
    assert [fault.code for fault in faults(house)] == ["altered_minutes"]
