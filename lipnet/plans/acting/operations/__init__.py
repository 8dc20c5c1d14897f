"""The verbs of an action at work."""

from lipnet.plans.acting.operations.columns import (
    bring_back,
    choose_columns,
    describe_action,
    plan_described_action,
    reword_described_action,
)

__all__ = [
    "bring_back",
    "choose_columns",
    "describe_action",
    "plan_described_action",
    "reword_described_action",
]
