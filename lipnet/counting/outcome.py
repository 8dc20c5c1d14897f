"""How a count went, stage by stage, in codes and figures: words are put on above."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

PLACES = 5
ONE = 10**PLACES  # a whole vote: counts are integers in 1/100,000 of a vote

What = Literal["first", "surplus", "exclusion", "round", "count"]


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
    filling     the last of these, if they are elected because no more are left than places
    reason      why somebody was excluded, where it was not for having the fewest votes: full (her
                group has its maximum), needed (all places left are reserved for others), guarded
                (those with fewer votes are needed for reserved places)
    groups      whose reserved places these are
    tied        who had equally few votes (or equal surpluses), if there were several
    since       the stage that decided between them, because there they differed; 0: a lot did
    quota       what was needed at the end of this stage, in units, where the quota falls
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
    filling: tuple[int, ...] = ()
    tied: tuple[int, ...] = ()
    since: int = 0
    quota: int = 0

    def filled_by(self, newly: tuple[int, ...]) -> "Stage":
        """The same stage, after which as many are left as places: that is no stage of its own."""
        return replace(self, elected=(*self.elected, *newly), filling=newly)


@dataclass(frozen=True)
class Outcome:
    """rule: its code · quota in votes (0 where the rule has none, or where it falls: then each
    stage tells it) · elected in order · places: how many decimals of a vote the figures have."""

    rule: str
    quota: int
    valid: int
    elected: tuple[int, ...]
    stages: tuple[Stage, ...]
    lots: tuple[Lot, ...] = ()
    places: int = PLACES
