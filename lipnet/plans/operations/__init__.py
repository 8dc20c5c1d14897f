"""The verbs of strategies, plans and progress."""

from lipnet.plans.operations.plan import (
    FROZEN,
    LEADS,
    adopt_plan,
    carry_over,
    note_progress,
    plan_action,
    reword_action,
    start_plan,
)
from lipnet.plans.operations.strategy import (
    add_pillar,
    add_priority,
    adopt_strategy,
    describe_strategy,
    remove_pillar,
    remove_priority,
    reword_pillar,
    reword_priority,
    write_strategy,
)

__all__ = [
    "FROZEN",
    "LEADS",
    "add_pillar",
    "add_priority",
    "adopt_plan",
    "adopt_strategy",
    "carry_over",
    "describe_strategy",
    "note_progress",
    "plan_action",
    "remove_pillar",
    "remove_priority",
    "reword_action",
    "reword_pillar",
    "reword_priority",
    "start_plan",
    "write_strategy",
]
