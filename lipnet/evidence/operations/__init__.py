"""The verbs of evidence: pin, note, put right, withdraw; and the themes findings stand under."""

from lipnet.evidence.operations.noting import note_outside_finding
from lipnet.evidence.operations.pinning import pin_crosstab, pin_finding
from lipnet.evidence.operations.putting_right import correct_finding, withdraw_finding
from lipnet.evidence.operations.sorting import (
    add_theme,
    bring_back_theme,
    merge_theme,
    rename_theme,
    retire_theme,
    sort_finding,
)

__all__ = [
    "add_theme",
    "bring_back_theme",
    "correct_finding",
    "merge_theme",
    "note_outside_finding",
    "pin_crosstab",
    "pin_finding",
    "rename_theme",
    "retire_theme",
    "sort_finding",
    "withdraw_finding",
]
