"""The verbs of indicators, periods and readings."""

from lipnet.plans.indicators.operations.asking import ask_reporters, report_reading
from lipnet.plans.indicators.operations.describing import (
    Particulars,
    add_indicator,
    assign_indicator,
    describe_indicator,
    retire_indicator,
    say_what_it_serves,
    set_targets,
)
from lipnet.plans.indicators.operations.periods import close_period, open_period, set_rhythm
from lipnet.plans.indicators.operations.reading import Said, correct_reading, note_reading

__all__ = [
    "Particulars",
    "Said",
    "add_indicator",
    "ask_reporters",
    "assign_indicator",
    "close_period",
    "correct_reading",
    "describe_indicator",
    "note_reading",
    "open_period",
    "report_reading",
    "retire_indicator",
    "say_what_it_serves",
    "set_rhythm",
    "set_targets",
]
