"""The verbs of the desk: plan, join, note, set aside, take back; open a plan; merge, split."""

from lipnet.plans.compiling.operations.choosing import (
    join_action,
    make_action,
    note_sources,
    set_sources_aside,
)
from lipnet.plans.compiling.operations.opening import CarriedOn, open_plan
from lipnet.plans.compiling.operations.parting import undo_reshaping
from lipnet.plans.compiling.operations.putting_back import put_back, take_off
from lipnet.plans.compiling.operations.reshaping import merge_actions, split_action
from lipnet.plans.compiling.operations.undoing import undo_choice

__all__ = [
    "CarriedOn",
    "join_action",
    "make_action",
    "merge_actions",
    "note_sources",
    "open_plan",
    "put_back",
    "set_sources_aside",
    "split_action",
    "take_off",
    "undo_choice",
    "undo_reshaping",
]
