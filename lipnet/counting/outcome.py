"""How a count went, stage by stage, in codes and figures: words are put on above."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

PLACES = 5
ONE = 10**PLACES  # a whole vote: counts are integers in 1/100,000 of a vote

What = Literal["first", "surplus", "exclusion", "filling", "round", "count"]


def decimal(amount: int, places: int = PLACES) -> str:
    """744 votes as "744.00000"."""
    whole, part = divmod(amount, 10**places)
    return f"{whole}.{part:0{places}}" if places else str(whole)


@dataclass(frozen=True)
class Lot:
    """A tie that no earlier stage decided: among whom, and who was drawn to go first."""

    stage: int
    among: tuple[int, ...]
    drawn: int


@dataclass(frozen=True)
class Stage:
    """One transfer, or the first preferences.

    votes       candidate -> votes at the end of the stage, in units of 1/ONE
    who         whose votes moved (0 at the first stage)
    moved       candidate -> what was added
    exhausted   what has left the count so far: ballots that name nobody who is left
    lost        what has been lost so far by cutting to five places
    elected     who is elected by this stage, in order
    reason      why somebody was excluded, where it was not for having the fewest votes: full (her
                group has its maximum), needed (all places left are reserved for others), guarded
                (those with fewer votes are needed for reserved places)
    groups      whose reserved places these are
    """

    number: int
    what: What
    votes: Mapping[int, int]
    who: tuple[int, ...] = ()
    moved: Mapping[int, int] = field(default_factory=dict)
    exhausted: int = 0
    lost: int = 0
    elected: tuple[int, ...] = ()
    excluded: tuple[int, ...] = ()
    reason: str = ""
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """rule: its code · quota in votes (0 where the rule has none) · elected in order of election ·
    places: how many decimals of a vote the figures have."""

    rule: str
    quota: int
    valid: int
    elected: tuple[int, ...]
    stages: tuple[Stage, ...]
    lots: tuple[Lot, ...] = ()
    places: int = PLACES
