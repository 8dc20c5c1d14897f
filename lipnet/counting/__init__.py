"""Ballots and a rule -> who is elected, stage by stage, and why."""

from collections.abc import Callable

from lipnet.counting import meek, scottish, simple
from lipnet.counting.ballots import Contest, Ranking, counted
from lipnet.counting.blt import BadBallots, read_blt, write_blt
from lipnet.counting.lots import (
    Draw,
    StillToBeDrawn,
    commitment,
    decided_by,
    drawn_by_hand,
    seeded,
)
from lipnet.counting.outcome import ONE, Lot, Outcome, Stage, decimal
from lipnet.counting.reserved import Group, Reserved, Verdict

RULES: dict[str, Callable[[Contest, Draw], Outcome]] = {
    "scottish": scottish.count,
    "meek": meek.count,
    "approval": simple.approval,
    "plurality": simple.plurality,
    "slate": simple.slate,
    "acclamation": simple.acclamation,
}

__all__ = [
    "ONE",
    "RULES",
    "BadBallots",
    "Contest",
    "Draw",
    "Group",
    "Lot",
    "Outcome",
    "Ranking",
    "Reserved",
    "Stage",
    "StillToBeDrawn",
    "Verdict",
    "commitment",
    "counted",
    "decided_by",
    "decimal",
    "drawn_by_hand",
    "read_blt",
    "scottish",
    "seeded",
    "write_blt",
]
